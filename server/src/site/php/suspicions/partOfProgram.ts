import type { SuspicionSignal } from '../phpFacts';
import { runsCode } from '../runsCode';
import { textOf } from '../value';
import type { Evidence, Witness } from './witness';

/**
 * What administration pages, installers and libraries do as well as tools of attackers: in a file that stands alone it is a sign,
 * in one that is part of a program it is that program's work.
 */
const DUAL_USE: ReadonlySet<SuspicionSignal> = new Set([
  'commandFromRequest',
  'includeFromRequest',
  'fileWrittenFromRequest',
  'droppedCode',
  'fileManager',
  'networkShell',
  'systemProbe',
  'queryFromRequest',
]);

/** What template engines, clients of web services and wrappers of programs do to code and commands that they make themselves. */
const LIBRARY_USE: ReadonlySet<SuspicionSignal> = new Set([
  'codeFromRequest',
  'decodedCode',
  'remoteCode',
  'shellTools',
]);

/** Files of other programs that tools of attackers include to use their log-in or database. */
export const ENTRANCE = /(?:^|\/)(?:wp-(?:load|config|blog-header)|config(?:uration)?|conn(?:ect)?|db)\.(?:php|inc)$/i;
const PROGRAM_FILE = /[\w-]\.(?:php\d?|inc|class)$/i;
/** Classes of this many characters are libraries; back doors wrap little in them. */
const LIBRARY_LENGTH = 20_000;
/** So many functions in a file that does nothing by itself are for other files to call. */
const MANY_FUNCTIONS = 10;

/** Leaves out signs that a file shows because it is part of a larger program, where no other sign speaks against it. */
export function withoutOrdinaryWork(witnesses: Witness[], evidence: Evidence): Witness[] {
  if (!isPartOfProgram(evidence)) return witnesses;
  const library = isLibrary(evidence);
  const telling = witnesses.filter((witness) => {
    if (witness.direct === true || witness.decoded !== undefined) return true;
    return !DUAL_USE.has(witness.signal) && !(library && LIBRARY_USE.has(witness.signal));
  });
  return telling.some(({ strength }) => strength === 'strong') ? witnesses : telling;
}

/** Whether a file only declares, at some length, what other files of its program use. */
function isLibrary({ state }: Evidence): boolean {
  const { classes, functions } = state.program;
  if (classes.length > 0 && state.code.length > LIBRARY_LENGTH) return true;
  return (functions.length >= MANY_FUNCTIONS || classes.some(({ parent }) => parent !== undefined)) && !runsCode(state);
}

/** Whether a file includes others of its program by fixed names, or is a library itself. */
function isPartOfProgram(evidence: Evidence): boolean {
  const { seen } = evidence;
  if (isLibrary(evidence)) return true;
  return seen.some(({ kind, args: [path] }) => {
    const name = kind === 'include' ? (textOf(path) ?? path?.suffix ?? '') : '';
    return PROGRAM_FILE.test(name) && !ENTRANCE.test(name);
  });
}
