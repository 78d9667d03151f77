import path from 'node:path';
import type { Disk } from '../disk';
import { unpack, type Unpacked } from '../archive/decompress';
import { sourcesIn } from './logSources';

/** Where a log lies: in a file of the disk, or in an archive there. */
export interface LogPlace {
  /** Of the file or the archive. */
  readonly path: string;
  /** Path within the archive, with `/`; `undefined` for a file. */
  readonly member: string | undefined;
}

/**
 * Where a log of a path lies; archives are like folders: `logs.zip/access.log`. Rejects with the disk's error when there is
 * nothing on the way.
 */
export async function placeOfLog(disk: Disk, file: string): Promise<LogPlace> {
  try {
    await disk.status(file);
    return { path: file, member: undefined };
  } catch (error) {
    const archive = isMissing(error) ? await archiveAbove(disk, file) : undefined;
    if (archive === undefined) throw error;
    const member = path.relative(archive, file).split(path.sep).join('/');
    return { path: archive, member };
  }
}

/** The log at a place, its packing taken off. Rejects with the disk's error, and with that of the packing. */
export async function openLog(disk: Disk, place: LogPlace): Promise<Unpacked> {
  if (place.member === undefined) return unpack(disk.stream(place.path));
  const sources = sourcesIn(disk, place.path);
  for (let step = await sources.next(); !step.done; step = await sources.next()) {
    const source = step.value;
    if (source.member !== place.member) continue;
    if (!('problem' in source)) return { ...source, chunks: andThen(source.chunks, () => sources.return(undefined)) };
    await sources.return(undefined);
    throw source.problem;
  }
  throw Object.assign(new Error(`No ${place.member} in ${place.path}`), { code: 'ENOENT' });
}

/** The file on the way to a path that goes on within it. */
async function archiveAbove(disk: Disk, file: string): Promise<string | undefined> {
  const folder = path.dirname(file);
  if (folder === file) return undefined;
  try {
    const { kind } = await disk.status(folder);
    return kind === 'file' ? folder : undefined;
  } catch (error) {
    return isMissing(error) ? archiveAbove(disk, folder) : undefined;
  }
}

/** Whether nothing lies at a path; ENOTDIR says that it would have to lie in a file. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

async function* andThen(chunks: AsyncIterable<Uint8Array>, close: () => Promise<unknown>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } finally {
    await close();
  }
}
