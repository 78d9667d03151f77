import type { Program } from './ast';
import { lex } from './lexer';
import { StatementParser } from './statementParser';

/**
 * Parses a PHP file. Never throws: what cannot be read is passed over.
 * @param startsInCode the text begins with code, without an opening tag.
 */
export function parse(code: string, startsInCode = false): Program {
  return new StatementParser(code, lex(code, startsInCode)).program();
}
