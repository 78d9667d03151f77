import { NO_ENTRY } from './logTable';
import type { NumberMap } from './numberMap';

type Numbers = Uint32Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint8Array<ArrayBuffer> | Int8Array<ArrayBuffer>;

/** Growth of a full column, where the log turned out longer than expected. */
const GROWTH = 1.25;

/** Where the rows of a part go. */
export interface PartPlace {
  /** Rows of the parts before. */
  readonly at: number;
  /** Rows of the part. */
  readonly rows: number;
  /** Rows that the whole log will probably have, at least those of the part and before. */
  readonly expected: number;
}

/** A column of a table that grows part by part. As long as all parts have it empty, it takes no memory. */
export class JoinedColumn<Column extends Numbers> {
  readonly #type: new (length: number) => Column;
  readonly #absent: number;
  #numbers: Column;

  /** @param absent value of the rows that a part without this column has */
  constructor(type: new (length: number) => Column, absent: number) {
    this.#type = type;
    this.#absent = absent;
    this.#numbers = new type(0);
  }

  /** Adds a part's rows; an empty part has absent values only. */
  append(part: ArrayLike<number>, place: PartPlace): void {
    const numbers = this.makeRoom(part.length, place);
    if (part.length > 0) numbers.set(part, place.at);
  }

  /** The column; what was expected and did not come is memory that was never touched. */
  finish(rows: number): Column {
    return this.#numbers.subarray(0, rows) as Column;
  }

  /** The column with room for a part of which `given` rows have values; the others are absent. */
  protected makeRoom(given: number, { at, rows, expected }: PartPlace): Column {
    if (given === 0 && this.#numbers.length === 0) return this.#numbers;
    if (at + rows > this.#numbers.length) this.#grow(at, expected);
    if (given === 0) this.#numbers.fill(this.#absent, at, at + rows);
    return this.#numbers;
  }

  #grow(used: number, least: number): void {
    const old = this.#numbers;
    this.#numbers = new this.#type(Math.max(least, Math.ceil(old.length * GROWTH)));
    if (old.length === 0) this.#numbers.fill(this.#absent, 0, used);
    else this.#numbers.set(old);
  }
}

/** A column of numbers of texts or endpoints, which are others in each reader than in the joined table. */
export class JoinedNumbers extends JoinedColumn<Uint32Array<ArrayBuffer>> {
  constructor() {
    super(Uint32Array, NO_ENTRY);
  }

  /** Adds a part's rows with the numbers that they have become. */
  appendNumbers(part: Uint32Array, place: PartPlace, numbers: NumberMap): void {
    numbers.translate(part, this.makeRoom(part.length, place), place.at);
  }
}

/** Numbers of lines, part by part. */
export class JoinedLines {
  #lines = new Uint32Array(0);
  #length = 0;

  /** @param before lines of the parts before */
  append(part: Uint32Array, before: number): void {
    const length = this.#length + part.length;
    if (length > this.#lines.length) {
      const larger = new Uint32Array(Math.max(length, Math.ceil(this.#lines.length * GROWTH)));
      larger.set(this.#lines);
      this.#lines = larger;
    }
    for (let at = 0; at < part.length; at++) this.#lines[this.#length + at] = part[at]! + before;
    this.#length = length;
  }

  finish(): Uint32Array {
    return this.#lines.slice(0, this.#length);
  }
}
