import { Role } from '../patterns/roles';
import { wordNumber, wordSet } from '../patterns/vocabulary';
import type { CommandContext } from './commandShapes';
import { commandWordAt, type CommandWord } from './commandWord';
import { Flag, NUMBER, WORD, type Tokens } from './tokens';
import { STRONG, PROOF, TELLING, witness, type Evidence } from './witness';

const BACKSLASH = 0x5c;
const COLON = 0x3a;
const HYPHEN = 0x2d;
const SLASH = 0x2f;
const WINDOWS = Role.windowsCommand | Role.windowsTool;
const LONGEST_SWITCH = 2;
/** `1.1.1.1`. */
const SHORTEST_ADDRESS = 7;

const CMD = wordNumber('cmd');
const NET = wordNumber('net');
const USR = wordNumber('usr');
const BINARIES = wordSet('bin sbin');
const INTERPRETERS = wordSet(
  'sh bash zsh ksh csh tcsh dash ash perl python python2 python3 php php5 php7 php8 ruby node lua busybox nc ncat netcat',
);
/** Switches by which an interpreter takes its program from the command line. */
const PROGRAM_SWITCHES = wordSet('c e r i');
/** Switches by which the shell of Windows takes a command. */
const COMMAND_SWITCHES = wordSet('c k');
/** Programs that connect a shell to a machine far away. */
const NETWORK_TOOLS = wordSet('nc ncat netcat telnet socat');
const NET_COMMANDS = wordSet('user localgroup view use share group start stop accounts');

const runsCode = witness('command-injection', PROOF);
const binary = witness('command-injection', STRONG);
const windowsCommand = witness('command-injection', STRONG);
const possibleWindowsCommand = witness('command-injection', TELLING);
const cmdlet = witness('command-injection', STRONG);
const possibleCmdlet = witness('command-injection', TELLING);

/** What is a command wherever it stands: `nc 192.0.2.1 4444`, `sh -c`, `/usr/bin/id`, `dir /b`, `Get-Process`. */
export function findCommandAnywhere(tokens: Tokens, token: number, context: CommandContext, evidence: Evidence): void {
  const roles = tokens.roles(token);
  if ((roles & Role.command) !== 0 && isRunner(tokens, commandWordAt(tokens, token))) evidence.add(runsCode);
  if (!context.isPath && isBinary(tokens, token)) evidence.add(binary);
  if ((roles & WINDOWS) !== 0 && hasWindowsArgument(tokens, token)) {
    evidence.add(context.isSearch ? possibleWindowsCommand : windowsCommand);
  }
  if ((roles & Role.powerShellVerb) !== 0) findCmdlet(tokens, token, evidence);
}

/** `sh -c`, `perl -e`, `cmd /c`, `net user`, `nc 192.0.2.1`: a command that runs code or opens a way in. */
export function isRunner(tokens: Tokens, word: CommandWord): boolean {
  const code = tokens.at(word.end);
  const name = tokens.wordAt(word.end - 1);
  const given = tokens.isTight(word.end + 1) ? tokens.wordAt(word.end + 1) : -1;
  if (code === HYPHEN) return INTERPRETERS.has(name) && PROGRAM_SWITCHES.has(given);
  if (code === SLASH) return name === CMD && COMMAND_SWITCHES.has(given);
  if (code === NUMBER) return NETWORK_TOOLS.has(name) && tokens.size(word.end) >= SHORTEST_ADDRESS;
  return name === NET && NET_COMMANDS.has(tokens.wordAt(word.end)) && tokens.at(word.end - 2) !== 0;
}

/** `/bin/x` and `/usr/bin/x`, whatever x is, and `bin/x` for a command x. */
function isBinary(tokens: Tokens, token: number): boolean {
  if (!BINARIES.has(tokens.wordAt(token)) || tokens.at(token + 1) !== SLASH || !tokens.isTight(token + 2)) return false;
  const before = tokens.at(token - 1);
  if (before === HYPHEN && tokens.isTight(token)) return false;
  const isAtRoot = token === 1 || tokens.wordAt(token - 2) === USR || tokens.is(token - 1, Flag.blank);
  if (before === SLASH && isAtRoot) return tokens.at(token + 2) === WORD;
  return tokens.has(token + 2, Role.command | Role.windowsTool);
}

/** `/b`, `C:\x` behind a blank; behind the name of a tool, also `bcdboot/r`. */
function hasWindowsArgument(tokens: Tokens, command: number): boolean {
  const token = command + 1;
  if (!tokens.has(command, Role.windowsTool) && !tokens.is(token, Flag.blank)) return false;
  const isSwitch = tokens.at(token) === SLASH && tokens.at(token + 1) === WORD && tokens.isTight(token + 1);
  if (isSwitch) return tokens.size(token + 1) <= LONGEST_SWITCH;
  const isDrive = tokens.size(token) === 1 && tokens.at(token) === WORD && tokens.at(token + 1) === COLON;
  return isDrive && tokens.at(token + 2) === BACKSLASH;
}

/** `Get-Process`; in small letters it may be the name of a page, `get-help`. */
function findCmdlet(tokens: Tokens, verb: number, evidence: Evidence): void {
  const noun = verb + 2;
  const isCmdlet = tokens.at(verb + 1) === HYPHEN && tokens.isTight(verb + 1) && tokens.isTight(noun);
  if (!isCmdlet || !tokens.has(noun, Role.powerShellNoun)) return;
  const isWrittenSo = tokens.is(verb, Flag.capital) && tokens.is(noun, Flag.capital);
  evidence.add(isWrittenSo ? cmdlet : possibleCmdlet);
}
