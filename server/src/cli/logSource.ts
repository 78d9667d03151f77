import type { Disk } from '../disk';
import type { ByteSource } from '../log/byteSource';

/** A log on the disk, as the readers take it. Rejects when there is no such file. */
export async function logSource(disk: Disk, path: string): Promise<ByteSource> {
  const { kind, size } = await disk.status(path);
  if (kind === 'directory') throw Object.assign(new Error('Is a directory'), { code: 'EISDIR' });
  return { size, chunks: () => disk.stream(path) };
}
