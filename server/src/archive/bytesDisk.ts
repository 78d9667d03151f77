import type { Disk } from '../disk';

/** Pieces in which bytes are given: as large as those of a disk. */
const PIECE_BYTES = 1024 * 1024;

/** A disk on which every path is a file with these bytes: for members of archives, which are nowhere else. */
export function bytesDisk(bytes: Uint8Array): Disk {
  return {
    status: async () => ({ kind: 'file', size: bytes.length, permissions: undefined, modified: 0, changed: 0 }),
    list: async () => [],
    read: async (_path, maximumBytes) => bytes.subarray(0, maximumBytes),
    readRange: async (_path, start, end) => bytes.subarray(Math.max(0, start), Math.max(0, end)),
    async *stream(_path, start = 0, end = bytes.length) {
      const last = Math.min(end, bytes.length);
      for (let at = start; at < last; at += PIECE_BYTES) yield bytes.subarray(at, Math.min(at + PIECE_BYTES, last));
    },
  };
}
