import { Role } from '../patterns/roles';
import { wordNumber } from '../patterns/vocabulary';
import {
  comparisonEnd,
  endsStatement,
  isCommentStart,
  isQuote,
  logicEnd,
  operandAt,
  type Operand,
} from './sqlOperands';
import { Flag, NUMBER, WORD, type Tokens } from './tokens';
import { FAINT, STRONG, TELLING, witness, type Evidence } from './witness';

const TRUE = wordNumber('true');
const FALSE = wordNumber('false');
const NULL = wordNumber('null');
const XOR = wordNumber('xor');
const NOT = wordNumber('not');
const CLOSE = 0x29;

/** Two constants compared: nobody asks a database whether 1 is 1 but to see whether it listens. */
const tautology = witness('sql-injection', STRONG);
const constant = witness('sql-injection', STRONG);
const functionCondition = witness('sql-injection', STRONG);
const wordCondition = witness('sql-injection', TELLING);
const bareConstant = witness('sql-injection', FAINT);

/** A condition behind `or`, `and`, `||` …: `or 1=1`, `and 'a'='a'`, `xor 99>`, `and ascii(…)>64`. */
export function findCondition(tokens: Tokens, token: number, evidence: Evidence): void {
  const next = logicEnd(tokens, token);
  if (next < 0 || tokens.wordAt(token) === NOT) return;
  const left = operandAt(tokens, next);
  if (left.kind === 'none') return;
  const compared = comparisonEnd(tokens, left.end);
  if (compared >= 0) findComparison(tokens, token, left, compared, evidence);
  else findBareOperand(tokens, token, left, evidence);
}

function findComparison(tokens: Tokens, token: number, left: Operand, compared: number, evidence: Evidence): void {
  const right = operandAt(tokens, compared);
  const isConstant = isValue(left) && (isValue(right) || right.kind === 'none');
  if (isConstant) evidence.add(tautology);
  else if (left.kind === 'call' && isDatabaseFunction(tokens, left)) evidence.add(functionCondition);
  else if (left.kind === 'word' && right.kind === 'word' && tokens.same(left.first, right.first)) {
    evidence.add(tautology);
  } else if (tokens.wordAt(token) === XOR || isValue(left)) evidence.add(functionCondition);
  else evidence.add(isValue(right) && followsValue(tokens, token) ? functionCondition : wordCondition);
}

/** `9999 or true`, `1 and sleep(5)`, `x' or 1 --`. */
function findBareOperand(tokens: Tokens, token: number, left: Operand, evidence: Evidence): void {
  const word = tokens.wordAt(left.first);
  const isTruth = left.kind === 'word' && (word === TRUE || word === FALSE || word === NULL);
  const closes = endsStatement(tokens, left.end);
  if (left.kind === 'call' && isDatabaseFunction(tokens, left)) evidence.add(functionCondition);
  else if ((isTruth || left.kind === 'number') && closes && followsValue(tokens, token)) {
    evidence.add(isTruth || isCommentStart(tokens, left.end) ? constant : bareConstant);
  }
}

function isValue({ kind }: Operand): boolean {
  return kind === 'number' || kind === 'string';
}

/** Whether a number, a quote or a closing bracket stands before, where the program's own condition ends. */
function followsValue(tokens: Tokens, token: number): boolean {
  const code = tokens.at(token - 1);
  return code === NUMBER || code === CLOSE || isQuote(code) || tokens.is(token, Flag.comment);
}

function isDatabaseFunction(tokens: Tokens, { first }: Operand): boolean {
  return tokens.at(first) === WORD && tokens.has(first, Role.sqlFunction | Role.sqlTimer | Role.sqlPlainFunction);
}
