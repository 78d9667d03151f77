import type { Disk } from '../disk';

/** Bytes that are read at a time. */
const WINDOW_BYTES = 1024 * 1024;

/** What was read of a file. */
interface Window {
  readonly path: string;
  readonly start: number;
  readonly bytes: Uint8Array;
}

/**
 * A disk that reads ahead in the one file that is asked for in small ranges, mostly one behind the other, as the members of a zip
 * archive are: opening the file for each costs more than reading it.
 */
export function readAhead(disk: Disk): Disk {
  let window: Window | undefined;
  return {
    status: (path) => disk.status(path),
    list: (path) => disk.list(path),
    read: (path, maximumBytes) => disk.read(path, maximumBytes),
    stream: (path, start, end) => disk.stream(path, start, end),
    async readRange(path, start, end) {
      if (end - start > WINDOW_BYTES) return disk.readRange(path, start, end);
      if (window === undefined || !holds(window, path, start, end)) {
        window = { path, start, bytes: await disk.readRange(path, start, start + WINDOW_BYTES) };
      }
      return window.bytes.subarray(start - window.start, end - window.start);
    },
  };
}

function holds(window: Window, path: string, start: number, end: number): boolean {
  // One that is not full reaches to the end of the file, behind which there is nothing to read.
  const reachesEnd = window.bytes.length < WINDOW_BYTES;
  const endsWithin = reachesEnd || end <= window.start + WINDOW_BYTES;
  return path === window.path && start >= window.start && endsWithin;
}
