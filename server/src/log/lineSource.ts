import { BYTE_ORDER_MARK_LENGTH, startsWithByteOrderMark } from './bytes';
import { stretchOf, type LineIndex, type Stretch } from './lineIndex';
import { LONGEST_LINE, LineSplitter } from './lineSplitter';
import type { SeekableBytes } from './seekableBytes';
import { utf8Text } from './text';

/** Up to this many bytes are read at once; more hold over-long lines or very many, and are read in pieces. */
const LONGEST_READ = 4 * LONGEST_LINE;

/** Bytes between wanted lines that are rather read over than jumped: about what a disk reads while a file is opened anew. */
const LONGEST_GAP = 256 * 1024;

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

/** Lines of bytes that can be read from any place: only what is near the wanted ones is read. */
export function linesOfBytes(bytes: SeekableBytes, index: LineIndex): LineSource {
  const lines = async (wanted: Uint32Array): Promise<string[]> => {
    const found: string[] = [];
    let room = MOST_TEXT_BYTES;
    for (const cluster of clustersOf(index, wanted, bytes.isSequential ? Number.POSITIVE_INFINITY : LONGEST_GAP)) {
      const collector = new LineCollector(cluster.lines, cluster.before, room);
      await collector.collect(bytes, cluster);
      found.push(...collector.texts);
      room -= collector.bytes;
      if (room <= 0) break;
    }
    return found;
  };
  return { lines, line: async (line) => (await lines(Uint32Array.of(line)))[0] };
}

/** Wanted lines that lie near each other, and the bytes that hold them. */
interface Cluster extends Stretch {
  readonly lines: Uint32Array;
}

function* clustersOf(index: LineIndex, wanted: Uint32Array, longestGap: number): Generator<Cluster> {
  for (let from = 0; from < wanted.length;) {
    const { start, before, end: firstEnd } = stretchOf(index, wanted[from]!);
    let end = firstEnd;
    let to = from + 1;
    for (; to < wanted.length; to++) {
      const next = stretchOf(index, wanted[to]!);
      if (next.start > end + longestGap) break;
      end = next.end;
    }
    yield { start, end, before, lines: wanted.subarray(from, to) };
    from = to;
  }
}

/** Picks lines out of bytes that begin with a line behind `before` others. */
class LineCollector {
  readonly texts: string[] = [];
  readonly #wanted: Uint32Array;
  readonly #room: number;
  readonly #splitter = new LineSplitter((bytes, start, end) => this.#receive(bytes, start, end));
  #line: number;
  #bytes = 0;

  constructor(wanted: Uint32Array, before: number, room: number) {
    this.#wanted = wanted;
    this.#line = before;
    this.#room = room;
  }

  /** Bytes of the texts. */
  get bytes(): number {
    return this.#bytes;
  }

  async collect(bytes: SeekableBytes, { start, end }: Stretch): Promise<void> {
    if (end - start <= LONGEST_READ) this.#splitter.push(await bytes.read(start, end));
    else {
      for await (const chunk of bytes.stream(start, end)) {
        this.#splitter.push(chunk);
        if (this.#isComplete) break;
      }
    }
    if (!this.#isComplete) this.#splitter.finish();
  }

  get #isComplete(): boolean {
    return this.texts.length >= this.#wanted.length || this.#bytes >= this.#room;
  }

  #receive(bytes: Uint8Array, start: number, end: number): void {
    this.#line++;
    if (this.#isComplete || this.#wanted[this.texts.length] !== this.#line) return;
    this.#bytes += end - start;
    const hasMark = this.#line === 1 && startsWithByteOrderMark(bytes, start, end);
    this.texts.push(utf8Text(bytes.subarray(hasMark ? start + BYTE_ORDER_MARK_LENGTH : start, end)));
  }
}
