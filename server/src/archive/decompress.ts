import { gunzip } from './packings/gzip';
import { packingOf, TELLING_BYTES, unsupportedPackingOf, type FilePacking, type Packing } from './packings/packing';

export type { Packing } from './packings/packing';

/** Takes a packing off; `onDamage` is called when data is missing or wrong. */
type Unpacker = (packed: AsyncIterable<Uint8Array>, onDamage: () => void) => AsyncGenerator<Uint8Array>;

/** The unpackers, loaded when a file asks for one: nearly all are plain or gzip. */
const unpackers: Readonly<Record<Exclude<FilePacking, 'plain'>, () => Promise<Unpacker>>> = {
  gzip: async () => gunzip,
  bzip2: async () => (await import('./packings/bzip2')).bunzip2,
  xz: async () => (await import('./packings/xz')).unxz,
  zstd: async () => (await import('./packings/zstd')).unzstd,
};

/**
 * A log that unpacks to more times its size than this is a bomb, made to fill memory or time. Measured: the log of a flood by one
 * client, whose lines differ in their time alone, packs to a 410th with `xz -9`.
 */
const MOST_EXPANSION = 5000;
/** Up to so many bytes nothing is taken for a bomb. */
const HARMLESS_BYTES = 256 * 1024 * 1024;

/** A file is packed in a way that can't be taken off here. */
export class UnsupportedPacking extends Error {
  readonly code = 'EPACKING';

  /** @param packing its name, for people */
  constructor(readonly packing: string) {
    super(packing);
  }
}

/** A packed file unpacks to far more than a log can. */
export class PackedBomb extends Error {
  readonly code = 'EBOMB';
}

/** Bytes with the packing taken off. */
export interface Unpacked {
  readonly packing: Packing;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** After the last chunk: whether the packed data was damaged or cut short, so that the rest of it is missing. */
  readonly damaged: () => boolean;
}

/**
 * Looks at the first bytes and unpacks what is packed; what could be unpacked of damaged data is given.
 * Rejects with `UnsupportedPacking`; the chunks reject with `PackedBomb`.
 */
export async function unpack(chunks: AsyncIterable<Uint8Array>): Promise<Unpacked> {
  const { beginning, chunks: whole } = await peek(chunks, TELLING_BYTES);
  const packing = packingOf(beginning);
  if (packing === 'plain') {
    const unsupported = unsupportedPackingOf(beginning);
    if (unsupported !== undefined) throw new UnsupportedPacking(unsupported);
    return { packing, chunks: whole, damaged: () => false };
  }
  const unpacker = await unpackers[packing]();
  let damaged = false;
  const onDamage = (): void => void (damaged = true);
  return {
    packing,
    chunks: packing === 'gzip' ? unpacker(whole, onDamage) : unlessBomb(whole, (packed) => unpacker(packed, onDamage)),
    damaged: () => damaged,
  };
}

/** What a source begins with, and all of it. */
export interface Peeked {
  /** At least as many bytes as were asked for, fewer where the source is shorter. */
  readonly beginning: Uint8Array;
  /** Whoever does not read them to the end calls `return`. */
  readonly chunks: AsyncIterableIterator<Uint8Array>;
}

/** Looks at the beginning of a source that can be read only once. */
export async function peek(chunks: AsyncIterable<Uint8Array>, count: number): Promise<Peeked> {
  const iterator = chunks[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  for (let length = 0; length < count; length += parts.at(-1)!.length) {
    const step = await iterator.next();
    if (step.done) break;
    // Copied, as a piece is lent until the next one is asked for.
    parts.push(Uint8Array.from(step.value));
  }
  const beginning = Buffer.concat(parts);
  return { beginning, chunks: continued(beginning, iterator) };
}

/** No generator, as that would leave the source open when nobody begins to read it. */
function continued(beginning: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncIterableIterator<Uint8Array> {
  let isFirst = beginning.length > 0;
  return {
    async next() {
      if (!isFirst) return iterator.next();
      isFirst = false;
      return { done: false, value: beginning };
    },
    async return() {
      await iterator.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/**
 * Compares what comes out of an unpacker with what went in. (Deflate needs none of it: it makes at most 1,032 bytes of one.)
 * The result rejects with `PackedBomb`.
 */
export async function* unlessBomb(
  packed: AsyncIterable<Uint8Array>,
  unpacker: (packed: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let before = 0;
  let after = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of packed) {
      before += chunk.length;
      yield chunk;
    }
  };
  for await (const chunk of unpacker(counted())) {
    after += chunk.length;
    if (after > HARMLESS_BYTES && after > before * MOST_EXPANSION) throw new PackedBomb('The file is a bomb');
    yield chunk;
  }
}
