import { createHash } from 'node:crypto';
import { constants, type BigIntStats } from 'node:fs';
import { chmod, lstat, lutimes, mkdir, open, readdir, unlink, type FileHandle } from 'node:fs/promises';
import type { PathFacts, QuarantineDisk } from './quarantineDisk';

/** Bytes that are copied at once. */
const PIECE_BYTES = 1024 * 1024;

const PERMISSION_BITS = 0o7777n;
const NANOSECONDS_IN_MILLISECOND = 1e6;
const MILLISECONDS_IN_SECOND = 1000;

/** Reading without following a link; Windows has no such flag, there the facts before and after tell. */
const READ = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);

/** The machine's own disk. */
export const nodeQuarantineDisk: QuarantineDisk = {
  async facts(path) {
    return factsOf(await lstat(path, { bigint: true }));
  },

  async list(folder) {
    try {
      return await readdir(folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  },

  async makePrivateFolder(folder) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  },

  async makeFolder(folder) {
    await mkdir(folder, { recursive: true });
  },

  async readText(path) {
    const file = await open(path, READ);
    try {
      return await file.readFile('utf8');
    } finally {
      await file.close();
    }
  },

  writeNew(path, text) {
    return withNewFile(path, (file) => file.writeFile(text));
  },

  async copyToNew(from, to) {
    const source = await open(from, READ);
    try {
      const identity = identityOf(await source.stat({ bigint: true }));
      const sha256 = await withNewFile(to, (target) => hashOf(source, (piece) => target.writeFile(piece)));
      return { sha256, identity };
    } finally {
      await source.close();
    }
  },

  async hash(path) {
    const file = await open(path, READ);
    try {
      return await hashOf(file, () => undefined);
    } finally {
      await file.close();
    }
  },

  setMode: chmod,

  async setModified(path, modified) {
    const seconds = modified / MILLISECONDS_IN_SECOND;
    await lutimes(path, seconds, seconds);
  },

  remove: unlink,

  async flushFolder(folder) {
    // Windows can't open folders, and some file systems can't flush them: there it is as safe as it can be.
    const opened = await open(folder, 'r').catch(() => undefined);
    await opened?.sync().catch(() => undefined);
    await opened?.close();
  },
};

/** Fills a new file that only the user can read, and waits until it is on the disk; removes it when that fails. */
async function withNewFile<Result>(path: string, fill: (file: FileHandle) => Promise<Result>): Promise<Result> {
  const file = await open(path, 'wx', 0o600);
  try {
    const result = await fill(file);
    await file.sync();
    await file.close();
    return result;
  } catch (error) {
    await file.close().catch(() => undefined);
    await unlink(path).catch(() => undefined);
    throw error;
  }
}

/** SHA-256 of all bytes of a file, each piece of which is also handed on. */
async function hashOf(file: FileHandle, take: (piece: Uint8Array) => Promise<void> | undefined): Promise<string> {
  const hash = createHash('sha256');
  const memory = Buffer.allocUnsafe(PIECE_BYTES);
  for (;;) {
    const { bytesRead } = await file.read(memory, 0, memory.length);
    if (bytesRead === 0) return hash.digest('hex');
    const piece = memory.subarray(0, bytesRead);
    hash.update(piece);
    await take(piece);
  }
}

function factsOf(stats: BigIntStats): PathFacts {
  return {
    kind: kindOf(stats),
    size: Number(stats.size),
    mode: process.platform === 'win32' ? undefined : Number(stats.mode & PERMISSION_BITS),
    modified: Number(stats.mtimeNs) / NANOSECONDS_IN_MILLISECOND,
    identity: identityOf(stats),
  };
}

function kindOf(stats: BigIntStats): PathFacts['kind'] {
  if (stats.isSymbolicLink()) return 'link';
  if (stats.isFile()) return 'file';
  return stats.isDirectory() ? 'folder' : 'other';
}

/** Device and inode number; the size and time come in so that a file written anew in its place is another. */
function identityOf({ dev, ino, size, mtimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs].join(':');
}
