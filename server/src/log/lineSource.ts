import { BYTE_ORDER_MARK_LENGTH, startsWithByteOrderMark } from './bytes';
import type { ByteSource } from './byteSource';
import { unpack } from './decompress';
import { stretchOf, type LineIndex, type Stretch } from './lineIndex';
import { LONGEST_LINE, LineSplitter } from './lineSplitter';
import { utf8Text } from './text';
import type { Disk } from '../disk';

/** More bytes than this between two marks hold over-long lines and are read in pieces. */
const LONGEST_STRETCH = 4 * LONGEST_LINE;

/** Most bytes of lines that are given at once: an editor does not synchronise documents beyond 50 MB, and text has its limit. */
const MOST_TEXT_BYTES = 48 * 1024 * 1024;

/** Gives lines of a log that was read before. */
export interface LineSource {
  /**
   * Text of one line (from 1) without its end, cut to `LONGEST_LINE` bytes; `undefined` when there is no such line any
   * more.
   */
  line(line: number): Promise<string | undefined>;
  /**
   * Texts of many lines (from 1, ascending), in that order: the first ones, up to `MOST_TEXT_BYTES` together. Lines that are
   * gone are left out.
   */
  lines(lines: Uint32Array): Promise<string[]>;
}

/** Lines of bytes in memory. */
export function memoryLines(bytes: Uint8Array, index: LineIndex): LineSource {
  return {
    async line(line) {
      const { start, end, before } = stretchOf(index, line);
      return lineOfStretch(bytes.subarray(start, end), line, before);
    },
    async lines(lines) {
      const { start, end, before } = spanOf(index, lines);
      return collectLines([bytes.subarray(start, end)], lines, before);
    },
  };
}

/** Lines of a file that is not packed: a line costs one short read. */
export function fileLines(disk: Disk, path: string, index: LineIndex): LineSource {
  const lines = async (wanted: Uint32Array): Promise<string[]> => {
    const { start, end, before } = spanOf(index, wanted);
    return collectLines(disk.stream(path, start, end), wanted, before);
  };
  return {
    async line(line) {
      const { start, end, before } = stretchOf(index, line);
      if (end - start > LONGEST_STRETCH) return (await lines(Uint32Array.of(line)))[0];
      return lineOfStretch(await disk.readRange(path, start, end), line, before);
    },
    lines,
  };
}

/** Lines of a packed file that is too large to be kept: it is unpacked again for every look-up. */
export function packedLines(source: ByteSource): LineSource {
  const lines = async (wanted: Uint32Array): Promise<string[]> =>
    collectLines((await unpack(source.chunks())).chunks, wanted);
  return { lines, line: async (line) => (await lines(Uint32Array.of(line)))[0] };
}

/** The bytes that hold all of some lines (ascending): those that are wanted mostly lie near each other. */
function spanOf(index: LineIndex, lines: Uint32Array): Stretch {
  const { start, before } = stretchOf(index, lines[0] ?? 1);
  return { start, end: stretchOf(index, lines.at(-1) ?? 1).end, before };
}

function lineOfStretch(bytes: Uint8Array, line: number, before: number): string | undefined {
  const collector = new LineCollector(Uint32Array.of(line), before);
  collector.push(bytes);
  return collector.finish()[0];
}

async function collectLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  wanted: Uint32Array,
  before = 0,
): Promise<string[]> {
  const collector = new LineCollector(wanted, before);
  for await (const chunk of chunks) {
    collector.push(chunk);
    if (collector.isComplete) break;
  }
  return collector.finish();
}

/** Picks lines out of bytes that are read from the first line on, or from a line behind `before` others. */
class LineCollector {
  readonly #wanted: Uint32Array;
  readonly #found: string[] = [];
  readonly #splitter = new LineSplitter((bytes, start, end) => this.#receive(bytes, start, end));
  #line: number;
  #bytes = 0;

  constructor(wanted: Uint32Array, before = 0) {
    this.#wanted = wanted;
    this.#line = before;
  }

  get isComplete(): boolean {
    return this.#found.length >= this.#wanted.length || this.#bytes >= MOST_TEXT_BYTES;
  }

  push(chunk: Uint8Array): void {
    this.#splitter.push(chunk);
  }

  finish(): string[] {
    if (!this.isComplete) this.#splitter.finish();
    return this.#found;
  }

  #receive(bytes: Uint8Array, start: number, end: number): void {
    this.#line++;
    if (this.isComplete || this.#wanted[this.#found.length] !== this.#line) return;
    this.#bytes += end - start;
    const hasMark = this.#line === 1 && startsWithByteOrderMark(bytes, start, end);
    this.#found.push(utf8Text(bytes.subarray(hasMark ? start + BYTE_ORDER_MARK_LENGTH : start, end)));
  }
}
