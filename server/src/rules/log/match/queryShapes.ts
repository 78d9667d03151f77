import { wordNumber, wordSet } from '../patterns/vocabulary';
import { NUMBER, WORD, type Tokens } from './tokens';
import { PROOF, STRONG, witness, type Evidence } from './witness';

const OPEN = 0x28;
const AMPERSAND = 0x26;
const BAR = 0x7c;
const NOT = 0x21;
const OPEN_BRACKET = 0x5b;
const EQUALS = 0x3d;
const COLON = 0x3a;
const MOST_BRACKETS = 8;

/** Operators of MongoDB's query language (its manual, "Query and Projection Operators"). */
const MONGO_OPERATORS = wordSet('ne eq gt gte lt lte in nin regex where exists or and not nor type expr mod all func');
const WHERE = wordNumber('where');

const ldapFilter = witness('query-injection', STRONG);
const mongoOperator = witness('query-injection', PROOF);
const mongoWhere = witness('query-injection', STRONG);

/** `)(uid=*`, `)&(cn=admin`, `)(|(`, `) ( & `: the program's filter is closed and one's own begun. */
export function findLdap(tokens: Tokens, close: number, evidence: Evidence): void {
  // A sum or an arrow function closes brackets that it opened itself.
  if (tokens.pair[close]! >= 0) return;
  let next = close + 1;
  if (isOperator(tokens.at(next))) next++;
  if (tokens.at(next) !== OPEN) return;
  let inner = next + 1;
  while (inner < next + MOST_BRACKETS && (tokens.at(inner) === OPEN || isOperator(tokens.at(inner)))) inner++;
  if (inner > next + 1) return evidence.add(ldapFilter);
  const operator = tokens.at(inner + 1);
  const isFilter =
    operator === EQUALS ||
    ((operator === 0x7e || operator === 0x3c || operator === 0x3e || operator === COLON) &&
      tokens.at(inner + 2) === EQUALS);
  if (tokens.at(inner) === WORD && isFilter) evidence.add(ldapFilter);
}

function isOperator(code: number): boolean {
  return code === AMPERSAND || code === BAR || code === NOT;
}

/** `user[$ne]=`, `{"$gt":""}`, `$where: …`. */
export function findMongo(tokens: Tokens, dollar: number, evidence: Evidence): void {
  const name = dollar + 1;
  if (tokens.at(name) !== WORD || !tokens.isTight(name)) return;
  if (!MONGO_OPERATORS.has(tokens.wordAt(name))) return;
  const before = tokens.at(dollar - 1);
  const next = tokens.at(name + 1);
  const isKey = (before === 0x22 || before === 0x27) && next === before;
  if (before === OPEN_BRACKET && (next === 0x5d || next === NUMBER || next === 0)) evidence.add(mongoOperator);
  else if (isKey && tokens.at(name + 2) === COLON) evidence.add(mongoOperator);
  else if (tokens.wordAt(name) === WHERE && (next === COLON || next === EQUALS || next === 0)) evidence.add(mongoWhere);
}
