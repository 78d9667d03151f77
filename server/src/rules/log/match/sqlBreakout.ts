import { Role } from '../patterns/roles';
import { wordNumber, wordSet } from '../patterns/vocabulary';
import { comparisonEnd, endsStatement, isCommentStart, isQuote, logicEnd, operandAt } from './sqlOperands';
import { Flag, NUMBER, WORD, type Tokens } from './tokens';
import { FAINT, STRONG, TELLING, witness, type Evidence } from './witness';

const CLOSE = 0x29;
const SEMICOLON = 0x3b;
const MOST_BRACKETS = 4;
/** + - * / % | ^: what an attack joins its own expression to a string with. */
const JOINS = new Set([0x2b, 0x2d, 0x2a, 0x2f, 0x25, 0x7c, 0x5e]);

const UNION = wordNumber('union');
const UNITED = wordSet('select values');
const ALL = wordSet('all distinct');
const ORDER = wordNumber('order');
const GROUP = wordNumber('group');
const BY = wordNumber('by');
const HAVING = wordNumber('having');
const WHERE = wordNumber('where');
const LIMIT = wordNumber('limit');
const XOR = wordNumber('xor');

const condition = witness('sql-injection', STRONG);
const halfCondition = witness('sql-injection', TELLING);
const statement = witness('sql-injection', STRONG);
const cutOff = witness('sql-injection', STRONG);
const cutOffInText = witness('sql-injection', TELLING);
const comparison = witness('sql-injection', STRONG);
const joined = witness('sql-injection', STRONG);
const joinedString = witness('sql-injection', FAINT);
const loneQuote = witness('sql-injection', FAINT);
const loneQuoteBehindNumber = witness('sql-injection', TELLING);

/**
 * A quote that breaks out of the string in which the program puts the text, and goes on in SQL. A quote that closes one in the
 * text itself does not: `"cats" and "dogs"` is a search, `x' and 'a'='a` is not.
 */
export function findBreakout(tokens: Tokens, quote: number, evidence: Evidence): void {
  if (!isQuote(tokens.at(quote)) || !tokens.is(quote, Flag.opens)) return;
  let next = quote + 1;
  while (tokens.at(next) === CLOSE && next <= quote + MOST_BRACKETS) next++;
  const logic = logicEnd(tokens, next);
  if (logic >= 0) findCondition(tokens, next, logic, evidence);
  else if (isCommentStart(tokens, next)) findCutOff(tokens, quote, next, evidence);
  else if (tokens.at(next) === 0) findLoneQuote(tokens, quote, evidence);
  else if (beginsClause(tokens, next)) evidence.add(statement);
  else findExpression(tokens, next, evidence);
}

function findCondition(tokens: Tokens, word: number, next: number, evidence: Evidence): void {
  const operand = operandAt(tokens, next);
  const end = operand.end;
  if (operand.kind === 'none') {
    if (tokens.at(next) === 0 && tokens.at(word) !== WORD) evidence.add(halfCondition);
    return;
  }
  const compares = comparisonEnd(tokens, end) >= 0;
  // In `the boys' and girls' toys` nothing is compared.
  if (operand.kind === 'word') evidence.add(compares || tokens.wordAt(word) === XOR ? condition : halfCondition);
  else if (compares || operand.kind === 'call' || operand.kind === 'string') evidence.add(condition);
  else evidence.add(endsStatement(tokens, end) ? condition : halfCondition);
}

function findCutOff(tokens: Tokens, quote: number, comment: number, evidence: Evidence): void {
  const afterMarks = tokens.at(comment) === 0x23 ? comment + 1 : comment + 2;
  const rest = tokens.count - afterMarks;
  const isAtEnd = rest <= 0 || (rest === 1 && (tokens.at(afterMarks) === 0x2d || tokens.at(afterMarks) === 0x2b));
  evidence.add(isAtEnd || tokens.at(quote + 1) === CLOSE ? cutOff : cutOffInText);
}

function findLoneQuote(tokens: Tokens, quote: number, evidence: Evidence): void {
  if (quote > 0 && tokens.at(quote - 1) === NUMBER && tokens.isTight(quote)) evidence.add(loneQuoteBehindNumber);
  else if (tokens.at(quote) !== 0x60) evidence.add(loneQuote);
}

/** `union`, `order by`, `;` and a statement: what no sentence has behind a quote. */
function beginsClause(tokens: Tokens, next: number): boolean {
  if (tokens.at(next) === SEMICOLON) {
    return tokens.has(next + 1, Role.sqlVerb | Role.sqlTimer) || isCommentStart(tokens, next + 1);
  }
  const word = tokens.wordAt(next);
  if (word === UNION) return tokens.at(next + 1) === 0x2b || UNITED.has(tokens.wordAt(skipAll(tokens, next + 1)));
  if (word === ORDER || word === GROUP) return tokens.wordAt(next + 1) === BY;
  const isClause = word === HAVING || word === WHERE || word === LIMIT;
  return isClause && (tokens.at(next + 1) === NUMBER || comparisonEnd(tokens, next + 2) >= 0);
}

/** The token behind `all`, brackets and comments, where what is united begins. */
function skipAll(tokens: Tokens, token: number): number {
  let next = token;
  while (next < token + MOST_BRACKETS && (ALL.has(tokens.wordAt(next)) || tokens.at(next) === 0x28)) next++;
  return next;
}

/** `'='`, `' like '%`, `'||(select …)||'`, `'+sleep(5)+'`. */
function findExpression(tokens: Tokens, next: number, evidence: Evidence): void {
  const compared = comparisonEnd(tokens, next);
  if (compared >= 0) {
    const { kind } = operandAt(tokens, compared);
    const isWord = tokens.at(next) === WORD;
    if (kind === 'string' || (isWord && (kind === 'number' || kind === 'group' || kind === 'call'))) {
      evidence.add(comparison);
    }
    return;
  }
  if (!JOINS.has(tokens.at(next))) return;
  let operand = next + 1;
  while (tokens.at(operand) === tokens.at(next) && operand < next + 3) operand++;
  const { kind, first } = operandAt(tokens, operand);
  const isCode = kind === 'group' ? tokens.has(first + 1, Role.sqlVerb) : isDatabaseCall(tokens, kind, first);
  if (isCode) evidence.add(joined);
  else if (kind === 'string') evidence.add(joinedString);
}

function isDatabaseCall(tokens: Tokens, kind: string, first: number): boolean {
  return kind === 'call' && tokens.has(first, Role.sqlTimer | Role.sqlFunction | Role.sqlPlainFunction);
}
