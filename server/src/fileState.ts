import type { Disk } from './disk';

/** Bytes at the beginning and at the end of what was read that tell whether a file is still the same one. */
const LOOK_BYTES = 1024;

/** What a log's file looked like when it was read. Plain data. */
export interface FileState {
  readonly path: string;
  /** Bytes that were read, in the file's own packing. */
  readonly size: number;
  /** Last modification, ms since 1970-01-01 UTC. */
  readonly modified: number;
  /** What it began with. */
  readonly head: Uint8Array;
  /** What stood at the end of the bytes that were read. */
  readonly tail: Uint8Array;
}

/**
 * Looks at a file that was just read.
 * @param size bytes that were read; `undefined`: all that there are
 */
export async function fileState(disk: Disk, path: string, size?: number): Promise<FileState> {
  const status = await disk.status(path);
  const read = size ?? status.size;
  return { path, size: read, modified: status.modified, ...(await looks(disk, path, read)) };
}

/**
 * How a file changed since it was read: not at all, by more bytes behind the ones that were read, or otherwise – truncated,
 * written anew, or exchanged for another (as logs are when they are rotated). Rejects when it can't be read any more.
 */
export async function changeOf(disk: Disk, before: FileState): Promise<'none' | 'grown' | 'other'> {
  const { size, modified } = await disk.status(before.path);
  if (size === before.size && modified === before.modified) return 'none';
  if (size <= before.size) return 'other';
  const { head, tail } = await looks(disk, before.path, before.size);
  return Buffer.compare(head, before.head) === 0 && Buffer.compare(tail, before.tail) === 0 ? 'grown' : 'other';
}

async function looks(disk: Disk, path: string, size: number): Promise<Pick<FileState, 'head' | 'tail'>> {
  const head = await disk.readRange(path, 0, Math.min(size, LOOK_BYTES));
  return { head, tail: await disk.readRange(path, Math.max(0, size - LOOK_BYTES), size) };
}
