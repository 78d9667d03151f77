import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { JsonStore } from './address/registry/jsonStore';

/** Larger files are not ours, in bytes. */
const LARGEST = 8 * 1024 * 1024;
const OWNER_ONLY = 0o600;

/**
 * Keeps a JSON value in a file, which is there whole or not at all: it is written beside and put in its place.
 * @param file its folder is made when it is first needed
 */
export function jsonFile(file: string): JsonStore {
  let writes = 0;
  return {
    async load() {
      try {
        const { size } = await stat(file);
        return size > LARGEST ? undefined : (JSON.parse(await readFile(file, 'utf8')) as unknown);
      } catch {
        return undefined;
      }
    },
    async save(value) {
      const unfinished = `${file}.${process.pid}-${++writes}`;
      try {
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(unfinished, JSON.stringify(value), { mode: OWNER_ONLY });
        await rename(unfinished, file);
      } catch {
        await rm(unfinished, { force: true }).catch(() => undefined);
      }
    },
  };
}
