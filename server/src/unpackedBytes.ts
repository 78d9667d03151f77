import { open, rm, statfs, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { StoredBytes } from './log/seekableBytes';

/** Packed logs up to this size unpacked are kept in memory, so that a line can be looked up at once. */
export const MOST_KEPT_BYTES = 64 * 1024 * 1024;

/** Largest log that is kept unpacked in a temporary file: three to four months of a site with a million requests a day. */
export const MOST_FILED_BYTES = 32 * 1024 * 1024 * 1024;

/** Room that a temporary file leaves on the disk for everybody else. */
const LEAST_FREE_BYTES = 2 * 1024 * 1024 * 1024;

/** How many bytes are written between two looks at the room on the disk. */
const LOOK_EVERY_BYTES = 256 * 1024 * 1024;

/** A log holds what people did: nobody but its owner may read the copy. */
const OWNER_ONLY = 0o600;

/**
 * Keeps what is unpacked of a packed log, so that its lines can be looked up again: a gzip file can't be read from the middle.
 * Small logs stay in memory, larger ones go to a temporary file, and one that is too large for that is not kept at all.
 */
export class UnpackedBytes {
  readonly #packed: string;
  readonly #file: string | undefined;
  #chunks: Uint8Array[] = [];
  #length = 0;
  #nextLook = 0;
  #handle: FileHandle | undefined;
  #writing: Promise<unknown> = Promise.resolve();
  #isGivenUp = false;

  /**
   * @param packed path of the packed file
   * @param file path of the temporary file, which must not be there yet; `undefined` where there may be none
   */
  constructor(packed: string, file: string | undefined) {
    this.#packed = packed;
    this.#file = file;
  }

  /** Takes the next bytes, which must not change afterwards. Never rejects: what can't be kept is unpacked again. */
  async add(chunk: Uint8Array): Promise<void> {
    if (this.#isGivenUp) return;
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (this.#length <= MOST_KEPT_BYTES) return;
    const chunks = this.#chunks;
    this.#chunks = [];
    try {
      await this.#write(chunks);
    } catch {
      await this.#giveUp();
    }
  }

  /** Where the bytes are, all of them added. */
  async finish(): Promise<StoredBytes> {
    try {
      await this.#writing;
    } catch {
      await this.#giveUp();
    }
    await this.#handle?.close();
    if (this.#isGivenUp) return { kind: 'packed', path: this.#packed };
    return this.#handle !== undefined && this.#file !== undefined
      ? { kind: 'file', path: this.#file }
      : { kind: 'memory', bytes: joined(this.#chunks, this.#length) };
  }

  /** The last bytes are written while the next ones are unpacked. */
  async #write(chunks: readonly Uint8Array[]): Promise<void> {
    if (this.#file === undefined) return this.#giveUp();
    this.#handle ??= await open(this.#file, 'wx', OWNER_ONLY);
    if (this.#length >= this.#nextLook) {
      if (!(await this.#hasRoom(this.#file))) return this.#giveUp();
      this.#nextLook = this.#length + LOOK_EVERY_BYTES;
    }
    await this.#writing;
    this.#writing = append(this.#handle, chunks);
    // Waited for by the next writing; until then nobody listens.
    this.#writing.catch(() => undefined);
  }

  async #hasRoom(file: string): Promise<boolean> {
    const { bavail, bsize } = await statfs(path.dirname(file));
    return this.#length <= MOST_FILED_BYTES && bavail * bsize >= LEAST_FREE_BYTES + LOOK_EVERY_BYTES;
  }

  async #giveUp(): Promise<void> {
    this.#isGivenUp = true;
    this.#chunks = [];
    await this.#writing.catch(() => undefined);
    this.#writing = Promise.resolve();
    if (this.#handle === undefined || this.#file === undefined) return;
    await this.#handle.close();
    this.#handle = undefined;
    await rm(this.#file, { force: true });
  }
}

async function append(file: FileHandle, chunks: readonly Uint8Array[]): Promise<void> {
  for (const chunk of chunks) await file.appendFile(chunk);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
