import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** First bytes of a gzip file (RFC 1952 §2.3.1). */
const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);
/** First bytes of bzip2, xz and Zstandard files, which only the server unpacks. */
const SERVER_MAGICS = [Buffer.from('BZh'), Buffer.from('fd377a585a00', 'hex'), Buffer.from('28b52ffd', 'hex')];
const LONGEST_MAGIC = 6;
const LINE_FEED = 0x0a;
const READ_CHUNK_BYTES = 1024 * 1024;
const UNPACK_CHUNK_BYTES = 256 * 1024;

/** The first part of a file with its packing taken off. */
export interface UnpackedStart {
  readonly bytes: Uint8Array;
  /** Whether this is all; otherwise `bytes` ends with the last line that fitted whole. */
  readonly complete: boolean;
}

/**
 * Reads a file up to a number of unpacked bytes. Whether it is packed is told by its first bytes, never by its name; of a
 * damaged one comes what could be unpacked. Rejects with the platform's error (`code` such as ENOENT) when it can't be read.
 */
export async function unpackStart(path: string, maximumBytes: number): Promise<UnpackedStart> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of unpacked(path, await isGzip(path)) as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > maximumBytes) return { bytes: wholeLines(Buffer.concat(chunks, maximumBytes)), complete: false };
    }
  } catch (error) {
    // Damage is reported by the server, where the findings are; anything else is the file's error.
    if (!isZlibError(error)) throw error;
  }
  return { bytes: Buffer.concat(chunks, length), complete: true };
}

/** The lines of a file's start, its packing taken off. */
export async function startOfFile(path: string, maximumBytes: number): Promise<string[]> {
  const { bytes } = await unpackStart(path, maximumBytes);
  return Buffer.from(bytes).toString('latin1').split('\n');
}

/** Whether a file is packed in a way that the server has to take off. Rejects as `unpackStart` does. */
export async function needsServer(path: string): Promise<boolean> {
  const beginning = await firstBytes(path);
  return SERVER_MAGICS.some((magic) => beginning.subarray(0, magic.length).equals(magic));
}

/** Whether a file is packed in any way that can be taken off. Rejects as `unpackStart` does. */
export async function isPacked(path: string): Promise<boolean> {
  return (await isGzip(path)) || needsServer(path);
}

async function isGzip(path: string): Promise<boolean> {
  return (await firstBytes(path)).subarray(0, GZIP_MAGIC.length).equals(GZIP_MAGIC);
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST_MAGIC), 0, LONGEST_MAGIC, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function unpacked(path: string, packed: boolean): Readable {
  const file = createReadStream(path, { highWaterMark: READ_CHUNK_BYTES });
  if (!packed) return file;
  const unzip = createGunzip({ chunkSize: UNPACK_CHUNK_BYTES });
  // `pipe` hands on neither the file's failure nor the end of a reading that stops early.
  file.once('error', (error) => unzip.destroy(error));
  unzip.once('close', () => file.destroy());
  return file.pipe(unzip);
}

/** What stands before the last line feed; all of it when there is none. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(LINE_FEED);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
}
