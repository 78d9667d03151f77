/** More was read than there is. */
export class OutOfData extends Error {
  override readonly name = 'OutOfData';
}

/** Most bits that are read or looked at in one go. */
const MOST_BITS = 24;

/** Reads bytes bit by bit, the highest bit of a byte first, as bzip2 has them. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at: number;
  /** The next bits, the last of them lowest. Zero bits follow the end of the bytes. */
  #waiting = 0;
  #count = 0;

  /** @param at where to begin, in bits */
  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at >>> 3;
    const inByte = at & 7;
    if (inByte > 0) this.read(inByte);
  }

  /** How many bits have been read; beyond the end when more was asked for than there is. */
  get position(): number {
    return this.#at * 8 - this.#count;
  }

  /** The next `count` bits (at most 24), without going on. */
  peek(count: number): number {
    while (this.#count < count) {
      this.#waiting = (this.#waiting << 8) | (this.#bytes[this.#at++] ?? 0);
      this.#count += 8;
    }
    return (this.#waiting >>> (this.#count - count)) & ((1 << count) - 1);
  }

  skip(count: number): void {
    this.#count -= count;
  }

  /** The next `count` bits. */
  read(count: number): number {
    if (count > MOST_BITS) return this.read(count - 16) * 0x1_0000 + this.read(16);
    const value = this.peek(count);
    this.#count -= count;
    return value;
  }

  /** Throws when more was read than there is. */
  assertWithin(): void {
    if (this.position > this.#bytes.length * 8) throw new OutOfData();
  }
}
