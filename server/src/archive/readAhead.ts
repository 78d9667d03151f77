import type { Disk } from '../disk';

/** Bytes that are read at a time. */
const WINDOW_BYTES = 1024 * 1024;

/**
 * A disk that reads ahead in the one file that is asked for in small ranges, mostly one behind the other, as the members of a zip
 * archive are: opening the file for each costs more than reading it.
 */
export function readAhead(disk: Disk): Disk {
  let window: { path: string; start: number; bytes: Uint8Array } = { path: '', start: 0, bytes: new Uint8Array(0) };
  return {
    status: (path) => disk.status(path),
    list: (path) => disk.list(path),
    read: (path, maximumBytes) => disk.read(path, maximumBytes),
    stream: (path, start, end) => disk.stream(path, start, end),
    async readRange(path, start, end) {
      if (end - start > WINDOW_BYTES) return disk.readRange(path, start, end);
      const isInside = path === window.path && start >= window.start && end <= window.start + window.bytes.length;
      if (!isInside) window = { path, start, bytes: await disk.readRange(path, start, start + WINDOW_BYTES) };
      return window.bytes.subarray(start - window.start, end - window.start);
    },
  };
}
