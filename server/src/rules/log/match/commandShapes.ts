import { Role } from '../patterns/roles';
import { wordNumber, wordSet } from '../patterns/vocabulary';
import { commandWordAt, expansionEnd, type CommandWord } from './commandWord';
import { Flag, NUMBER, WORD, type Tokens } from './tokens';
import { FAINT, PROOF, STRONG, TELLING, witness, type Evidence } from './witness';

const AMPERSAND = 0x26;
const DOLLAR = 0x24;
const OPEN = 0x28;
const OPEN_BRACE = 0x7b;
const OPEN_BRACKET = 0x5b;
const BACKTICK = 0x60;
const HYPHEN = 0x2d;
const COLON = 0x3a;
const EQUALS = 0x3d;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;
const WINDOWS = Role.windowsCommand | Role.windowsTool;
const COMMAND = Role.command | Role.plainCommand | WINDOWS;
/** Names that are no words of a sentence. */
const NO_WORD = Role.command | Role.windowsTool;

/** Where a command may begin. The first three can be part of a sentence, the others are not. */
type Position = 'search' | 'start' | 'ampersand' | 'separator' | 'substitution' | 'parameter';

/** What follows a command's name. */
type Arguments = 'none' | 'words' | 'code';

const ALIAS = wordNumber('alias');
const NET = wordNumber('net');
const CMD = wordNumber('cmd');
const USR = wordNumber('usr');
const BINARIES = wordSet('bin sbin');
const INTERPRETERS = wordSet(
  'sh bash zsh ksh csh tcsh dash ash perl python python2 python3 php php5 php7 php8 ruby node lua busybox nc ncat netcat',
);
/** Programs that connect a shell to a machine far away. */
const NETWORK_TOOLS = wordSet('nc ncat netcat telnet socat');
/** `1.1.1.1`. */
const SHORTEST_ADDRESS = 7;
const NET_COMMANDS = wordSet('user localgroup view use share group start stop accounts');

const binary = witness('command-injection', STRONG);
const cmdlet = witness('command-injection', STRONG);
const possibleCmdlet = witness('command-injection', TELLING);
const command = witness('command-injection', STRONG);
const possibleCommand = witness('command-injection', TELLING);
const faintCommand = witness('command-injection', FAINT);
const disguisedCommand = witness('command-injection', PROOF);
const runsCode = witness('command-injection', PROOF);
const commandParameter = witness('command-injection', STRONG);
const substitution = witness('command-injection', STRONG);
const arithmetic = witness('command-injection', STRONG);
const expansion = witness('command-injection', STRONG);
const assignment = witness('command-injection', STRONG);

/** What is known about a text before its shape: a parameter called `cmd`, an agent in which `;` is ordinary. */
export interface CommandContext {
  readonly isCommandParameter: boolean;
  /** Whether people type here what they look for, perhaps a command. */
  readonly isSearch: boolean;
  /** Whether this is the path of the target, in which `/bin/` is a folder like any other. */
  readonly isPath: boolean;
}

/** A command at the beginning of a text. */
export function findCommandAtStart(tokens: Tokens, context: CommandContext, evidence: Evidence): void {
  if (context.isCommandParameter) judge(tokens, 0, 'parameter', evidence);
  else judge(tokens, 0, context.isSearch || context.isPath ? 'search' : 'start', evidence);
}

/** A command behind `;`, `|`, `&` and line breaks. */
export function findCommandBehind(tokens: Tokens, separator: number, evidence: Evidence): void {
  const isSingle = tokens.at(separator) === AMPERSAND && !isDouble(tokens, separator);
  judge(tokens, separator + 1, isSingle ? 'ampersand' : 'separator', evidence);
}

export function findCommandOnLine(tokens: Tokens, token: number, evidence: Evidence): void {
  judge(tokens, token, 'separator', evidence);
}

/** `<(…)` and `>(…)`. */
export function findProcessSubstitution(tokens: Tokens, arrow: number, evidence: Evidence): void {
  if (tokens.at(arrow + 1) === OPEN && tokens.isTight(arrow + 1)) judge(tokens, arrow + 2, 'substitution', evidence);
}

function judge(tokens: Tokens, token: number, position: Position, evidence: Evidence): void {
  if (token >= tokens.count) return;
  let first = token;
  // `;$a cat x`: an empty variable before the command.
  const skipped = tokens.at(token) === DOLLAR ? expansionEnd(tokens, token) : -1;
  if (skipped > 0 && tokens.is(skipped, Flag.blank)) first = skipped;
  const word = commandWordAt(tokens, first);
  if ((word.roles & COMMAND) === 0) return;
  if (word.hasCapital && (word.roles & WINDOWS) === 0) return;
  const weighed = weigh(tokens, first, word, position);
  if (weighed !== undefined) evidence.add(weighed);
}

