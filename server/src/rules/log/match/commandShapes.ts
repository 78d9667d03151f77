import { Role } from '../patterns/roles';
import { wordNumber, wordSet } from '../patterns/vocabulary';
import { isRunner } from './commandSigns';
import { commandWordAt, expansionEnd, type CommandWord } from './commandWord';
import { Flag, NUMBER, WORD, type Tokens } from './tokens';
import { FAINT, PROOF, STRONG, TELLING, witness, type Evidence, type Witness } from './witness';

const AMPERSAND = 0x26;
const BACKTICK = 0x60;
const BAR = 0x7c;
const CLOSE = 0x29;
const CLOSE_BRACE = 0x7d;
const COLON = 0x3a;
const COMMA = 0x2c;
const DOLLAR = 0x24;
const DOT = 0x2e;
const EQUALS = 0x3d;
const EXCLAMATION = 0x21;
const HYPHEN = 0x2d;
const OPEN = 0x28;
const QUESTION = 0x3f;
const SEMICOLON = 0x3b;
const LONGEST_EXTENSION = 4;
/** Shorter numbers are counted with, longer ones are addresses and ports. */
const LONG_NUMBER = 7;

const WINDOWS = Role.windowsCommand | Role.windowsTool;
const COMMAND = Role.command | Role.plainCommand | WINDOWS;
/** Names that are no words of a sentence. */
const NO_WORD = Role.command | Role.windowsTool;

/** Where a command may begin. The first three can be part of a sentence, the others are not. */
type Position = 'search' | 'start' | 'ampersand' | 'separator' | 'substitution' | 'parameter';

/** What follows a command's name. */
type Arguments = 'none' | 'words' | 'code';

const ALIAS = wordNumber('alias');
/** Commands that take a command. */
const WRAPPERS = wordSet('time sudo nohup env xargs exec nice timeout watch command busybox setsid stdbuf strace');

const command = witness('command-injection', STRONG);
const possibleCommand = witness('command-injection', TELLING);
const faintCommand = witness('command-injection', FAINT);
const disguisedCommand = witness('command-injection', PROOF);
const runsCode = witness('command-injection', PROOF);
const commandParameter = witness('command-injection', STRONG);
const wrappedCommand = witness('command-injection', STRONG);
const assignment = witness('command-injection', STRONG);
const history = witness('command-injection', STRONG);

/** What is known about a text before its shape: a parameter called `cmd`, one for searching. */
export interface CommandContext {
  readonly isCommandParameter: boolean;
  /** Whether people type here what they look for, perhaps a command. */
  readonly isSearch: boolean;
  /** Whether this is the path of the target, in which `/bin/` is a folder like any other. */
  readonly isPath: boolean;
}

/** A command at the beginning of a text, or one out of the shell's history, `!-1`. */
export function findCommandAtStart(tokens: Tokens, context: CommandContext, evidence: Evidence): void {
  if (context.isCommandParameter) judgeCommand(tokens, 0, 'parameter', evidence);
  else judgeCommand(tokens, 0, context.isSearch || context.isPath ? 'search' : 'start', evidence);
  const isHistory = tokens.at(0) === EXCLAMATION && tokens.at(1) === HYPHEN && tokens.at(2) === NUMBER;
  if (isHistory && tokens.isTight(1) && tokens.isTight(2)) evidence.add(history);
}

/** A command behind `;`, `|`, `&`. */
export function findCommandBehind(tokens: Tokens, separator: number, evidence: Evidence): void {
  const isSingle = tokens.at(separator) === AMPERSAND && !isDouble(tokens, separator);
  judgeCommand(tokens, separator + 1, isSingle ? 'ampersand' : 'separator', evidence);
}

/** Looks whether a command begins at a token. */
export function judgeCommand(tokens: Tokens, token: number, position: Position, evidence: Evidence): void {
  if (token >= tokens.count) return;
  const first = commandStart(tokens, token);
  const word = commandWordAt(tokens, first);
  if ((word.roles & COMMAND) === 0) return;
  if (word.hasCapital && (word.roles & WINDOWS) === 0) return;
  const weighed = weigh(tokens, first, word, position);
  if (weighed !== undefined) evidence.add(weighed);
}

/** Behind what may stand before a command: an empty variable, `;$a cat x`, or the bracket of a subshell, `&&(sh)`. */
function commandStart(tokens: Tokens, token: number): number {
  if (tokens.at(token) === OPEN) return token + 1;
  const end = tokens.at(token) === DOLLAR ? expansionEnd(tokens, token) : -1;
  return end > 0 && tokens.is(end, Flag.blank) ? end : token;
}

