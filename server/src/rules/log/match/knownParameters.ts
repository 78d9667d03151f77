import { DictionaryBuilder } from '../../../log/dictionary';

/** Parameters and bytes of them that are remembered at most, so that no log takes much memory. */
const MOST_PARAMETERS = 1 << 16;
const MOST_BYTES = 1 << 22;
/** Longer parameters seldom come again. */
const LONGEST = 1024;
/** Number of a parameter that is not remembered. */
const UNKNOWN = -1;

/**
 * Remembers parameters that show nothing: a hundred thousand different queries are made of a few thousand parameters, such as the
 * titles and addresses that a counter of visits sends with each page.
 */
export class KnownParameters {
  #texts = new DictionaryBuilder();
  #bytes = 0;
  /** By number of the parameter: 1 where it shows nothing. */
  #isHarmless = new Uint8Array(MOST_PARAMETERS);

  /** Number of the parameter in `[start, end)` until it is forgotten, for the other methods. */
  numberOf(bytes: Uint8Array, start: number, end: number): number {
    if (end - start > LONGEST) return UNKNOWN;
    if (this.#texts.size === MOST_PARAMETERS || this.#bytes > MOST_BYTES) this.#forget();
    const known = this.#texts.size;
    const number = this.#texts.intern(bytes, start, end);
    if (number === known) this.#bytes += end - start;
    return number;
  }

  isHarmless(number: number): boolean {
    return number !== UNKNOWN && this.#isHarmless[number] === 1;
  }

  setHarmless(number: number): void {
    if (number !== UNKNOWN) this.#isHarmless[number] = 1;
  }

  #forget(): void {
    this.#texts = new DictionaryBuilder();
    this.#bytes = 0;
    this.#isHarmless.fill(0);
  }
}