function weigh(tokens: Tokens, first: number, word: CommandWord, position: Position) {
  const follows = argumentsAt(tokens, word.end);
  const isPlain = (word.roles & NO_WORD) === 0;
  const isAtStart = position === 'start' || position === 'search';
  if (word.disguises > 1 && (follows !== 'words' || !isPlain || !isAtStart)) return disguisedCommand;
  if (word.disguises > 0 && !isAtStart && follows === 'code') return disguisedCommand;
  if (isRunner(tokens, word)) return runsCode;
  if (tokens.wordAt(first) === ALIAS && tokens.at(first + 2) === EQUALS) return assignment;
  if (position === 'parameter') return commandParameter;
  if (position === 'substitution') return isPlain && follows === 'words' ? faintCommand : command;
  if (isAtStart) return follows === 'code' ? atStart(isPlain, position) : undefined;
  if (follows === 'code') return command;
  if (follows === 'words') return isPlain ? faintCommand : possibleCommand;
  if (position === 'ampersand') return first > 1 && (isPlain || !tokens.isTight(first)) ? faintCommand : command;
  return isPlain && !isBrokenOff(tokens, first - 1) ? possibleCommand : command;
}

function atStart(isPlain: boolean, position: Position) {
  if (isPlain) return faintCommand;
  return position === 'search' ? possibleCommand : command;
}

/** What is a command wherever it stands: `nc 192.0.2.1 4444`, `sh -c`, `/usr/bin/id`, `dir /b`, `Get-Process`. */
export function findCommandAnywhere(tokens: Tokens, token: number, context: CommandContext, evidence: Evidence): void {
  const roles = tokens.roles(token);
  const next = tokens.at(token + 1);
  if ((roles & Role.command) !== 0 && next !== 0) {
    if (isRunner(tokens, commandWordAt(tokens, token))) evidence.add(runsCode);
  } else if (next === SLASH && BINARIES.has(tokens.wordAt(token))) {
    const isOwn = tokens.at(token - 1) === HYPHEN && tokens.isTight(token);
    // `/bin/x` and `/usr/bin/x` are whole paths of a system, whatever x is.
    const isSystem =
      tokens.at(token - 1) === SLASH &&
      (token === 1 || tokens.wordAt(token - 2) === USR || tokens.is(token - 1, Flag.blank));
    const isCommand =
      (isSystem ? tokens.at(token + 2) === WORD : tokens.has(token + 2, NO_WORD)) && tokens.isTight(token + 2);
    if (isCommand && !isOwn && !context.isPath) evidence.add(binary);
  }
  if ((roles & WINDOWS) !== 0 && hasWindowsArgument(tokens, token + 1, (roles & Role.windowsTool) !== 0)) {
    evidence.add(context.isSearch ? possibleCommand : command);
  }
  if ((roles & Role.powerShellVerb) !== 0 && next === HYPHEN && tokens.isTight(token + 1)) {
    const isCmdlet = tokens.has(token + 2, Role.powerShellNoun) && tokens.isTight(token + 2);
    const isWrittenSo = tokens.is(token, Flag.capital) && tokens.is(token + 2, Flag.capital);
    if (isCmdlet) evidence.add(isWrittenSo ? cmdlet : possibleCmdlet);
  }
}

/** `/b`, `C:\\x` behind a blank; behind the name of a tool, also `bcdboot/r`. */
function hasWindowsArgument(tokens: Tokens, token: number, isTool: boolean): boolean {
  if (!isTool && !tokens.is(token, Flag.blank)) return false;
  if (tokens.at(token) === SLASH) {
    return tokens.size(token + 1) <= 2 && tokens.at(token + 1) === WORD && tokens.isTight(token + 1);
  }
  const isDrive = tokens.size(token) === 1 && tokens.at(token) === WORD && tokens.at(token + 1) === COLON;
  return isDrive && tokens.at(token + 2) === BACKSLASH;
}

/** Whether a separator stands at the beginning, or behind a number or quote: where somebody else's text was broken off. */
function isBrokenOff(tokens: Tokens, separator: number): boolean {
  if (separator <= 0) return true;
  const before = tokens.at(separator - 1);
  return before !== WORD;
}

