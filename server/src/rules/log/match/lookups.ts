import { PROOF, STRONG, witness, type Evidence } from './witness';

const DOLLAR = 0x24;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const COLON = 0x3a;
const HYPHEN = 0x2d;
const JNDI = [0x6a, 0x6e, 0x64, 0x69, COLON];
const FIRST_SIZE = 1024;
/** Longer results are left where they are, so that moving them takes time in proportion to the text. */
const LONGEST_RESULT = 256;

const jndi = witness('java-exploit', PROOF);
const nested = witness('java-exploit', STRONG);

/** A look-up whose brace is not closed yet. */
interface OpenLookup {
  /** Where its text begins. */
  readonly start: number;
  /** Where its result begins: behind `:-`, or behind its last colon, as in `lower:x`; -1 while it has none. */
  result: number;
  hasDefault: boolean;
}

/**
 * Finds `${jndi:…}`, the look-up that made Log4j load foreign code (CVE-2021-44228), however it is put together of others:
 * `${${lower:j}ndi:…}`, `${j${::-n}di:…}`, `${${env:X:-j}ndi:…}`. Every look-up that closes is replaced by what it gives, from
 * the inside out, in one pass.
 */
export class Lookups {
  #bytes = new Uint8Array(FIRST_SIZE);
  #end = 0;
  readonly #open: OpenLookup[] = [];

  /** Looks through the first `length` bytes. */
  find(source: Uint8Array, length: number, evidence: Evidence): void {
    if (length > this.#bytes.length) this.#bytes = new Uint8Array(length * 2);
    this.#open.length = 0;
    this.#end = 0;
    let replaced = 0;
    for (let at = 0; at < length; at++) {
      const lookup = source[at] === CLOSE_BRACE ? this.#open.pop() : undefined;
      if (lookup === undefined) this.#write(source[at]!);
      else if (this.#isJndi(lookup)) return evidence.add(jndi);
      else if (this.#close(lookup)) replaced++;
    }
    if (this.#open.some((lookup) => this.#isJndi(lookup))) evidence.add(jndi);
    else if (replaced > 1) evidence.add(nested);
  }

  #write(byte: number): void {
    const before = this.#end === 0 ? 0 : this.#bytes[this.#end - 1];
    this.#bytes[this.#end++] = byte;
    const lookup = this.#open.at(-1);
    if (lookup !== undefined && !lookup.hasDefault && (byte === COLON || (byte === HYPHEN && before === COLON))) {
      lookup.hasDefault = byte === HYPHEN;
      lookup.result = this.#end;
    }
    if (byte === OPEN_BRACE && before === DOLLAR) this.#open.push({ start: this.#end, result: -1, hasDefault: false });
  }

  /** Puts what a look-up gives in its place; whether it gives anything. */
  #close({ start, result }: OpenLookup): boolean {
    const length = this.#end - result;
    if (result < 0 || length > LONGEST_RESULT) return false;
    const to = start - 2;
    this.#bytes.copyWithin(to, result, this.#end);
    this.#end = to + length;
    return true;
  }

  #isJndi({ start }: OpenLookup): boolean {
    if (this.#end - start < JNDI.length) return false;
    return JNDI.every((byte, at) => (this.#bytes[start + at]! | (byte === COLON ? 0 : 0x20)) === byte);
  }
}
