import path from 'node:path';
import type { Disk } from './disk';

/** A file that may be a log. */
export interface FoundFile {
  /** As findings name it: relative to the folder that was given, with `/`; the path itself for a file that was given. */
  readonly name: string;
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** A file or folder that could not be looked at. */
export interface UnreadableFile {
  readonly name: string;
  /** What the disk rejected with. */
  readonly error: unknown;
}

export interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly problems: readonly UnreadableFile[];
}

/** Names with numbers in them as people order them: access.log.2 before access.log.10. */
const byName = new Intl.Collator('en', { numeric: true }).compare;

/**
 * The files of some paths: files as they are, and of folders all that is below them. Symbolic links in a folder are not followed,
 * so that nothing outside is read and no loop can form; a path that is given may be one.
 */
export async function findFiles(disk: Disk, paths: readonly string[]): Promise<FoundFiles> {
  const files: FoundFile[] = [];
  const problems: UnreadableFile[] = [];
  for (const given of paths) {
    const found = await findBelow(disk, given, paths.length > 1);
    files.push(...found.files);
    problems.push(...found.problems);
  }
  const seen = new Set<string>();
  return { files: files.filter((file) => isNew(seen, path.resolve(file.path))), problems };
}

function isNew(seen: Set<string>, key: string): boolean {
  return seen.size < seen.add(key).size;
}

/** @param named whether files of a folder are named with it, as there are others */
async function findBelow(disk: Disk, given: string, named: boolean): Promise<FoundFiles> {
  try {
    const { kind, size } = await disk.status(given);
    if (kind === 'file') return { files: [{ name: given, path: given, size }], problems: [] };
    // "link/." is what a link to a folder leads to.
    const root = kind === 'link' ? `${given}/.` : given;
    return await listBelow(disk, root, named ? given.replaceAll('\\', '/').replace(/\/+$/, '') : '');
  } catch (error) {
    return { files: [], problems: [{ name: given, error }] };
  }
}

async function listBelow(disk: Disk, folder: string, name: string): Promise<FoundFiles> {
  const files: FoundFile[] = [];
  const problems: UnreadableFile[] = [];
  const entries = await disk.list(folder);
  for (const entry of entries.toSorted((a, b) => byName(a.name, b.name))) {
    const below = { path: path.join(folder, entry.name), name: name === '' ? entry.name : `${name}/${entry.name}` };
    try {
      if (entry.kind === 'file') files.push({ ...below, size: (await disk.status(below.path)).size });
      if (entry.kind !== 'directory') continue;
      const found = await listBelow(disk, below.path, below.name);
      files.push(...found.files);
      problems.push(...found.problems);
    } catch (error) {
      problems.push({ name: below.name, error });
    }
  }
  return { files, problems };
}
