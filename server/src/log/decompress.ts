import { gunzip, isGzip } from './gzip';

/** First bytes that are enough to tell every packing. */
const TELLING_BYTES = 2;

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
  const beginning = await firstBytes(iterator);
  const whole = continued(beginning, iterator);
  if (!isGzip(beginning)) return { packing: 'plain', chunks: whole, damaged: () => false };
  let damaged = false;
  return {
    packing: 'gzip',
    chunks: gunzip(whole, () => (damaged = true)),
    damaged: () => damaged,
  };
}

/** The first chunk, or the first ones joined where it is too short to tell by. */
async function firstBytes(iterator: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let bytes: Uint8Array = new Uint8Array(0);
  while (bytes.length < TELLING_BYTES) {
    const step = await iterator.next();
    if (step.done) break;
    // Copied, as a piece is lent until the next one is asked for.
    bytes = Buffer.concat([bytes, step.value]);
  }
  return bytes;
}

async function* continued(beginning: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (beginning.length > 0) yield beginning;
    for (let step = await iterator.next(); !step.done; step = await iterator.next()) yield step.value;
  } finally {
    await iterator.return?.();
  }
}
