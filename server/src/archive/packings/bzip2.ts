import { BitReader, OutOfData } from './bitReader';
import { DamagedBlock, unpackBlock } from './bzip2Block';

/** `BZh` and a digit, the size of the blocks, begin a stream. */
const STREAM_SIGNATURE = 0x42_5a68;
const BLOCK_SIGNATURE = [0x31_4159, 0x26_5359] as const;
const END_SIGNATURE = [0x17_7245, 0x38_5090] as const;
const SIZE_STEP = 100_000;
/**
 * Most bytes of a packed block: 900,000 symbols of 20 bits, 32,767 selectors of 6 bits and the tables. With so many at hand
 * a block is whole, or the file was cut.
 */
const LONGEST_BLOCK = 2_400_000;

/**
 * Unpacks bzip2, one stream after the other. Blocks before damage are given; bytes behind the last stream that are no stream
 * are ignored, as bzip2 does. (Of the packages that do the same, one holds the whole file, one a bomb's whole end.)
 * @param onDamage called when data is missing or wrong
 */
export async function* bunzip2(packed: AsyncIterable<Uint8Array>, onDamage: () => void): AsyncGenerator<Uint8Array> {
  const input = new BlockInput(packed);
  try {
    for (let streams = 0; ; streams++) {
      const size = await readHeader(input);
      if (size === undefined) return streams === 0 ? onDamage() : undefined;
      for (let block = await readBlock(input, size); block !== 'end'; block = await readBlock(input, size)) yield block;
    }
  } catch (error) {
    if (!(error instanceof DamagedBlock || error instanceof OutOfData)) throw error;
    onDamage();
  } finally {
    await input.close();
  }
}

/** Bytes of the blocks of the stream that follows; `undefined` when none does. */
async function readHeader(input: BlockInput): Promise<number | undefined> {
  const bits = await input.atByte();
  const signature = bits.read(24);
  const digit = bits.read(8) - 0x30;
  if (signature !== STREAM_SIGNATURE || digit < 1 || digit > 9) return undefined;
  input.goTo(bits);
  return digit * SIZE_STEP;
}

async function readBlock(input: BlockInput, size: number): Promise<Uint8Array | 'end'> {
  const bits = await input.atBit();
  const signature = [bits.read(24), bits.read(24)];
  bits.assertWithin();
  if (signature[0] === END_SIGNATURE[0] && signature[1] === END_SIGNATURE[1]) {
    // The checksum of all blocks, each of which has been checked.
    bits.read(32);
    bits.assertWithin();
    input.goTo(bits);
    return 'end';
  }
  if (signature[0] !== BLOCK_SIGNATURE[0] || signature[1] !== BLOCK_SIGNATURE[1]) throw new DamagedBlock('No block');
  const block = unpackBlock(bits, size);
  input.goTo(bits);
  return block;
}

/** Packed bytes of which a whole block is always at hand. */
class BlockInput {
  readonly #iterator: AsyncIterator<Uint8Array>;
  #bytes: Uint8Array = new Uint8Array(0);
  #ended = false;
  /** In bits. */
  #position = 0;

  constructor(packed: AsyncIterable<Uint8Array>) {
    this.#iterator = packed[Symbol.asyncIterator]();
  }

  /** Reads on where the last reading ended. */
  async atBit(): Promise<BitReader> {
    await this.#fill();
    return new BitReader(this.#bytes, this.#position);
  }

  /** Reads on with the next whole byte. */
  async atByte(): Promise<BitReader> {
    this.#position = Math.ceil(this.#position / 8) * 8;
    return this.atBit();
  }

  /** The next reading begins where this one ended. */
  goTo(bits: BitReader): void {
    this.#position = bits.position;
  }

  async close(): Promise<void> {
    await this.#iterator.return?.();
  }

  async #fill(): Promise<void> {
    const used = this.#position >>> 3;
    if (this.#ended || this.#bytes.length - used >= LONGEST_BLOCK) return;
    const parts = [this.#bytes.subarray(used)];
    for (let length = parts[0]!.length; length < LONGEST_BLOCK; length += parts.at(-1)!.length) {
      const step = await this.#iterator.next();
      this.#ended = step.done === true;
      if (step.done) break;
      // Copied, as a piece is lent until the next one is asked for.
      parts.push(Uint8Array.from(step.value));
    }
    this.#bytes = Buffer.concat(parts);
    this.#position &= 7;
  }
}
