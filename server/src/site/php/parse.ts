import type { Program } from './ast';
import { lex } from './lexer';
import { StatementParser } from './statementParser';

/** Parses a PHP file. Never throws: what cannot be read is passed over. */
export function parse(code: string): Program {
  return new StatementParser(code, lex(code)).program();
}
