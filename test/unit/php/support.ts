import { AnalysisState, Budget } from '../../../server/src/site/php/analysisState';
import { Evaluator } from '../../../server/src/site/php/evaluator';
import { lex } from '../../../server/src/site/php/lexer';
import { parse } from '../../../server/src/site/php/parse';
import { readPhp } from '../../../server/src/site/php/readPhp';
import type { SuspicionSignal } from '../../../server/src/site/php/phpFacts';
import { OPERATORS, TokenKind } from '../../../server/src/site/php/tokens';
import type { Value } from '../../../server/src/site/php/value';

const KIND_NAMES = Object.keys(TokenKind);

/** Tokens as `Kind text`; operators as their text alone. */
export function tokensOf(code: string): string[] {
  const tokens = lex(code);
  return Array.from({ length: tokens.count }, (_, at) => {
    const kind = tokens.kinds[at]!;
    const text = code.slice(tokens.starts[at], tokens.ends[at]);
    return kind === TokenKind.Operator ? OPERATORS[tokens.details[at]!]! : `${KIND_NAMES[kind]} ${text}`;
  });
}

/** What folding knows of the last expression of a piece of code. */
export function valueOf(code: string): Value {
  const text = `<?php ${code};`;
  const program = parse(text);
  const evaluator = new Evaluator(new AnalysisState(text, program, new Budget()));
  evaluator.program();
  const last = program.body.at(-1);
  if (last?.kind !== 'expression') throw new Error('the last statement is no expression');
  return evaluator.evaluate(last.expression);
}

/** The constant of the last expression. */
export function folded(code: string): unknown {
  return valueOf(code).constant;
}

/** Signals of a file of PHP code, the strong ones or all of them. */
export function signalsOf(code: string, strength?: 'strong' | 'weak'): SuspicionSignal[] {
  const { suspicions } = readPhp(`<?php ${code}`);
  return [...new Set(suspicions.filter((one) => !strength || one.strength === strength).map((one) => one.signal))];
}

/** Puts a name together, so that no test file holds what a virus scanner looks for. */
export function word(...parts: string[]): string {
  return parts.join('');
}

export const EVAL = word('ev', 'al');
export const ASSERT = word('ass', 'ert');
export const SYSTEM = word('sys', 'tem');
export const DECODE = word('base64', '_decode');
export const POST = word('$_PO', 'ST');
export const GET = word('$_G', 'ET');

/** base64 of a text. */
export function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
