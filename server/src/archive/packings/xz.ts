import { crc32 } from 'node:zlib';
import { ByteInput } from './byteInput';
import { DamagedLzma, LzmaDecoder } from './lzma';
import { checkLength, createCheck } from './xzChecks';

const SIGNATURE = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00];
const HEADER_BYTES = 12;
const FOOTER_BYTES = 12;
const LZMA2 = 0x21;
/** `xz -9` takes 64 MiB; a header that asks for gigabytes must not have them. */
const LARGEST_DICTIONARY = 256 * 1024 * 1024;
const LEAST_DICTIONARY = 4096;
/** A number takes at most nine bytes of seven bits (section 1.2). */
const LONGEST_NUMBER = 9;

/**
 * Unpacks xz, one stream after the other
 * (https://github.com/tukaani-project/xz/blob/master/doc/xz-file-format.txt). What comes before damage is given; bytes behind
 * the last stream that are no stream are ignored. (The packages that do it in wasm stop behind the first stream, or come
 * without their licence.)
 * @param onDamage called when data is missing or wrong, or packed with a filter that logs are not packed with
 */
export async function* unxz(packed: AsyncIterable<Uint8Array>, onDamage: () => void): AsyncGenerator<Uint8Array> {
  const input = new XzInput(packed);
  let decoder: LzmaDecoder | undefined;
  try {
    for (let streams = 0; ; streams++) {
      const check = await readStreamHeader(input);
      if (check === undefined) return streams === 0 ? onDamage() : undefined;
      for (let size = await input.byte(); size !== 0; size = await input.byte()) {
        decoder = decoderFor(await readDictionarySize(input, size), decoder);
        yield* unpackBlock(input, decoder, check);
      }
      await skipIndexAndFooter(input);
    }
  } catch (error) {
    if (!(error instanceof DamagedLzma)) throw error;
    onDamage();
  } finally {
    await input.close();
  }
}

/** The kind of check of the stream that follows, after padding; `undefined` when none does. */
async function readStreamHeader(input: XzInput): Promise<number | undefined> {
  for (;;) {
    const start = await input.takeUpTo(4);
    if (start.length === 4 && start.every((byte) => byte === 0)) continue;
    const header = Buffer.concat([start, await input.takeUpTo(HEADER_BYTES - start.length)]);
    const isStream = header.length === HEADER_BYTES && SIGNATURE.every((byte, index) => header[index] === byte);
    if (!isStream) return undefined;
    if (header[6] !== 0 || crc32(header.subarray(6, 8)) !== header.readUInt32LE(8)) throw new DamagedLzma('No flags');
    return header[7]! & 0x0f;
  }
}

/** The decoder of the last block once more where it serves: its memory is large. */
function decoderFor(dictionarySize: number, last: LzmaDecoder | undefined): LzmaDecoder {
  if (last?.reach !== dictionarySize) return new LzmaDecoder(dictionarySize);
  last.restart();
  return last;
}

async function* unpackBlock(input: XzInput, decoder: LzmaDecoder, check: number): AsyncGenerator<Uint8Array> {
  const checksum = createCheck(check);
  const start = input.taken;
  for (let control = await input.byte(); control !== 0; control = await input.byte()) {
    const piece = await unpackPiece(input, decoder, control);
    checksum?.add(piece);
    yield piece;
  }
  await input.take(padding(input.taken - start));
  const expected = await input.take(checkLength(check));
  if (checksum !== undefined && !checksum.result().every((byte, index) => byte === expected[index])) {
    throw new DamagedLzma('The checksum differs');
  }
}

/** The dictionary that a block header (section 3.1) asks for, in bytes; it must name LZMA2 and nothing else. */
async function readDictionarySize(input: XzInput, size: number): Promise<number> {
  const rest = Buffer.from(await input.take((size + 1) * 4 - 1));
  const end = rest.length - 4;
  if (crc32(Buffer.concat([Uint8Array.of(size), rest.subarray(0, end)])) !== rest.readUInt32LE(end)) {
    throw new DamagedLzma('The block header differs from its checksum');
  }
  const flags = rest[0]!;
  let at = 1;
  for (const sizeFlag of [0x40, 0x80]) {
    if (flags & sizeFlag) at = behindNumber(rest, at);
  }
  if ((flags & 0x3f) !== 0 || rest[at] !== LZMA2 || rest[at + 1] !== 1) throw new DamagedLzma('A filter is unknown');
  const bits = rest[at + 2]!;
  const dictionary = (2 | (bits & 1)) * 2 ** ((bits >>> 1) + 11);
  if (dictionary > LARGEST_DICTIONARY) throw new DamagedLzma('The dictionary is too large');
  return Math.max(LEAST_DICTIONARY, dictionary);
}

function behindNumber(bytes: Uint8Array, at: number): number {
  let next = at;
  while ((bytes[next] ?? 0) & 0x80) next++;
  return next + 1;
}

/** One piece of LZMA2: the control byte says what is reset and whether the piece is packed. */
async function unpackPiece(input: XzInput, decoder: LzmaDecoder, control: number): Promise<Uint8Array> {
  if (control === 1 || control >= 0xe0) decoder.resetDictionary();
  if (control < 0x80) {
    if (control > 2) throw new DamagedLzma('No such piece');
    return decoder.copy(await input.take((await input.number16()) + 1));
  }
  const size = (control & 0x1f) * 0x1_0000 + (await input.number16()) + 1;
  const packedSize = (await input.number16()) + 1;
  if (control >= 0xc0) decoder.setProperties(await input.byte());
  else if (control >= 0xa0) decoder.resetState();
  return decoder.unpack(await input.take(packedSize), size);
}

/** The index (section 4), whose first byte was read, repeats what the blocks say themselves. */
async function skipIndexAndFooter(input: XzInput): Promise<void> {
  const start = input.taken - 1;
  const records = await input.number();
  for (let record = 0; record < 2 * records; record++) await input.number();
  await input.take(padding(input.taken - start) + 4 + FOOTER_BYTES);
}

/** Bytes that fill up to a multiple of four. */
function padding(length: number): number {
  return -length & 3;
}

/** Packed bytes of which as many as asked for must be there. */
class XzInput {
  readonly #input: ByteInput;
  /** How many bytes were taken. */
  taken = 0;

  constructor(packed: AsyncIterable<Uint8Array>) {
    this.#input = new ByteInput(packed);
  }

  async takeUpTo(count: number): Promise<Uint8Array> {
    const bytes = await this.#input.take(count);
    this.taken += bytes.length;
    return bytes;
  }

  async take(count: number): Promise<Uint8Array> {
    const bytes = await this.takeUpTo(count);
    if (bytes.length < count) throw new DamagedLzma('The file was cut');
    return bytes;
  }

  async byte(): Promise<number> {
    return (await this.take(1))[0]!;
  }

  async number16(): Promise<number> {
    const [high, low] = await this.take(2);
    return high! * 0x100 + low!;
  }

  /** A number in bytes of seven bits, the lowest first. */
  async number(): Promise<number> {
    let value = 0;
    for (let turn = 0; turn < LONGEST_NUMBER; turn++) {
      const byte = await this.byte();
      value += (byte & 0x7f) * 2 ** (7 * turn);
      if (byte < 0x80) return value;
    }
    throw new DamagedLzma('A number is too long');
  }

  close(): Promise<void> {
    return this.#input.close();
  }
}
