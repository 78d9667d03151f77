import type { Disk } from '../disk';
import { openLog, placeOfLog } from '../log/openLog';
import { LineSplitter } from '../log/lineSplitter';
import { utf8Text } from '../log/text';

/** So much of a log, unpacked, is shown while the rest is still read. */
const BEGINNING_BYTES = 128 * 1024;

/** The first lines of a log, packed or not; none when it can't be read. */
export async function firstLines(disk: Disk, path: string): Promise<string[]> {
  const lines: string[] = [];
  const splitter = new LineSplitter((bytes, start, end) => lines.push(utf8Text(bytes.subarray(start, end))));
  try {
    const { chunks } = await openLog(disk, await placeOfLog(disk, path));
    for await (const chunk of chunks) {
      splitter.push(chunk.subarray(0, BEGINNING_BYTES - splitter.bytes));
      if (splitter.bytes >= BEGINNING_BYTES) break;
    }
  } catch {
    // Whoever reads all of it says why it can't be read.
  }
  return lines.map((line, index) => (index === 0 ? line.replace(/^\ufeff/, '') : line));
}
