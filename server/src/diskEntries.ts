import type { Dirent, Stats } from 'node:fs';
import type { DirectoryEntry, FileKind, FileStatus } from './disk';
import { nameOfBytes } from './fileNames';

const PERMISSION_BITS = 0o7777;

/** Stands for bytes of a name that are not UTF-8, so that the file could not be opened by it. */
const REPLACEMENT_CHARACTER = '\uFFFD';

/** Asks Node for the names of a folder as bytes. */
export const BYTE_NAMES = { withFileTypes: true, encoding: 'buffer' } as const;

/** What Node says of a file, as a `Disk` says it. */
export function statusOf(stats: Stats): FileStatus {
  return {
    kind: kindOf(stats),
    size: stats.size,
    permissions: process.platform === 'win32' ? undefined : stats.mode & PERMISSION_BITS,
    modified: stats.mtimeMs,
    changed: stats.ctimeMs,
  };
}

export function kindOf(entry: Pick<Stats, 'isFile' | 'isDirectory' | 'isSymbolicLink'>): FileKind {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'directory';
  return entry.isFile() ? 'file' : 'other';
}

/** Whether all names of a folder are UTF-8; the others have to be asked for as bytes. */
export function areTexts(entries: readonly Dirent[]): boolean {
  return !entries.some(({ name }) => name.includes(REPLACEMENT_CHARACTER));
}

/** The names of a folder, those too that are not UTF-8. */
export function namesOfBytes(entries: readonly Dirent<Buffer>[]): DirectoryEntry[] {
  return entries.map((entry) => ({ name: nameOfBytes(entry.name), kind: kindOf(entry) }));
}
