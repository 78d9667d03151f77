import { findBracketedOperator, findCall } from './sqlCalls';
import { findCondition } from './sqlConditions';
import { findStatement } from './sqlStatements';
import type { Tokens } from './tokens';
import { PROOF, STRONG, witness, type Evidence } from './witness';

const cutWord = witness('sql-injection', PROOF);
const versionComment = witness('sql-injection', STRONG);

/**
 * The shapes of SQL injection in a text: not key words, which sentences have too, but key words where only a program puts them.
 * In the spirit of libinjection (N. Galbreath, "libinjection", Black Hat 2012), which classifies sequences of tokens.
 */
export function findSqlAt(tokens: Tokens, word: number, evidence: Evidence): void {
  findStatement(tokens, word, evidence);
  findCondition(tokens, word, evidence);
  findCall(tokens, word, evidence);
  findBracketedOperator(tokens, word, evidence);
}

/** Comments that cut key words in two or hide code from other databases. */
export function findSqlComments(tokens: Tokens, evidence: Evidence): void {
  if (tokens.cutWord) evidence.add(cutWord);
  if (tokens.versionComment) evidence.add(versionComment);
}
