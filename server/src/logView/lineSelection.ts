const FIRST_LINES = 1024;

/** Numbers of lines (from 1), ascending, that come piece by piece. */
export class LineSelection {
  #lines = new Uint32Array(FIRST_LINES);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Adds lines that lie behind all that there are. */
  add(lines: ArrayLike<number>): void {
    const length = this.#length + lines.length;
    if (length > this.#lines.length) {
      const larger = new Uint32Array(Math.max(length, this.#lines.length * 2));
      larger.set(this.#lines.subarray(0, this.#length));
      this.#lines = larger;
    }
    this.#lines.set(lines, this.#length);
    this.#length = length;
  }

  /** Forgets the lines behind a line. */
  cutBehind(line: number): void {
    this.#length = this.countUpTo(line);
  }

  /** Lines from a place (from 0) on; a view that changes when lines are added. */
  slice(first: number, count: number): Uint32Array {
    return this.#lines.subarray(Math.min(first, this.#length), Math.min(first + count, this.#length));
  }

  /** How many of the lines come before a line or are it. */
  countUpTo(line: number): number {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#lines[middle]! <= line) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