function weigh(tokens: Tokens, first: number, word: CommandWord, position: Position): Witness | undefined {
  const follows = argumentsAt(tokens, word.end);
  const isPlain = (word.roles & NO_WORD) === 0;
  const isAtStart = position === 'start' || position === 'search';
  if (word.disguises > 1 && (follows !== 'words' || !isPlain || !isAtStart)) return disguisedCommand;
  if (word.disguises > 0 && !isAtStart && follows === 'code') return disguisedCommand;
  if (isRunner(tokens, word)) return runsCode;
  if (tokens.wordAt(first) === ALIAS && tokens.at(first + 2) === EQUALS) return assignment;
  if (position === 'parameter') return commandParameter;
  if (WRAPPERS.has(tokens.wordAt(word.end - 1)) && isWrapped(tokens, word.end)) return wrappedCommand;
  if (position === 'substitution') return isPlain && follows === 'words' ? faintCommand : command;
  if (isAtStart) return weighAtStart(tokens, word, follows, position);
  if (follows === 'code') return command;
  // Names of languages and programs are listed with semicolons: php;mysql;python.
  const isName = isPlain || (word.roles & Role.technology) !== 0;
  if (follows === 'words') return isPlain ? faintCommand : possibleCommand;
  if (isName && isSeparator(tokens.at(word.end))) return undefined;
  if (position === 'ampersand') return first > 1 && (isName || !tokens.isTight(first)) ? faintCommand : command;
  return isName && !isBrokenOff(tokens, first - 1) ? possibleCommand : command;
}

function weighAtStart(tokens: Tokens, word: CommandWord, follows: Arguments, position: Position): Witness | undefined {
  const isName = (word.roles & NO_WORD) === 0 || (word.roles & Role.technology) !== 0;
  const isChained = isSeparator(tokens.at(word.end));
  if (follows !== 'code' && !isChained) return undefined;
  if (position === 'search') return possibleCommand;
  if (isChained) return isName ? undefined : command;
  return (word.roles & NO_WORD) === 0 ? faintCommand : command;
}

/** `time curl example.net`, `nohup ifconfig`: a command behind one that runs others. */
function isWrapped(tokens: Tokens, token: number): boolean {
  const inner = commandWordAt(tokens, token);
  if ((inner.roles & NO_WORD) === 0 || inner.hasCapital || !tokens.is(token, Flag.blank)) return false;
  const follows = argumentsAt(tokens, inner.end);
  return follows === 'code' || (follows === 'none' && (inner.roles & Role.technology) === 0);
}

/** Whether a separator stands at the beginning, or behind a number or quote: where somebody else's text was broken off. */
function isBrokenOff(tokens: Tokens, separator: number): boolean {
  return separator <= 0 || tokens.at(separator - 1) !== WORD;
}

function isSeparator(code: number): boolean {
  return code === SEMICOLON || code === BAR;
}

function argumentsAt(tokens: Tokens, token: number): Arguments {
  const code = tokens.at(token);
  if (code === 0 || code === CLOSE || code === BACKTICK || code === CLOSE_BRACE || isSeparator(code)) return 'none';
  // A function's brackets, and a name that goes on.
  if (code === OPEN && tokens.isTight(token)) return 'words';
  if (code === HYPHEN) return tokens.is(token, Flag.blank) && tokens.isTight(token + 1) ? 'code' : 'words';
  if (code === WORD) return isFileName(tokens, token) ? 'code' : 'words';
  if (code === NUMBER) return tokens.at(token + 1) === 0 || tokens.size(token) >= LONG_NUMBER ? 'code' : 'words';
  const isPunctuation =
    code === COMMA || code === COLON || code === QUESTION || code === EXCLAMATION || code === EQUALS;
  return isPunctuation ? 'words' : 'code';
}

/** `http://…`, `test.txt`, `example.org`, `C:\x`. */
function isFileName(tokens: Tokens, token: number): boolean {
  const next = tokens.at(token + 1);
  if (!tokens.isTight(token + 1)) return false;
  if (next === COLON) return tokens.at(token + 2) === 0x2f || tokens.at(token + 2) === 0x5c;
  if (next !== DOT || tokens.at(token + 2) !== WORD || !tokens.isTight(token + 2)) return false;
  return tokens.size(token + 2) <= LONGEST_EXTENSION;
}

function isDouble(tokens: Tokens, token: number): boolean {
  const code = tokens.at(token);
  const follows = tokens.at(token + 1) === code && tokens.isTight(token + 1);
  return follows || (tokens.at(token - 1) === code && tokens.isTight(token));
}
