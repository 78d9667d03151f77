import { closeSync, fstatSync, lstatSync, openSync, readSync, readdirSync } from 'node:fs';
import type { Disk } from './disk';
import { BYTE_NAMES, areTexts, kindOf, namesOfBytes, statusOf } from './diskEntries';
import { pathForSystem } from './fileNames';
import { nodeDisk } from './nodeDisk';

/**
 * The machine's own disk for threads that have nothing else to do meanwhile: each call is done when it returns. Handing a call to
 * another thread takes longer than reading a small file. Measured on 10,000 files: 4.0 s instead of 4.6 s for the whole audit.
 */
export const blockingDisk: Disk = {
  async status(path) {
    return statusOf(lstatSync(pathForSystem(path)));
  },

  async list(path) {
    const entries = readdirSync(pathForSystem(path), { withFileTypes: true });
    if (!areTexts(entries)) return namesOfBytes(readdirSync(pathForSystem(path), BYTE_NAMES));
    return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
  },

  async read(path, maximumBytes = Number.POSITIVE_INFINITY) {
    return withFile(path, (file) => fill(file, 0, Math.min(fstatSync(file).size, maximumBytes)));
  },

  async readRange(path, start, end) {
    return withFile(path, (file) => fill(file, start, end - start));
  },

  /** Large files are read ahead by another thread after all. */
  stream: (path, start, end) => nodeDisk.stream(path, start, end),
};

function withFile<Result>(path: string, work: (file: number) => Result): Result {
  const file = openSync(pathForSystem(path), 'r');
  try {
    return work(file);
  } finally {
    closeSync(file);
  }
}

/** Bytes from `position` on, as many as asked for unless the file ends. */
function fill(file: number, position: number, length: number): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(Math.max(0, length));
  let filled = 0;
  while (filled < bytes.length) {
    const count = readSync(file, bytes, filled, bytes.length - filled, position + filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}
