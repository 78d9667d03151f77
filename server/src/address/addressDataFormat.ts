/**
 * The layout of the compiled network data, version 1. `data/addresses.bin.br` is this, compressed with Brotli.
 *
 *     "ADDR"                             four ASCII characters
 *     version                            one byte, 1
 *     date                               number, year × 10000 + month × 100 + day
 *     countries                          number n, then n × two ASCII letters (ISO 3166-1 alpha-2)
 *     AS numbers                         number n, then n numbers: ascending, each minus the one before
 *     organisations                      number of bytes, then UTF-8: a line for each AS number, in their order;
 *                                        each line ends with \n and is empty where the organisation is unknown
 *     IPv4 table                         number n, then three columns of n:
 *       first address                    numbers: ascending, each minus the one before
 *       AS                               numbers: 0 none, otherwise 1 + position in AS numbers
 *       country                          bytes: 0 none, otherwise 1 + position in countries
 *     IPv6 table                         number n, then four columns of n:
 *       first address, bits 0 to 47      numbers: ascending, each minus the one before
 *       first address, bits 48 to 63     numbers: minus the one before where bits 0 to 47 are the same, else in full
 *       AS, country                      as for IPv4
 *
 * A number is unsigned LEB128 (seven bits a byte, lowest first, the eighth bit says that more follow) below 2^53. A row of a
 * table holds from its first address to the next row's. Columns are kept apart and differences taken because like beside
 * like compresses best. An IPv6 row is about whole /64 networks.
 */
export const formatVersion = 1;

/** First bytes of the data. */
export const formatMark = 'ADDR';

/** Reads the parts of the layout one after the other; each method throws `RangeError` where the bytes end too early. */
export class ByteReader {
  #position = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Whether all bytes were read. */
  get atEnd(): boolean {
    return this.#position === this.#bytes.length;
  }

  byte(): number {
    const value = this.#bytes[this.#position++];
    if (value === undefined) throw new RangeError('Data ends too early');
    return value;
  }

  /** A view, not a copy. */
  take(length: number): Uint8Array {
    const end = this.#position + length;
    if (end > this.#bytes.length) throw new RangeError('Data ends too early');
    const taken = this.#bytes.subarray(this.#position, end);
    this.#position = end;
    return taken;
  }

  number(): number {
    let value = 0;
    for (let scale = 1; scale < Number.MAX_SAFE_INTEGER; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    throw new RangeError('Number too large');
  }

  /** How many items follow, each of which takes `bytesEach` bytes or more; a damaged count must not claim all memory. */
  count(bytesEach: number): number {
    const count = this.number();
    if (count * bytesEach > this.#bytes.length - this.#position) throw new RangeError('Data ends too early');
    return count;
  }
}
