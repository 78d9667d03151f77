import { Role } from '../patterns/roles';
import { wordNumber } from '../patterns/vocabulary';
import { comparisonEnd, isQuote, operandAt } from './sqlOperands';
import { Flag, NUMBER, WORD, type Tokens } from './tokens';
import { PROOF, STRONG, TELLING, witness, type Evidence } from './witness';

const OPEN = 0x28;
const CLOSE = 0x29;
const COLON = 0x3a;
const DOT = 0x2e;
const COMMA = 0x2c;
/** What code stands behind: ; ' " ) ( , + | = & - and the beginning. */
const BEFORE_CODE = new Set([0, 0x3b, 0x27, 0x22, 0x29, 0x28, 0x2c, 0x2b, 0x7c, 0x26, 0x2d, 0x2f]);

const SLEEP = wordNumber('sleep');
const IF = wordNumber('if');

const timer = witness('sql-injection', PROOF);
const sleep = witness('sql-injection', STRONG);
const possibleSleep = witness('sql-injection', TELLING);
const functionCall = witness('sql-injection', STRONG);
const possibleCall = witness('sql-injection', TELLING);
const cast = witness('sql-injection', STRONG);
const jsonOperator = witness('sql-injection', STRONG);
const bracketedWord = witness('sql-injection', STRONG);
const condition = witness('sql-injection', STRONG);

/** Functions of databases. */
export function findCall(tokens: Tokens, token: number, evidence: Evidence): void {
  if (tokens.at(token + 1) !== OPEN) return;
  const roles = tokens.roles(token);
  if ((roles & Role.sqlTimer) !== 0) findTimer(tokens, token, evidence);
  if (tokens.wordAt(token) === IF) findIf(tokens, token, evidence);
  else if ((roles & Role.sqlFunction) !== 0 || isPlainCall(tokens, token, roles)) findFunction(tokens, token, evidence);
}

/** `sleep(5)`: in JavaScript and PHP an object or a dot stands before it, in a search other words around it. */
function findTimer(tokens: Tokens, token: number, evidence: Evidence): void {
  const argument = operandAt(tokens, token + 2);
  if (argument.kind === 'none' || argument.kind === 'word') return;
  // "sleep (5 tips)" has a word behind the number.
  if (tokens.at(argument.end) === WORD) return;
  if (tokens.wordAt(token) !== SLEEP) return evidence.add(timer);
  const before = tokens.at(token - 1);
  if (before === DOT || before === 0x3e) return;
  const isCode = BEFORE_CODE.has(before) || tokens.has(token - 1, Role.sqlLogic | Role.sqlVerb | Role.sqlClause);
  const isAlone = before !== 0 || tokens.pair[token + 1] === tokens.count - 1 || tokens.pair[token + 1]! < 0;
  evidence.add(isCode && isAlone ? sleep : possibleSleep);
}

/** `if(2=2, …)`: a comparison of values as a function's argument. */
function findIf(tokens: Tokens, token: number, evidence: Evidence): void {
  const left = operandAt(tokens, token + 2);
  const isValue = left.kind === 'number' || left.kind === 'string' || left.kind === 'call';
  if (isValue && comparisonEnd(tokens, left.end) >= 0) evidence.add(condition);
}

/** Functions such as `length` and `div` count only where the whole text is one call of them with values in it. */
function isPlainCall(tokens: Tokens, token: number, roles: number): boolean {
  if ((roles & Role.sqlPlainFunction) === 0 || token !== 0 || tokens.pair[1] !== tokens.count - 1) return false;
  return tokens.count === 3 || ([NUMBER, 0x27, 0x22].includes(tokens.at(2)) && tokens.at(3) === COMMA);
}

function findFunction(tokens: Tokens, token: number, evidence: Evidence): void {
  const close = tokens.pair[token + 1]!;
  const isWhole = token === 0 && (close < 0 || close === tokens.count - 1);
  const isOperand = tokens.has(token - 1, Role.sqlLogic | Role.sqlVerb) || comparisonEnd(tokens, close + 1) >= 0;
  evidence.add(isWhole || (close > 0 && isOperand) ? functionCall : possibleCall);
}

/** `password::int`, `'{}'::jsonb`. */
export function findCast(tokens: Tokens, token: number, evidence: Evidence): void {
  if (tokens.at(token + 1) !== COLON || !tokens.isTight(token + 1) || !tokens.isTight(token)) return;
  const before = tokens.at(token - 1);
  const isOperand = before === WORD || before === CLOSE || isQuote(before) || before === NUMBER || before === 0x5d;
  if (isOperand && tokens.has(token + 2, Role.sqlType) && tokens.isTight(token + 2)) evidence.add(cast);
}

/** `'{"a":1}' ->> 'a'`, `'[1]' @> '1'`: JSON in quotes with an operator of a database behind it. */
export function findJsonOperator(tokens: Tokens, quote: number, evidence: Evidence): void {
  const close = tokens.pair[quote]!;
  if (tokens.at(quote) !== 0x27 || close < quote + 2) return;
  const opens = tokens.at(quote + 1);
  const closes = tokens.at(close - 1);
  if (!((opens === 0x7b && closes === 0x7d) || (opens === 0x5b && closes === 0x5d))) return;
  const next = tokens.at(close + 1);
  // : - @ < > = ? #
  const isOperator = [0x3a, 0x2d, 0x40, 0x3c, 0x3e, 0x3d, 0x3f, 0x23].includes(next);
  const operand = tokens.at(close + 2);
  if (isOperator && operand !== 0 && !(next === COLON && operand !== COLON)) evidence.add(jsonOperator);
}

/** `)like(`: an operator right between two expressions in brackets. */
export function findBracketedOperator(tokens: Tokens, token: number, evidence: Evidence): void {
  if (tokens.at(token - 1) !== CLOSE || tokens.at(token + 1) !== OPEN) return;
  const isOperator = tokens.has(token, Role.sqlCompare | Role.sqlLogic);
  if (isOperator && tokens.isTight(token) && tokens.isTight(token + 1) && !tokens.is(token, Flag.capital)) {
    evidence.add(bracketedWord);
  }
}
