import type { BitReader } from './bitReader';

/** Longest code of a symbol in bzip2, in bits. */
export const LONGEST_CODE = 20;
/** Codes up to this length, nearly all that occur, are found with one look. */
const LOOK_BITS = 10;
/** A look gives symbol and length in one number. */
const LENGTH_BITS = 5;
const LENGTH_MASK = (1 << LENGTH_BITS) - 1;

/** Canonical Huffman codes: the codes of one length follow each other in the order of their symbols. */
export class HuffmanCodes {
  readonly #look = new Uint16Array(1 << LOOK_BITS);
  /** Symbols in the order of their codes. */
  readonly #symbols: Uint16Array;
  /** For each length, the code behind the last one of it. */
  readonly #ends = new Int32Array(LONGEST_CODE + 1);
  /** For each length, what its codes are above their place in `#symbols`. */
  readonly #offsets = new Int32Array(LONGEST_CODE + 1);

  /** @param lengths length of each symbol's code in bits, 1 to `LONGEST_CODE` */
  constructor(lengths: Uint8Array) {
    this.#symbols = new Uint16Array(lengths.length);
    let code = 0;
    let placed = 0;
    for (let length = 1; length <= LONGEST_CODE; length++) {
      this.#offsets[length] = code - placed;
      for (let symbol = 0; symbol < lengths.length; symbol++) {
        if (lengths[symbol] !== length) continue;
        if (length <= LOOK_BITS) this.#noteLook(code, length, symbol);
        this.#symbols[placed++] = symbol;
        code++;
      }
      this.#ends[length] = code;
      code <<= 1;
    }
  }

  /** The next symbol; -1 for bits that are no code. */
  read(bits: BitReader): number {
    const seen = this.#look[bits.peek(LOOK_BITS)]!;
    if (seen === 0) return this.#readLong(bits);
    bits.skip(seen & LENGTH_MASK);
    return seen >>> LENGTH_BITS;
  }

  #readLong(bits: BitReader): number {
    for (let length = LOOK_BITS + 1; length <= LONGEST_CODE; length++) {
      const code = bits.peek(length);
      if (code >= this.#ends[length]!) continue;
      bits.skip(length);
      return this.#symbols[code - this.#offsets[length]!] ?? -1;
    }
    return -1;
  }

  #noteLook(code: number, length: number, symbol: number): void {
    const spare = LOOK_BITS - length;
    // Damaged tables may hold more codes than fit; what lies outside is dropped here and found to be damage later.
    this.#look.fill((symbol << LENGTH_BITS) | length, code << spare, (code + 1) << spare);
  }
}
