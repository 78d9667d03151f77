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
    if (length > maximumBytes) return { bytes: wholeLines(Buffer.concat(parts, maximumBytes)), complete: false };
  }
  return { bytes: Buffer.concat(parts), complete: true };
}

/** What stands before the last line feed; all of it when there is none. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(LINE_FEED);
  return end < 0 ? bytes : bytes.subarray(0, end);
}
