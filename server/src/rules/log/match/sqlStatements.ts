import { Role } from '../patterns/roles';
import { wordNumbers } from '../patterns/vocabulary';
import { comparisonEnd, endsStatement, isCommentStart, isQuote, operandAt } from './sqlOperands';
import { Flag, NUMBER, WORD, type Tokens } from './tokens';
import { PROOF, STRONG, TELLING, witness, type Evidence } from './witness';

const OPEN = 0x28;
const CLOSE = 0x29;
const STAR = 0x2a;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const SEMICOLON = 0x3b;
const AT = 0x40;
/** How far behind `select` its `from` is looked for, and `then` behind `case`: what lies further apart is another sentence. */
const REACH = 24;

const SQL = wordNumbers(
  'all',
  'distinct',
  'select',
  'values',
  'from',
  'into',
  'update',
  'set',
  'delete',
  'drop',
  'insert',
  'exec',
  'execute',
  'declare',
  'waitfor',
  'delay',
  'group',
  'order',
  'by',
  'having',
  'case',
  'when',
  'then',
  'intersect',
  'except',
  'union',
  'where',
  'table',
  'outfile',
  'create',
  'alter',
  'truncate',
  'null',
  'dumpfile',
  'shutdown',
);

/** What is dropped, created and altered. */
const OBJECTS: ReadonlySet<number> = new Set(
  Object.values(
    wordNumbers('table', 'database', 'schema', 'view', 'index', 'column', 'user', 'function', 'procedure', 'trigger'),
  ),
);

const unionSelect = witness('sql-injection', PROOF);
const bareUnionSelect = witness('sql-injection', TELLING);
const strandedUnionSelect = witness('sql-injection', STRONG);
const selection = witness('sql-injection', STRONG);
const subquery = witness('sql-injection', TELLING);
const change = witness('sql-injection', STRONG);
const possibleChange = witness('sql-injection', TELLING);
const delay = witness('sql-injection', PROOF);
const fileWrite = witness('sql-injection', PROOF);
const sorting = witness('sql-injection', STRONG);
const possibleSorting = witness('sql-injection', TELLING);
const grouping = witness('sql-injection', STRONG);
const caseExpression = witness('sql-injection', STRONG);
const possibleCase = witness('sql-injection', TELLING);

/** A statement of SQL, or the part of one, that begins with a key word. */
export function findStatement(tokens: Tokens, token: number, evidence: Evidence): void {
  const word = tokens.wordAt(token);
  switch (word) {
    case SQL.union:
    case SQL.intersect:
    case SQL.except:
      return findUnion(tokens, token, evidence);
    case SQL.select:
      return findSelection(tokens, token, evidence);
    case SQL.order:
      return findSorting(tokens, token, evidence);
    case SQL.group:
      return findGrouping(tokens, token, evidence);
    case SQL.having:
      if (tokens.at(token + 1) === NUMBER && comparisonEnd(tokens, token + 2) >= 0) evidence.add(grouping);
      return;
    case SQL.case:
      return findCase(tokens, token, evidence);
    case SQL.waitfor:
      if (tokens.wordAt(token + 1) === SQL.delay) evidence.add(delay);
      return;
    case SQL.into:
      if ([SQL.outfile, SQL.dumpfile].includes(tokens.wordAt(token + 1)) && isQuote(tokens.at(token + 2))) {
        evidence.add(fileWrite);
      }
      return;
    default:
      if (tokens.has(token, Role.sqlVerb)) findChange(tokens, token, word, evidence);
  }
}

/** `union all select 1,2`, `union select null`, `except values(…)`; in "credit union select visa" no list follows. */
function findUnion(tokens: Tokens, token: number, evidence: Evidence): void {
  let next = token + 1;
  const word = tokens.wordAt(next);
  const isAll = word === SQL.all || word === SQL.distinct;
  if (isAll) next++;
  while (tokens.at(next) === OPEN && next < token + 6) next++;
  const verb = tokens.wordAt(next);
  if (verb !== SQL.select && verb !== SQL.values) return;
  if (isAll || tokens.is(next, Flag.comment) || beginsList(tokens, next + 1)) evidence.add(unionSelect);
  else if (tokens.at(next + 1) === 0 && token === 0) evidence.add(strandedUnionSelect);
  else evidence.add(followsValue(tokens, token) ? unionSelect : bareUnionSelect);
}

function beginsList(tokens: Tokens, token: number): boolean {
  const code = tokens.at(token);
  if (code === NUMBER || code === STAR || code === OPEN || code === AT || isQuote(code)) return true;
  // In an address hyphens join words: /select-from-where.
  if (code === HYPHEN) return tokens.at(token + 1) === NUMBER || tokens.at(token + 1) === OPEN;
  if (code !== WORD) return code === 0x2e || code === 0x7e;
  const next = tokens.at(token + 1);
  return tokens.wordAt(token) === SQL.null || next === COMMA || next === OPEN || tokens.wordAt(token + 1) === SQL.from;
}

