import { statSync } from 'node:fs';
import path from 'node:path';

/**
 * The file of the disk that a path leads to or into: an archive is like a folder of what is in it, so that `logs.zip/access.log`
 * leads into `logs.zip`. `undefined` when there is no such file.
 */
export function fileOnDisk(file: string): string | undefined {
  try {
    return statSync(file).isFile() ? file : undefined;
  } catch {
    const folder = path.dirname(file);
    return folder === file ? undefined : fileOnDisk(folder);
  }
}
