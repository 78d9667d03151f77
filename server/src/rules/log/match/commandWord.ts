import { isDigit } from '../../../log/bytes';
import { findWord, rolesOf } from '../patterns/vocabulary';
import { Flag, NUMBER, WORD, type Tokens } from './tokens';

const DOLLAR = 0x24;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;
const BACKTICK = 0x60;
const OPEN = 0x28;
const OPEN_BRACE = 0x7b;
const DOT = 0x2e;
const HYPHEN = 0x2d;
const CARET = 0x5e;
const LONGEST_COMMAND = 32;
/** Tokens of a word that are looked at: a long command, each letter in quotes of its own. */
const MOST_TOKENS = 4 * LONGEST_COMMAND;
/** Behind a dollar: special parameters of the shell, of which most are empty: @ * ? ! # - $. */
const SPECIAL_PARAMETERS = new Set([0x40, 0x2a, 0x3f, 0x21, 0x23, 0x2d, 0x24]);
/** Wildcards: ? * [ ]. */
const WILDCARDS = new Set([0x3f, 0x2a, 0x5b, 0x5d]);

/** A word as a shell reads it: the name of a command, perhaps written so that a filter does not see it. */
export interface CommandWord {
  /** `Role`s of the name behind the last slash. */
  readonly roles: number;
  /** The token behind it. */
  readonly end: number;
  /** How many quotes, backslashes and empty variables are in it: `c'a't`, `c\at`, `c$@at`. */
  readonly disguises: number;
  /** Whether it is written with its folder: `/bin/cat`. */
  readonly isPath: boolean;
  readonly hasWildcard: boolean;
  readonly hasCapital: boolean;
}

const name = new Uint8Array(LONGEST_COMMAND);

/** Reads the word that begins at a token, up to the next blank or separator. */
export function commandWordAt(tokens: Tokens, token: number): CommandWord {
  let length = 0;
  let disguises = 0;
  let quotes = 0;
  let pieces = 0;
  let innerQuotes = 0;
  let quotesSincePiece = 0;
  let isPath = false;
  let hasWildcard = false;
  let hasCapital = false;
  let at = token;
  const last = Math.min(tokens.count, token + MOST_TOKENS);
  for (; at < last && (at === token || tokens.isTight(at)); at++) {
    const code = tokens.at(at);
    if (code === WORD || code === NUMBER || code === HYPHEN || code === DOT) {
      length = append(tokens, at, length);
      if (pieces++ > 0) innerQuotes += quotesSincePiece;
      quotesSincePiece = 0;
      hasCapital ||= tokens.is(at, Flag.capital);
    } else if (code === 0x27 || code === 0x22) {
      quotes++;
      quotesSincePiece++;
    } else if (code === BACKSLASH || code === CARET) disguises++;
    else if (code === BACKTICK && tokens.pair[at] === at + 1) {
      disguises++;
      at++;
    } else if (code === DOLLAR) {
      const end = expansionEnd(tokens, at);
      if (end < 0) break;
      disguises++;
      at = end - 1;
    } else if (code === SLASH) {
      isPath = true;
      length = 0;
    } else if (WILDCARDS.has(code)) hasWildcard = true;
    else break;
  }
  // Within a word a shell drops quotes in pairs; an apostrophe is one alone.
  if (quotes >= 2 && innerQuotes > 0) disguises += quotes;
  const roles = rolesOf(findWord(name, 0, withoutVersion(length)));
  return { roles, end: at, disguises, isPath, hasWildcard, hasCapital };
}

/** Where an expansion of the shell that begins with this dollar ends: `$x`, `$@`, `${x}`, `$()`; -1 when it is none. */
export function expansionEnd(tokens: Tokens, dollar: number): number {
  const next = dollar + 1;
  if (!tokens.isTight(next)) return -1;
  const code = tokens.at(next);
  if (code === WORD || code === NUMBER || SPECIAL_PARAMETERS.has(code)) return next + 1;
  if (code !== OPEN && code !== OPEN_BRACE) return -1;
  const close = tokens.pair[next]!;
  return close > next && (code === OPEN_BRACE || close === next + 1) ? close + 1 : -1;
}

/** Length of a name without the version behind it: `python3.10`, `php-8.2`. Names that end in a digit are listed so. */
function withoutVersion(length: number): number {
  if (rolesOf(findWord(name, 0, length)) !== 0) return length;
  let end = length;
  while (end > 0 && (isDigit(name[end - 1]) || name[end - 1] === DOT || name[end - 1] === HYPHEN)) end--;
  return end;
}

function append(tokens: Tokens, token: number, length: number): number {
  const start = tokens.start[token]!;
  const end = tokens.end[token]!;
  // Longer than any command: it can't be found, whatever follows.
  if (length + end - start > LONGEST_COMMAND) return LONGEST_COMMAND;
  for (let at = start; at < end; at++) name[length++] = tokens.bytes[at]!;
  return length;
}
