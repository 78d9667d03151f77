import type { Disk } from '../disk';
import { openLog, placeOfLog } from './openLog';

/** Where the bytes of a log that was read, its packing taken off, can be had again. Plain data: crosses threads. */
export type StoredBytes =
  | { readonly kind: 'memory'; readonly bytes: Uint8Array }
  /** A file that is not packed. */
  | { readonly kind: 'file'; readonly path: string }
  /** A packed file, or a log in an archive: its bytes are unpacked again, from the first on, whenever some are wanted. */
  | { readonly kind: 'packed'; readonly path: string }
  /** The first `length` bytes of others, and behind them more. */
  | { readonly kind: 'extended'; readonly base: StoredBytes; readonly length: number; readonly more: Uint8Array };

/** Bytes that can be read from any place on. Both methods reject when the file behind them can't be read any more. */
export interface SeekableBytes {
  /** Whether reading from the middle costs as much as reading all that is before. */
  readonly isSequential: boolean;
  /** Bytes from `start` up to, not including, `end`; fewer where they end before. */
  read(start: number, end: number): Promise<Uint8Array>;
  /** The same in pieces. A piece is lent: its memory is used again once the next one is asked for. */
  stream(start: number, end?: number): AsyncIterable<Uint8Array>;
}

/** Makes stored bytes readable. */
export function openBytes(stored: StoredBytes, disk: Disk): SeekableBytes {
  switch (stored.kind) {
    case 'memory':
      return memoryBytes(stored.bytes);
    case 'file':
      return {
        isSequential: false,
        read: (start, end) => disk.readRange(stored.path, start, end),
        stream: (start, end) => disk.stream(stored.path, start, end),
      };
    case 'packed':
      return packedBytes(async () => (await openLog(disk, await placeOfLog(disk, stored.path))).chunks);
    case 'extended':
      return extendedBytes(openBytes(stored.base, disk), stored.length, memoryBytes(stored.more));
  }
}

/** Bytes in memory. */
export function memoryBytes(bytes: Uint8Array): SeekableBytes {
  return {
    isSequential: false,
    read: async (start, end) => bytes.subarray(start, end),
    async *stream(start, end) {
      if (start < bytes.length) yield bytes.subarray(start, end);
    },
  };
}

function packedBytes(unpacked: () => Promise<AsyncIterable<Uint8Array>>): SeekableBytes {
  async function* stream(start: number, end = Number.POSITIVE_INFINITY): AsyncGenerator<Uint8Array> {
    let at = 0;
    for await (const chunk of await unpacked()) {
      const part = chunk.subarray(Math.max(0, start - at), Math.max(0, end - at));
      if (part.length > 0) yield part;
      at += chunk.length;
      if (at >= end) return;
    }
  }
  return { isSequential: true, stream, read: async (start, end) => joined(stream(start, end)) };
}

function extendedBytes(base: SeekableBytes, length: number, more: SeekableBytes): SeekableBytes {
  return {
    isSequential: base.isSequential,
    async read(start, end) {
      const first = start < length ? await base.read(start, Math.min(end, length)) : new Uint8Array(0);
      return end <= length ? first : Buffer.concat([first, await more.read(Math.max(0, start - length), end - length)]);
    },
    async *stream(start, end = Number.POSITIVE_INFINITY) {
      if (start < length) yield* base.stream(start, Math.min(end, length));
      if (end > length) yield* more.stream(Math.max(0, start - length), end - length);
    },
  };
}

async function joined(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const copies: Uint8Array[] = [];
  for await (const chunk of chunks) copies.push(chunk.slice());
  return Buffer.concat(copies);
}
