import { NO_ENTRY } from './logTable';

const FIRST_NUMBERS = 256;

/** Other numbers for the numbers from 0 on, which come in order. */
export class NumberMap {
  #numbers = new Uint32Array(FIRST_NUMBERS);
  #size = 0;

  /** Takes what the next number is to become. */
  add(number: number): void {
    if (this.#size === this.#numbers.length) {
      const larger = new Uint32Array(this.#size * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#size++] = number;
  }

  /** What a number has become. */
  of(number: number): number {
    return this.#numbers[number]!;
  }

  /** Writes what the numbers of a column have become into another, from row `at` on; `NO_ENTRY` stays. */
  translate(from: Uint32Array, into: Uint32Array, at: number): void {
    const numbers = this.#numbers;
    for (let row = 0; row < from.length; row++) {
      const number = from[row]!;
      into[at + row] = number === NO_ENTRY ? NO_ENTRY : numbers[number]!;
    }
  }
}
