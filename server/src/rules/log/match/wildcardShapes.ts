import { Role } from '../patterns/roles';
import { findWord, rolesOf } from '../patterns/vocabulary';
import { Flag, NUMBER, WORD, type Tokens } from './tokens';
import { PROOF, STRONG, witness, type Evidence } from './witness';

const SLASH = 0x2f;
const STAR = 0x2a;
const QUESTION = 0x3f;
const OPEN_BRACKET = 0x5b;
const OPEN_BRACE = 0x7b;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const EQUALS = 0x3d;
const DOLLAR = 0x24;

/** Folders at the root of a Unix system that hold what an intruder reads or runs. */
const SYSTEM_FOLDERS = ['etc', 'bin', 'sbin', 'usr', 'dev', 'proc', 'var', 'tmp', 'home', 'root', 'opt'];
const LONGEST_FOLDER = 4;
/** Tokens of a path that are looked at; with wildcards there are three or four to a folder. */
const LONGEST_PATH = 32;
const MOST_ALTERNATIVES = 16;
const LONGEST_WORD = 32;

const hiddenPath = witness('command-injection', PROOF);
const commandOnWildcard = witness('command-injection', STRONG);
const alternatives = witness('command-injection', STRONG);

/** `/[e]tc/pa?swd`, `/???/??t`: a path of the system of which wildcards hide letters. */
export function findHiddenPath(tokens: Tokens, slash: number, evidence: Evidence): void {
  if (tokens.at(slash - 1) === SLASH || (tokens.isTight(slash) && tokens.at(slash - 1) === WORD)) return;
  let wildcards = 0;
  let folders = 0;
  const end = Math.min(tokens.count, slash + LONGEST_PATH);
  for (let at = slash + 1; at < end && tokens.isTight(at); at++) {
    const code = tokens.code[at]!;
    if (code === SLASH) folders++;
    else if (code === QUESTION || code === STAR || code === OPEN_BRACKET) wildcards++;
    else if (!isPathToken(code)) break;
  }
  if (wildcards === 0) return;
  const isArgument = tokens.is(slash, Flag.blank) && tokens.has(slash - 1, Role.command);
  if (folders > 0 && matchesSystemFolder(tokens, slash + 1)) evidence.add(hiddenPath);
  else if (isArgument) evidence.add(commandOnWildcard);
}

function isPathToken(code: number): boolean {
  // . - ] ! ^ ~ and words.
  return code === WORD || code === NUMBER || [0x2e, HYPHEN, 0x5d, 0x21, 0x5e, 0x7e].includes(code);
}

/** Whether the part of a path from a token to the next slash can stand for a folder of the system. */
function matchesSystemFolder(tokens: Tokens, token: number): boolean {
  const pattern: number[] = [];
  let at = token;
  for (; at < tokens.count && tokens.code[at] !== SLASH; at++) {
    if (pattern.length > LONGEST_FOLDER) return false;
    const code = tokens.code[at]!;
    const close = code === OPEN_BRACKET ? classEnd(tokens, at) : -1;
    if (close > 0) {
      pattern.push(QUESTION);
      at = close;
    } else {
      for (let byte = tokens.start[at]!; byte < tokens.end[at]!; byte++) pattern.push(tokens.bytes[byte]!);
    }
  }
  return SYSTEM_FOLDERS.some((folder) => fits(pattern, folder));
}

/** The bracket that closes a class such as `[e//]`, which may hold slashes; -1 when it is not near. */
function classEnd(tokens: Tokens, open: number): number {
  const close = tokens.pair[open]!;
  return close > open && close - open < LONGEST_WORD ? close : -1;
}

/** Whether a name fits a pattern of letters, `?` for one and at most one `*` for any. */
function fits(pattern: readonly number[], name: string): boolean {
  const star = pattern.indexOf(STAR);
  const before = star < 0 ? pattern.length : star;
  const after = star < 0 ? 0 : pattern.length - star - 1;
  if (star < 0 ? name.length !== before : name.length < before + after) return false;
  const isSame = (byte: number, at: number): boolean => byte === QUESTION || byte === name.charCodeAt(at);
  return (
    pattern.slice(0, before).every(isSame) &&
    pattern.slice(pattern.length - after).every((byte, at) => isSame(byte, name.length - after + at))
  );
}

/** `{ls,-la}`, `c{a,oun}t`, `{,ip,a}`: alternatives that a shell writes out to a command and its parameters. */
export function findAlternatives(tokens: Tokens, brace: number, evidence: Evidence): void {
  const close = tokens.pair[brace]!;
  if (close < brace + 3 || close - brace > 3 * MOST_ALTERNATIVES) return;
  let commas = 0;
  let switches = 0;
  for (let at = brace + 1; at < close; at++) {
    const code = tokens.code[at]!;
    // JSON, CSS and code have blanks, colons or semicolons between braces, a shell's list has none.
    if (!tokens.isTight(at) || code === 0x3a || code === 0x3b || code === OPEN_BRACE || code === EQUALS) return;
    if (code === COMMA) commas++;
    if (code === HYPHEN && tokens.at(at - 1) === COMMA) switches++;
  }
  if (commas === 0 || tokens.at(brace - 1) === DOLLAR) return;
  const beginsEmpty = tokens.at(brace + 1) === COMMA && tokens.at(brace + 2) !== COMMA;
  const endsEmpty = tokens.at(close - 1) === COMMA && tokens.at(brace + 1) === WORD;
  if (beginsEmpty || endsEmpty || switches > 0 || makesCommand(tokens, brace, close)) evidence.add(alternatives);
}

/** Whether one of the alternatives, with what stands around them, is a command: `c{a,oun}t`. */
function makesCommand(tokens: Tokens, brace: number, close: number): boolean {
  const hasPrefix = brace > 0 && tokens.at(brace - 1) === WORD && tokens.isTight(brace);
  const hasSuffix = tokens.at(close + 1) === WORD && tokens.isTight(close + 1);
  const from = hasPrefix ? tokens.start[brace - 1]! : tokens.start[brace]!;
  const to = hasSuffix ? tokens.end[close + 1]! : tokens.end[close]!;
  if (to - from > LONGEST_WORD * 2) return false;
  const prefix = tokens.bytes.subarray(from, tokens.start[brace]);
  const suffix = tokens.bytes.subarray(tokens.end[close], to);
  for (let at = brace + 1; at < close; at++) {
    if (tokens.code[at] !== WORD) continue;
    const word = Uint8Array.of(...prefix, ...tokens.bytes.subarray(tokens.start[at], tokens.end[at]), ...suffix);
    if ((rolesOf(findWord(word, 0, word.length)) & Role.command) !== 0) return true;
  }
  return false;
}
