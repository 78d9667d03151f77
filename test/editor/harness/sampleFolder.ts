import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from './folders';

/** Copies the sample incident, so that whatever is done to it leaves the original whole. Gives back the copy's path. */
export async function copySample(target: string): Promise<string> {
  await mkdir(target, { recursive: true });
  await cp(join(projectFolder, 'sample'), target, { recursive: true });
  return target;
}
