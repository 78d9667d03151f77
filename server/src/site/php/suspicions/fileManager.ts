import { names } from '../nameList';
import type { Observation } from '../observation';
import type { Value } from '../value';
import { isClients } from './registerGlobals';
import type { Evidence, Search, Witness } from './witness';

/** What a file manager does to files; functions that do the same count once. */
const OPERATIONS: ReadonlyMap<string, string> = new Map([
  ['unlink', 'delete'],
  ['rmdir', 'delete'],
  ['rename', 'rename'],
  ['copy', 'copy'],
  ['mkdir', 'create'],
  ['touch', 'create'],
  ['chmod', 'permissions'],
  ['chown', 'permissions'],
  ['fopen', 'open'],
  ['file_put_contents', 'write'],
  ['move_uploaded_file', 'upload'],
  ...names('readfile file_get_contents file highlight_file show_source').map((name): [string, string] => [
    name,
    'read',
  ]),
  ...names('opendir scandir chdir glob dir').map((name): [string, string] => [name, 'list']),
]);

/** Code longer than this (characters) may work on files for other reasons. */
const LONG_CODE = 40_000;

/** A script without classes that reads, writes, deletes, lists whatever path the client names. */
export const findFileManagers: Search = (evidence) => {
  const { state, seen, byForm } = evidence;
  if (state.program.classes.length > 0) return [];
  const around = seen.find((one) => one.kind === 'call' && one.args.some((arg) => leavesFolder(arg, byForm)));
  if (around) return [{ signal: 'fileManager', strength: 'strong', node: around.node, direct: true }];
  const done = new Map<string, Observation>();
  for (const one of seen) {
    const operation = one.kind === 'call' ? OPERATIONS.get(one.name) : undefined;
    if (operation && one.args.slice(0, 2).some((arg) => isClients(arg, byForm))) done.set(operation, one);
  }
  const [first] = done.values();
  if (!first || done.size < 2) return [];
  return [{ signal: 'fileManager', strength: strength(done.size, evidence), node: first.node }];
};

/** A stream by which old servers gave files that they otherwise refuse (PHP manual, "Safe Mode", "compress.zlib://"). */
function leavesFolder(path: Value, byForm: boolean): boolean {
  return /^compress\.(?:zlib|bzip2):\/\/$/i.test(path.prefix ?? '') && isClients(path, byForm);
}

function strength(operations: number, { state, seen }: Evidence): Witness['strength'] {
  if (operations >= 4) return 'strong';
  const alone = state.code.length < LONG_CODE && !seen.some((one) => one.kind === 'include');
  return operations >= 2 && alone ? 'strong' : 'weak';
}
