import type { ByteSource } from './byteSource';
import { unpack, type Packing, type Unpacked } from '../archive/decompress';
import type { LogFacts, LogFormat } from './formats/logFormat';
import { LogReader } from './logReader';
import type { LogTableData } from './logTable';

/** A log that was read. Plain data. */
export interface LogReading {
  /** Id of the format, or `undefined` when the file is no log that is known; then the table has no rows. */
  readonly format: string | undefined;
  readonly packing: Packing;
  /** The packed data was damaged or cut short: the table holds what was readable. */
  readonly damaged: boolean;
  /** Lines of another format than the log's own tell how later ones are read: what comes behind can't be read by itself. */
  readonly hasStatefulLines?: true;
  readonly table: LogTableData;
}

export interface ReadLogOptions extends LogFacts {
  /** Told after every chunk how many bytes of the unpacked log were read. */
  readonly onProgress?: (bytes: number) => void;
  /** Given each chunk of a packed log as it is unpacked, for who wants to keep the bytes; to keep, while the next one waits. */
  readonly onUnpacked?: (chunk: Uint8Array) => Promise<void>;
}

/**
 * Reads a log in one pass. Rejects when the source can't be read, and with `TooManyLines`; damage within it is part of the
 * result.
 */
export async function readLog(source: ByteSource, options: ReadLogOptions = {}): Promise<LogReading> {
  return readUnpacked(await unpack(source.chunks()), source.size, options);
}

/**
 * Most bytes that a byte of a packed log usually unpacks to: gzip packs logs to between a twentieth and a fifth. Room for entries
 * that never come takes no memory, making more room later takes a half more for a while.
 */
const UNPACKED_BYTES = 20;

/**
 * Reads a log whose packing was taken off. Rejects as `readLog` does.
 * @param size bytes of its file, packed or not; `undefined` when unknown, as of a member of an archive
 */
export async function readUnpacked(
  { packing, chunks, damaged }: Unpacked,
  size: number | undefined,
  options: ReadLogOptions = {},
): Promise<LogReading> {
  const expected = size !== undefined && packing !== 'plain' ? size * UNPACKED_BYTES : size;
  const reader = new LogReader(options, expected);
  for await (const chunk of chunks) {
    // Of the unpackers only that of gzip gives its pieces away; those of others are lent.
    if (packing !== 'plain') await options.onUnpacked?.(packing === 'gzip' ? chunk : chunk.slice());
    reader.push(chunk);
    options.onProgress?.(reader.bytes);
  }
  const { format, table } = reader.finish();
  const mixed = reader.hasStatefulLines && ({ hasStatefulLines: true } as const);
  return { format: format?.id, packing, damaged: damaged(), ...mixed, table };
}

export interface ReadPartOptions {
  readonly facts: LogFacts;
  /** Lines before the part that tell what its lines hold. */
  readonly directives?: readonly Buffer[];
  /** Told after every chunk how many bytes of the part were read. */
  readonly onProgress?: (bytes: number) => void;
}

/**
 * Reads a part of a log that is not packed; the part begins and ends where lines do. `undefined` when its lines, of another format
 * than the log's own, tell how later ones are read.
 * @param format `undefined` when it is known that it is none that is known: then all lines are rejected
 */
export async function readLogPart(
  chunks: AsyncIterable<Uint8Array>,
  format: LogFormat | undefined,
  { facts, directives = [], onProgress }: ReadPartOptions,
): Promise<LogTableData | undefined> {
  const reader = new LogReader(facts, undefined, format ?? 'none');
  for (const line of directives) reader.remember(line);
  for await (const chunk of chunks) {
    reader.push(chunk);
    onProgress?.(reader.bytes);
  }
  const { table } = reader.finish();
  return reader.hasStatefulLines ? undefined : table;
}
