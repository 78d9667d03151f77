import { createHash } from 'node:crypto';
import type { Disk } from './disk';

/**
 * SHA-256 of all bytes of a file, in lower-case hexadecimal; the file is read piece by piece, however large it is. Rejects with the
 * disk's error.
 */
export async function contentHash(disk: Disk, path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of disk.stream(path)) hash.update(piece);
  return hash.digest('hex');
}
