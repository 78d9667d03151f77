import type { Disk } from './disk';
import type { UnpackedBeginning } from './jobs';
import { LINE_FEED } from './log/bytes';
import { openLog, placeOfLog } from './log/openLog';

/**
 * The beginning of a log, its packing taken off, up to a number of bytes. Rejects with the disk's error and with that of the
 * packing.
 */
export async function unpackBeginning(disk: Disk, path: string, maximumBytes: number): Promise<UnpackedBeginning> {
  const { chunks } = await openLog(disk, await placeOfLog(disk, path));
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    // Copied, as a piece is lent until the next one is asked for.
    parts.push(Uint8Array.from(chunk));
    length += chunk.length;
    if (length > maximumBytes) return { bytes: wholeLines(joined(parts, maximumBytes)), complete: false };
  }
  return { bytes: joined(parts, length), complete: true };
}

/** The first bytes of the parts, in memory of their own: a small `Buffer` shares its memory and can't change threads. */
function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part.subarray(0, length - at), at);
    at += Math.min(part.length, length - at);
  }
  return bytes;
}

/** What stands before the last line feed; all of it when there is none. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(LINE_FEED);
  return end < 0 ? bytes : bytes.subarray(0, end);
}