function argumentsAt(tokens: Tokens, token: number): Arguments {
  const code = tokens.at(token);
  if (code === 0) return 'none';
  // A function's brackets, and a name that goes on.
  if (code === OPEN && tokens.isTight(token)) return 'words';
  if (code === 0x29 || code === BACKTICK || code === 0x3b || code === 0x7c || code === 0x7d) return 'none';
  if (code === HYPHEN) return tokens.is(token, Flag.blank) && tokens.isTight(token + 1) ? 'code' : 'words';
  if (code === WORD) return isFileName(tokens, token) ? 'code' : 'words';
  if (code === NUMBER) return tokens.at(token + 1) === 0 || tokens.size(token) > 6 ? 'code' : 'words';
  if (code === 0x2c || code === COLON || code === 0x3f || code === 0x21 || code === EQUALS) return 'words';
  return 'code';
}

/** `http://…`, `test.txt`, `C:\x`. */
function isFileName(tokens: Tokens, token: number): boolean {
  const next = tokens.at(token + 1);
  if (!tokens.isTight(token + 1)) return false;
  if (next === COLON) return tokens.at(token + 2) === 0x2f || tokens.at(token + 2) === 0x5c;
  return next === 0x2e && tokens.at(token + 2) === WORD && tokens.isTight(token + 2) && tokens.size(token + 2) <= 4;
}

/** `sh -c`, `perl -e`, `cmd /c`, `net user`. */
function isRunner(tokens: Tokens, word: CommandWord): boolean {
  const code = tokens.at(word.end);
  const letter = tokens.bytes[tokens.start[word.end + 1] ?? 0] ?? 0;
  const isSwitch = tokens.size(word.end + 1) === 1 && tokens.isTight(word.end + 1);
  const name = tokens.wordAt(word.end - 1);
  if (code === HYPHEN) return INTERPRETERS.has(name) && isSwitch && [0x63, 0x65, 0x72, 0x69].includes(letter | 0x20);
  if (code === 0x2f) return name === CMD && isSwitch && [0x63, 0x6b].includes(letter | 0x20);
  if (code === NUMBER && NETWORK_TOOLS.has(name)) return tokens.size(word.end) >= SHORTEST_ADDRESS;
  return name === NET && NET_COMMANDS.has(tokens.wordAt(word.end)) && tokens.at(word.end - 2) !== 0;
}

/** `$(…)`, `$((…))`, `$[…]`, `${…}`. */
export function findExpansion(tokens: Tokens, dollar: number, evidence: Evidence): void {
  const next = dollar + 1;
  if (!tokens.isTight(next)) return;
  const code = tokens.at(next);
  if (code === OPEN) {
    if (tokens.at(next + 1) === OPEN && tokens.isTight(next + 1)) evidence.add(arithmetic);
    else judge(tokens, next + 1, 'substitution', evidence);
  } else if (code === OPEN_BRACKET) {
    if (tokens.at(next + 1) === NUMBER || tokens.at(next + 1) === DOLLAR || tokens.pair[next] === next + 1) {
      evidence.add(arithmetic);
    }
  } else if (code === OPEN_BRACE) findParameterExpansion(tokens, next, evidence);
}

/** `${x#y}`, `${x%%y}`, `${x:0:1}`, `${x:-y}`; a plain `${name}` is a place-holder that somebody forgot to fill. */
function findParameterExpansion(tokens: Tokens, brace: number, evidence: Evidence): void {
  const first = tokens.at(brace + 1);
  if (first === BACKTICK) return evidence.add(substitution);
  if (first !== WORD || !tokens.isTight(brace + 2)) return;
  const operator = tokens.at(brace + 2);
  const isTrimming = operator === 0x23 || operator === 0x25 || operator === 0x5e;
  const operand = tokens.at(brace + 3);
  const isCutting =
    operator === COLON && (operand === NUMBER || operand === HYPHEN || operand === EQUALS || operand === 0x3f);
  if (isTrimming || isCutting) evidence.add(expansion);
}

/** A command in backticks. */
export function findBackticks(tokens: Tokens, token: number, evidence: Evidence): void {
  if (!tokens.is(token, Flag.opens)) return;
  const close = tokens.pair[token]!;
  const before = tokens.at(token - 1);
  // Within a sentence backticks quote a command for people.
  const isQuoting = close > 0 && before === WORD && !tokens.isTight(token);
  judge(tokens, token + 1, isQuoting ? 'ampersand' : 'substitution', evidence);
}

function isDouble(tokens: Tokens, token: number): boolean {
  const code = tokens.at(token);
  return (
    (tokens.at(token + 1) === code && tokens.isTight(token + 1)) ||
    (tokens.at(token - 1) === code && tokens.isTight(token))
  );
}
