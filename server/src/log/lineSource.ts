import { LINE_FEED } from './bytes';
import type { ByteSource } from './byteSource';
import { unpack } from './decompress';
import { LINES_PER_MARK, type LineIndex } from './lineIndex';
import { LONGEST_LINE, LineSplitter } from './lineSplitter';
import { utf8Text } from './text';
import type { Disk } from '../disk';

/** Gives lines of a log that was read before. */
export interface LineSource {
  /** Text of one line (from 1) without its end; `undefined` when there is no such line any more. */
  line(line: number): Promise<string | undefined>;
  /** Texts of many lines (from 1, ascending), in that order; lines that are gone are left out. */
  lines(lines: Uint32Array): Promise<string[]>;
}

/** Lines of bytes in memory. */
export function memoryLines(bytes: Uint8Array, index: LineIndex): LineSource {
  return {
    async line(line) {
      const [start, end] = stretch(index, line);
      return pick(bytes.subarray(start, end), line);
    },
    async lines(lines) {
      return collectLines([bytes], lines);
    },
  };
}

/** Lines of a file that is not packed: a line costs one short read. */
export function fileLines(disk: Disk, path: string, index: LineIndex): LineSource {
  return {
    async line(line) {
      const [start, end] = stretch(index, line);
      return pick(await disk.readRange(path, start, end), line);
    },
    async lines(lines) {
      return collectLines(disk.stream(path), lines);
    },
  };
}

/** Lines of a packed file that is too large to be kept: it is unpacked again for every look-up. */
export function packedLines(source: ByteSource): LineSource {
  const lines = async (wanted: Uint32Array): Promise<string[]> =>
    collectLines((await unpack(source.chunks())).chunks, wanted);
  return { lines, line: async (line) => (await lines(Uint32Array.of(line)))[0] };
}

/** The bytes from the mark before a line to the mark behind it, the line's own end included. */
function stretch(index: LineIndex, line: number): [start: number, end: number] {
  const mark = Math.floor((line - 1) / LINES_PER_MARK);
  const start = index.marks[mark] ?? index.bytes;
  const end = index.marks[mark + 1] ?? index.bytes;
  return [start, Math.min(end, start + LINES_PER_MARK * LONGEST_LINE)];
}

function pick(bytes: Uint8Array, line: number): string | undefined {
  let start = 0;
  for (let skip = (line - 1) % LINES_PER_MARK; skip > 0; skip--) {
    const end = bytes.indexOf(LINE_FEED, start);
    if (end < 0) return undefined;
    start = end + 1;
  }
  const end = bytes.indexOf(LINE_FEED, start);
  return start < bytes.length ? lineText(bytes, start, end < 0 ? bytes.length : end) : undefined;
}

async function collectLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  wanted: Uint32Array,
): Promise<string[]> {
  const found: string[] = [];
  let line = 0;
  const splitter = new LineSplitter((bytes, start, end) => {
    line++;
    if (wanted[found.length] === line) found.push(lineText(bytes, start, end));
  });
  for await (const chunk of chunks) {
    splitter.push(chunk);
    if (found.length === wanted.length) return found;
  }
  splitter.finish();
  return found;
}

function lineText(bytes: Uint8Array, start: number, end: number): string {
  return utf8Text(bytes.subarray(start, end)).replace(/\r$/, '');
}
