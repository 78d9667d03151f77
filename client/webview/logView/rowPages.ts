/** Rows that are asked for at a time. */
export const PAGE_ROWS = 100;

/** Pages that are kept: some screens on each side, so that scrolling back is instant. */
const MOST_PAGES = 60;

/** Rows of a version of what is shown. */
interface Page<Row> {
  readonly version: number;
  readonly rows: readonly Row[];
}

/** The rows that are at hand, in pages. Rows of an earlier version are given until newer ones come. */
export class RowPages<Row> {
  /** By their numbers, those that were used last at the end. */
  readonly #pages = new Map<number, Page<Row>>();
  readonly #asked = new Set<string>();

  /** A row (from 0), if it is at hand. */
  row(row: number): Row | undefined {
    const number = Math.floor(row / PAGE_ROWS);
    const page = this.#pages.get(number);
    if (page === undefined) return undefined;
    this.#pages.delete(number);
    this.#pages.set(number, page);
    return page.rows[row - number * PAGE_ROWS];
  }

  /** The pages that have rows of a stretch and are not at hand in a version, nor asked for in it. */
  missing(first: number, end: number, version: number): number[] {
    const missing: number[] = [];
    for (let number = Math.floor(first / PAGE_ROWS); number * PAGE_ROWS < end; number++) {
      const isKnown = this.#pages.get(number)?.version === version || this.#asked.has(`${version}:${number}`);
      if (!isKnown) missing.push(number);
    }
    return missing;
  }

  /** Notes that a page was asked for. */
  ask(number: number, version: number): void {
    this.#asked.add(`${version}:${number}`);
  }

  /** Notes the answer: the rows of a page of a version, or none where there was no answer. */
  take(number: number, asked: number, answer: { version: number; rows: readonly Row[] } | undefined): void {
    this.#asked.delete(`${asked}:${number}`);
    if (answer === undefined) return;
    this.#pages.delete(number);
    this.#pages.set(number, answer);
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= MOST_PAGES) break;
      this.#pages.delete(oldest);
    }
  }

  /** Forgets all rows: they are those of something else. */
  clear(): void {
    this.#pages.clear();
  }
}
