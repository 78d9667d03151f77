import path from 'node:path';
import type { Disk } from './disk';
import { readRequestTarget } from './site/requestTarget';

/** Folders below the one that is open which are tried as document roots; more would cost a hover too much. */
const MOST_SUBFOLDERS = 50;
/** A request for a folder gets one of these. */
const INDEX_FILES = ['index.php', 'index.html'];

/**
 * The file of a request path in a folder that was not audited: tried below the folder itself and below each of its
 * subfolders, without reading the whole tree. `undefined` when there is none.
 */
export async function probeFolder(disk: Disk, folder: string, requestPath: string): Promise<string | undefined> {
  const wanted = readRequestTarget(requestPath)?.path;
  if (wanted === undefined) return undefined;
  for (const root of [folder, ...(await subfolders(disk, folder))]) {
    for (const name of [wanted, ...INDEX_FILES.map((index) => path.posix.join(wanted, index))]) {
      const file = path.join(root, name);
      if (await isFile(disk, file)) return file;
    }
  }
  return undefined;
}

async function subfolders(disk: Disk, folder: string): Promise<string[]> {
  const entries = await disk.list(folder).catch(() => []);
  return entries
    .filter(({ kind, name }) => kind === 'directory' && !name.startsWith('.'))
    .slice(0, MOST_SUBFOLDERS)
    .map(({ name }) => path.join(folder, name));
}

async function isFile(disk: Disk, file: string): Promise<boolean> {
  return disk.status(file).then(
    ({ kind }) => kind === 'file',
    () => false,
  );
}
