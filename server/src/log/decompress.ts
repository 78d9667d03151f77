import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** First bytes of a gzip member (RFC 1952 §2.3.1). */
const GZIP_MAGIC = [0x1f, 0x8b];
const GUNZIP_CHUNK_BYTES = 256 * 1024;

/** How a file's bytes are packed, told by its first bytes and never by its name. */
export type Packing = 'plain' | 'gzip';

/** Bytes with the packing taken off. */
export interface Unpacked {
  readonly packing: Packing;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** After the last chunk: whether the packed data was damaged or cut short, so that the rest of it is missing. */
  readonly damaged: () => boolean;
}

/** Looks at the first bytes and unpacks what is packed; what could be unpacked of damaged data is given. */
export async function unpack(chunks: AsyncIterable<Uint8Array>): Promise<Unpacked> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  const whole = continued(first, iterator);
  if (first.done || !isGzip(first.value)) return { packing: 'plain', chunks: whole, damaged: () => false };
  let damaged = false;
  return {
    packing: 'gzip',
    chunks: gunzip(whole, () => (damaged = true)),
    damaged: () => damaged,
  };
}

/** Whether bytes begin like a gzip file. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes.length >= GZIP_MAGIC.length && GZIP_MAGIC.every((byte, index) => bytes[index] === byte);
}

async function* continued(
  first: IteratorResult<Uint8Array>,
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    for (let step = first; !step.done; step = await iterator.next()) yield step.value;
  } finally {
    await iterator.return?.();
  }
}

async function* gunzip(packed: AsyncIterable<Uint8Array>, onDamage: () => void): AsyncGenerator<Uint8Array> {
  const source = Readable.from(packed, { objectMode: true });
  const unzip = createGunzip({ chunkSize: GUNZIP_CHUNK_BYTES });
  // An unreadable file is the reader's error; only what zlib itself objects to is damage.
  let sourceError: unknown;
  source.on('error', (error) => {
    sourceError = error;
    unzip.destroy(error);
  });
  try {
    for await (const chunk of source.pipe(unzip)) yield chunk as Uint8Array;
  } catch (error) {
    if (sourceError !== undefined) throw sourceError;
    if (!isZlibError(error)) throw error;
    onDamage();
  } finally {
    source.destroy();
    unzip.destroy();
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
}
