import { createHash } from 'node:crypto';
import { chmod, lstat, readFile } from 'node:fs/promises';

/** Windows has no such permissions. */
const HAS_PERMISSIONS = process.platform !== 'win32';

/** SHA-256, permissions and time (ms) of a file; reads it although it may be locked. */
export async function fileState(file: string): Promise<object> {
  const { mode, mtimeMs } = await lstat(file);
  await chmod(file, 0o600);
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  await chmod(file, mode);
  return { sha256, mode: HAS_PERMISSIONS ? mode & 0o7777 : undefined, modified: Math.round(mtimeMs) };
}
