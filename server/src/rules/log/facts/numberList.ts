/** Most lists are short: arrays of up to 64 bytes lie among other objects, larger ones take memory of their own. */
const FIRST_SIZE = 16;

/** Collects whole numbers below 2^32, such as the rows that a rule looks for: a log may give a million. */
export class NumberList {
  #values = new Uint32Array(FIRST_SIZE);
  #count = 0;

  push(value: number): void {
    if (this.#count === this.#values.length) {
      const larger = new Uint32Array(2 * this.#count);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#count++] = value;
  }

  /** The numbers so far, in the order in which they came; a view. */
  get values(): Uint32Array {
    return this.#values.subarray(0, this.#count);
  }
}
