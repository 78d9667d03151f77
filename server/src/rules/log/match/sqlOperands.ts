import { Role } from '../patterns/roles';
import { wordNumber } from '../patterns/vocabulary';
import { NUMBER, WORD, type Tokens } from './tokens';

const APOSTROPHE = 0x27;
const QUOTE = 0x22;
const BACKTICK = 0x60;
const OPEN = 0x28;
const OPEN_BRACE = 0x7b;
const DOT = 0x2e;
const AT = 0x40;
/** What may stand before an operand: + - ! ~ @. */
const SIGNS = new Set([0x2b, 0x2d, 0x21, 0x7e, AT]);
const MOST_SIGNS = 4;
/** Comparisons of up to three marks: = < > ! ~ ^. */
const COMPARISON_MARKS = new Set([0x3d, 0x3c, 0x3e, 0x21, 0x7e, 0x5e]);

const NOT = wordNumber('not');

/** What an operand is made of. */
type OperandKind = 'number' | 'string' | 'call' | 'word' | 'group' | 'none';

/** An operand of SQL and where it ends. */
export interface Operand {
  readonly kind: OperandKind;
  /** The token behind it; the number of all tokens where a string or bracket is not closed. */
  readonly end: number;
  /** Its first token, behind signs. */
  readonly first: number;
}

export function isQuote(code: number): boolean {
  return code === APOSTROPHE || code === QUOTE || code === BACKTICK;
}

/** The operand that begins at a token. */
export function operandAt(tokens: Tokens, token: number): Operand {
  let first = token;
  while (first < token + MOST_SIGNS && (SIGNS.has(tokens.at(first)) || tokens.wordAt(first) === NOT)) first++;
  const code = tokens.at(first);
  if (code === NUMBER) return { kind: 'number', first, end: first + 1 };
  if (isQuote(code)) return { kind: 'string', first, end: behind(tokens, first) };
  if (code === OPEN || code === OPEN_BRACE) return { kind: 'group', first, end: behind(tokens, first) };
  if (code !== WORD) return { kind: 'none', first, end: first };
  let end = first + 1;
  while (tokens.at(end) === DOT && tokens.at(end + 1) === WORD && end < first + 6) end += 2;
  if (tokens.at(end) === OPEN) return { kind: 'call', first, end: behind(tokens, end) };
  return { kind: 'word', first, end };
}

/** The token behind a comparison that begins at a token; -1 when there is none. */
export function comparisonEnd(tokens: Tokens, token: number): number {
  let end = token;
  while (end < token + 3 && COMPARISON_MARKS.has(tokens.at(end)) && (end === token || tokens.isTight(end))) end++;
  if (end > token) return end;
  const word = tokens.wordAt(token) === NOT ? token + 1 : token;
  if (!tokens.has(word, Role.sqlCompare)) return -1;
  return tokens.wordAt(word + 1) === NOT ? word + 2 : word + 1;
}

/** Whether a token joins conditions: a word such as `or`, or `||` and `&&`. Gives the token behind it, or -1. */
export function logicEnd(tokens: Tokens, token: number): number {
  if (tokens.has(token, Role.sqlLogic)) return token + 1;
  const code = tokens.at(token);
  const isDouble = (code === 0x7c || code === 0x26) && tokens.at(token + 1) === code && tokens.isTight(token + 1);
  return isDouble ? token + 2 : -1;
}

/** Whether the text ends here but for what ends a statement: a comment, a semicolon, closing brackets, a quote. */
export function endsStatement(tokens: Tokens, token: number): boolean {
  const code = tokens.at(token);
  return code === 0 || isCommentStart(tokens, token) || code === 0x3b || code === 0x29 || isQuote(code);
}

/** Whether the rest of a line of SQL is cut off here: `--`, `#`. */
export function isCommentStart(tokens: Tokens, token: number): boolean {
  const code = tokens.at(token);
  return code === 0x23 || (code === 0x2d && tokens.at(token + 1) === 0x2d && tokens.isTight(token + 1));
}

function behind(tokens: Tokens, open: number): number {
  const close = tokens.pair[open]!;
  return close > open ? close + 1 : tokens.count;
}
