import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './folders';

/**
 * Gives a folder of the cache, filling it the first time. It is filled under another name and renamed at the end, so
 * that a folder with the final name is complete whatever interrupted an earlier try, and two runs cannot disturb each
 * other.
 *
 * @param name final name inside the cache folder
 * @param fill puts everything into the empty folder whose path it is given
 * @returns the absolute path of the complete folder
 */
export async function cachedFolder(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const complete = join(cacheFolder, name);
  if (existsSync(complete)) return complete;

  await mkdir(cacheFolder, { recursive: true });
  await removeAbandoned();
  const partial = join(cacheFolder, `${name}.partial-${process.pid}`);
  await mkdir(partial);
  try {
    await fill(partial);
    await rename(partial, complete);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    // Another run may have finished the same folder meanwhile.
    if (!existsSync(complete)) throw error;
  }
  return complete;
}

async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(cacheFolder)) {
    const owner = /\.partial-(\d+)$/.exec(name)?.[1];
    if (owner && !isRunning(Number(owner))) await rm(join(cacheFolder, name), { recursive: true, force: true });
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