/** `select * from`, `select a,b from`, `select sleep(…)`, `(select …)`; not "select the best from union station". */
function findSelection(tokens: Tokens, token: number, evidence: Evidence): void {
  const next = token + 1;
  const isCall = tokens.at(next) === WORD && tokens.at(next + 1) === OPEN;
  const from = finds(tokens, next, SQL.from);
  if (isCall && tokens.has(next, Role.sqlFunction | Role.sqlPlainFunction | Role.sqlTimer)) evidence.add(selection);
  else if (tokens.at(next) === OPEN && tokens.pair[next]! > 0 && isLoneCall(tokens, next)) evidence.add(selection);
  else if (tokens.at(next) === AT && tokens.at(next + 1) === AT) evidence.add(selection);
  else if (from >= 0 && (beginsList(tokens, next) || tokens.at(token - 1) === OPEN)) evidence.add(selection);
  else if (from >= 0 && (finds(tokens, from, SQL.where) >= 0 || tokens.wordAt(from + 1) === SQL.table)) {
    evidence.add(possibleChange);
  } else if (tokens.at(token - 1) === OPEN) evidence.add(subquery);
}

/** `select(sleep(10))`: the brackets hold a call of a database function. */
function isLoneCall(tokens: Tokens, open: number): boolean {
  return tokens.at(open + 2) === OPEN && tokens.has(open + 1, Role.sqlFunction | Role.sqlTimer | Role.sqlPlainFunction);
}

/** `group by x having count(y) > 1`. */
function findGrouping(tokens: Tokens, token: number, evidence: Evidence): void {
  const having = tokens.wordAt(token + 1) === SQL.by ? finds(tokens, token + 2, SQL.having) : -1;
  if (having >= 0 && comparisonEnd(tokens, operandAt(tokens, having + 1).end) >= 0) evidence.add(grouping);
}

/** `1' order by 5--`: to count the columns. */
function findSorting(tokens: Tokens, token: number, evidence: Evidence): void {
  if (tokens.wordAt(token + 1) !== SQL.by || tokens.at(token + 2) !== NUMBER) return;
  const isCut = isCommentStart(tokens, token + 3) || (followsValue(tokens, token) && tokens.at(token + 3) === 0);
  evidence.add(isCut ? sorting : possibleSorting);
}

function findCase(tokens: Tokens, token: number, evidence: Evidence): void {
  if (tokens.wordAt(token + 1) !== SQL.when || finds(tokens, token + 2, SQL.then) < 0) return;
  evidence.add(
    token === 0 || tokens.at(token - 1) !== WORD || tokens.at(token + 2) === OPEN ? caseExpression : possibleCase,
  );
}

/** Statements that change something, or run: `; drop table x`, `insert into x values`, `exec master..xp_`. */
function findChange(tokens: Tokens, token: number, word: number, evidence: Evidence): void {
  const isStacked = tokens.at(token - 1) === SEMICOLON;
  if (isWholeChange(tokens, token, word)) evidence.add(change);
  else if (isStacked && isPossibleChange(tokens, token, word)) evidence.add(change);
  else if (isPossibleChange(tokens, token, word)) evidence.add(possibleChange);
}

function isWholeChange(tokens: Tokens, token: number, word: number): boolean {
  const next = tokens.wordAt(token + 1);
  if (word === SQL.insert) {
    return next === SQL.into && (tokens.at(token + 3) === OPEN || finds(tokens, token + 2, SQL.values) >= 0);
  }
  if (word === SQL.delete) return next === SQL.from && finds(tokens, token + 2, SQL.where) >= 0;
  if (word === SQL.update) return tokens.wordAt(token + 2) === SQL.set && tokens.at(token + 4) === 0x3d;
  if (word === SQL.drop) return cutsOff(tokens, OBJECTS.has(next) ? token + 3 : token + 2);
  if (word === SQL.create) return next === SQL.table && finds(tokens, token + 2, -1, OPEN) >= 0;
  if (word === SQL.declare) return tokens.at(token + 1) === AT;
  return false;
}

/** What is enough behind a semicolon, where only a statement can follow. */
function isPossibleChange(tokens: Tokens, token: number, word: number): boolean {
  const next = tokens.wordAt(token + 1);
  const code = tokens.at(token + 1);
  if (word === SQL.insert) return next === SQL.into;
  if (word === SQL.delete) return next === SQL.from;
  if (word === SQL.update) return tokens.wordAt(token + 2) === SQL.set;
  if (word === SQL.drop || word === SQL.create || word === SQL.alter) return OBJECTS.has(next);
  if (word === SQL.truncate) return code === 0x5b || next === SQL.table;
  if (word === SQL.select) return beginsList(tokens, token + 1);
  if (word === SQL.exec || word === SQL.execute) return code === OPEN || tokens.at(token + 2) === 0x2e;
  return word === SQL.shutdown && endsStatement(tokens, token + 1);
}

/** Whether a statement ends here with a mark, and what the program goes on with is cut off. */
function cutsOff(tokens: Tokens, token: number): boolean {
  return isCommentStart(tokens, token) || (tokens.at(token) === SEMICOLON && isCommentStart(tokens, token + 1));
}

function followsValue(tokens: Tokens, token: number): boolean {
  const code = tokens.at(token - 1);
  return code === NUMBER || code === CLOSE || isQuote(code) || tokens.is(token, Flag.comment);
}

/** The first token from `start` on, not far, that is a word (or, where none is given, a mark); -1 when there is none. */
function finds(tokens: Tokens, start: number, word: number, code = 0): number {
  const end = Math.min(tokens.count, start + REACH);
  for (let at = start; at < end; at++) {
    if (word < 0 ? tokens.code[at] === code : tokens.word[at] === word) return at;
  }
  return -1;
}
