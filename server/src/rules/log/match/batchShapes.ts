import { Role } from '../patterns/roles';
import { wordNumber } from '../patterns/vocabulary';
import { Flag, NUMBER, WORD, type Tokens } from './tokens';
import { PROOF, STRONG, witness, type Evidence } from './witness';

const SLASH = 0x2f;
const PERCENT = 0x25;
const OPEN = 0x28;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const CLOSE = 0x29;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
/** How far the parts of a statement lie from each other. */
const REACH = 24;

const FOR = wordNumber('for');
const IN = wordNumber('in');
const IF = wordNumber('if');
const NOT = wordNumber('not');
const EXIST = wordNumber('exist');
const DEFINED = wordNumber('defined');
const ERRORLEVEL = wordNumber('errorlevel');
const CMDEXTVERSION = wordNumber('cmdextversion');

const loop = witness('command-injection', PROOF);
const comparison = witness('command-injection', STRONG);
const existence = witness('command-injection', STRONG);

/** Statements of Windows batch files, which injected commands are built with where no Unix shell is. */
export function findBatch(tokens: Tokens, token: number, evidence: Evidence): void {
  const word = tokens.wordAt(token);
  if (word === FOR) findLoop(tokens, token, evidence);
  else if (word === IF) findCondition(tokens, token, evidence);
}

/** `for /f "…" %x in (…) do …`. */
function findLoop(tokens: Tokens, token: number, evidence: Evidence): void {
  const next = tokens.at(token + 1);
  if (next !== SLASH && next !== PERCENT) return;
  const end = Math.min(tokens.count, token + REACH);
  let hasVariable = next === PERCENT;
  for (let at = token + 2; at < end; at++) {
    if (tokens.code[at] === PERCENT) hasVariable = true;
    if (tokens.word[at] === IN && tokens.at(at + 1) === OPEN) return hasVariable ? evidence.add(loop) : undefined;
  }
}

/** `if exist x del`, `if not defined x set`, `if "%1"=="" goto`, `if 2 geq 15 echo`, `if errorlevel 3 …`. */
function findCondition(tokens: Tokens, token: number, evidence: Evidence): void {
  let next = token + 1;
  const hasSwitch = tokens.at(next) === SLASH && tokens.size(next + 1) === 1;
  if (hasSwitch) next += 2;
  if (!tokens.is(next, Flag.blank)) return;
  if (tokens.wordAt(next) === NOT) next++;
  if (isTest(tokens, next)) return evidence.add(existence);
  const end = Math.min(tokens.count, next + REACH);
  for (let at = next + 1; at < end; at++) {
    if (tokens.has(at, Role.batchCompare)) return evidence.add(comparison);
    if (tokens.code[at] === EQUALS && tokens.at(at + 1) === EQUALS) {
      return isComparison(tokens, at) || hasSwitch ? evidence.add(comparison) : undefined;
    }
  }
}

/** `exist x command`, `defined x command`, `errorlevel 3`, `cmdextversion 2`. */
function isTest(tokens: Tokens, token: number): boolean {
  if (tokens.wordAt(token) === ERRORLEVEL || tokens.wordAt(token) === CMDEXTVERSION) {
    return tokens.at(token + 1) === NUMBER;
  }
  const isTested = tokens.wordAt(token) === EXIST || tokens.wordAt(token) === DEFINED;
  return isTested && tokens.at(token + 2) !== 0 && tokens.is(token + 1, Flag.blank);
}

/** In other languages blanks stand around `==`, unless both sides are in quotes or brackets. */
function isComparison(tokens: Tokens, equals: number): boolean {
  const second = equals + 1;
  const before = tokens.at(equals - 1);
  const isFramed = before === QUOTE || before === CLOSE || before === CLOSE_BRACKET;
  if (isFramed) return [QUOTE, OPEN, OPEN_BRACKET, PERCENT].includes(tokens.at(second + 1));
  if (before === PERCENT) return true;
  const isTight = tokens.isTight(equals) && tokens.isTight(second) && tokens.isTight(second + 1);
  return isTight && [WORD, NUMBER, QUOTE, OPEN, EQUALS, PERCENT].includes(tokens.at(second + 1));
}
