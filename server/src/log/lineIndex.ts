/** Every how many lines the place of a line is kept: a line is found by reading on from there, some 15 KB at most. */
export const LINES_PER_MARK = 64;

const FIRST_MARKS = 1024;

/** Where the lines of a log begin in its (decompressed) bytes. Plain data: crosses threads. */
export interface LineIndex {
  readonly lines: number;
  /** Lines (from 1) whose place is kept, ascending, at most `LINES_PER_MARK` apart. */
  readonly markedLines: Uint32Array;
  /** Byte offset at which each of them begins. */
  readonly offsets: Float64Array;
  /** Number of bytes in all. */
  readonly bytes: number;
}

/** A stretch of bytes that holds a line. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** How many lines of the log come before the stretch. */
  readonly before: number;
}

/** Number of the last mark at or before a line (from 1); -1 when there is none. */
export function markOf({ markedLines }: LineIndex, line: number): number {
  let low = 0;
  let high = markedLines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (markedLines[middle]! <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The bytes from the mark at or before a line (from 1) to the next mark. */
export function stretchOf(index: LineIndex, line: number): Stretch {
  const mark = markOf(index, line);
  return {
    start: index.offsets[mark] ?? index.bytes,
    end: index.offsets[mark + 1] ?? index.bytes,
    before: (index.markedLines[mark] ?? 1) - 1,
  };
}

/** Joins the indexes of a log's stretches, each right behind the one before. */
export class LineIndexJoiner {
  #markedLines = new Uint32Array(FIRST_MARKS);
  #offsets = new Float64Array(FIRST_MARKS);
  #marks = 0;
  #lines = 0;
  #bytes = 0;

  /** Lines so far. */
  get lines(): number {
    return this.#lines;
  }

  append(index: LineIndex): void {
    const marks = index.markedLines.length;
    if (this.#marks + marks > this.#offsets.length) this.#makeRoom(this.#marks + marks);
    for (let mark = 0; mark < marks; mark++) {
      this.#markedLines[this.#marks + mark] = index.markedLines[mark]! + this.#lines;
      this.#offsets[this.#marks + mark] = index.offsets[mark]! + this.#bytes;
    }
    this.#marks += marks;
    this.#lines += index.lines;
    this.#bytes += index.bytes;
  }

  finish(): LineIndex {
    return {
      lines: this.#lines,
      markedLines: this.#markedLines.slice(0, this.#marks),
      offsets: this.#offsets.slice(0, this.#marks),
      bytes: this.#bytes,
    };
  }

  #makeRoom(marks: number): void {
    const room = Math.max(marks, this.#offsets.length * 2);
    const markedLines = new Uint32Array(room);
    const offsets = new Float64Array(room);
    markedLines.set(this.#markedLines);
    offsets.set(this.#offsets);
    this.#markedLines = markedLines;
    this.#offsets = offsets;
  }
}

/** Notes where lines begin, in order. */
export class LineIndexBuilder {
  #offsets = new Float64Array(FIRST_MARKS);
  #lines = 0;

  get lines(): number {
    return this.#lines;
  }

  /** Takes the byte offset at which the next line begins. */
  add(offset: number): void {
    if (this.#lines % LINES_PER_MARK === 0) this.#mark(offset);
    this.#lines++;
  }

  /**
   * Takes where the next lines begin.
   * @param starts from the first of them; what stands behind `count` does not matter
   * @param offset byte offset of the first
   */
  addAll(starts: Uint32Array, count: number, offset: number): void {
    const behindMark = this.#lines % LINES_PER_MARK;
    const first = behindMark === 0 ? 0 : LINES_PER_MARK - behindMark;
    const before = this.#lines;
    for (let line = first; line < count; line += LINES_PER_MARK) {
      this.#lines = before + line;
      this.#mark(offset + starts[line]!);
    }
    this.#lines = before + count;
  }

  finish(bytes: number): LineIndex {
    const marks = Math.ceil(this.#lines / LINES_PER_MARK);
    const markedLines = Uint32Array.from({ length: marks }, (_, mark) => mark * LINES_PER_MARK + 1);
    return { lines: this.#lines, markedLines, offsets: this.#offsets.slice(0, marks), bytes };
  }

  #mark(offset: number): void {
    const at = this.#lines / LINES_PER_MARK;
    if (at === this.#offsets.length) {
      const larger = new Float64Array(at * 2);
      larger.set(this.#offsets);
      this.#offsets = larger;
    }
    this.#offsets[at] = offset;
  }
}
