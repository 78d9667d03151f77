/** Every how many lines the place of a line is kept: a line is found by reading on from there, some 15 KB at most. */
export const LINES_PER_MARK = 64;

/** Where the lines of a log begin in its (decompressed) bytes. Plain data: crosses threads. */
export interface LineIndex {
  readonly lines: number;
  /** Byte offset of line 1, 65, 129 … */
  readonly marks: Float64Array;
  /** Number of bytes in all. */
  readonly bytes: number;
}

/** Notes where lines begin, in order. */
export class LineIndexBuilder {
  #marks = new Float64Array(1024);
  #lines = 0;

  get lines(): number {
    return this.#lines;
  }

  /** Takes the byte offset at which the next line begins. */
  add(offset: number): void {
    if (this.#lines % LINES_PER_MARK === 0) this.#mark(offset);
    this.#lines++;
  }

  finish(bytes: number): LineIndex {
    return { lines: this.#lines, marks: this.#marks.slice(0, Math.ceil(this.#lines / LINES_PER_MARK)), bytes };
  }

  #mark(offset: number): void {
    const at = this.#lines / LINES_PER_MARK;
    if (at === this.#marks.length) {
      const larger = new Float64Array(at * 2);
      larger.set(this.#marks);
      this.#marks = larger;
    }
    this.#marks[at] = offset;
  }
}
