/** What a row of the page shows. */
export type DisplayRow =
  | { readonly kind: 'line'; readonly row: number }
  /** What stands above a row. */
  | { readonly kind: 'lens'; readonly row: number };

/** The rows of a log and between them those with what stands above some of them. */
export class DisplayRows {
  readonly #rows: number;
  /** Rows that have something above them, ascending, each once. */
  readonly #lensRows: readonly number[];

  constructor(rows: number, lensRows: readonly number[]) {
    this.#rows = rows;
    this.#lensRows = [...new Set(lensRows)].filter((row) => row < rows).toSorted((a, b) => a - b);
  }

  get count(): number {
    return this.#rows + this.#lensRows.length;
  }

  /** What is at a place (from 0). */
  at(place: number): DisplayRow {
    // The lens above the row with number `n` of those that have one stands at `lensRows[n] + n`.
    const before = this.#count((index) => this.#lensRows[index]! + index < place);
    return this.#lensRows[before] === place - before
      ? { kind: 'lens', row: place - before }
      : { kind: 'line', row: place - before };
  }

  /** Place of a row's line. */
  placeOf(row: number): number {
    return row + this.#count((index) => this.#lensRows[index]! <= row);
  }

  /** How many lens rows, from the first on, something is true of. */
  #count(isTrue: (index: number) => boolean): number {
    let low = 0;
    let high = this.#lensRows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isTrue(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
