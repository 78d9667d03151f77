import type { DirectoryEntry, Disk, FileKind, FileStatus } from '../../server/src/disk';

/** What a path of a fake disk holds: bytes, or the platform's error code that reading it gives. */
export type FakeFile = Uint8Array | { readonly code: string };

/** A disk in memory that counts what is read; its files can be changed and removed at any time. */
export class FakeDisk implements Disk {
  readonly files: Map<string, FakeFile>;
  readonly reads: { readonly path: string; readonly bytes: number }[] = [];

  constructor(files: Readonly<Record<string, FakeFile>>) {
    this.files = new Map(Object.entries(files));
  }

  async status(path: string): Promise<FileStatus> {
    const directory = [...this.files.keys()].some((file) => file.startsWith(`${path}/`));
    const size = directory ? 0 : this.#bytes(path).length;
    return { kind: directory ? 'directory' : 'file', size, permissions: 0o644, modified: 0, changed: 0 };
  }

  async list(path: string): Promise<DirectoryEntry[]> {
    const inside = [...this.files.keys()].filter((file) => file.startsWith(`${path}/`));
    const kinds = new Map<string, FileKind>();
    for (const file of inside) {
      const [name = '', ...below] = file.slice(path.length + 1).split('/');
      kinds.set(name, below.length > 0 ? 'directory' : 'file');
    }
    return [...kinds].map(([name, kind]) => ({ name, kind }));
  }

  async read(path: string, maximumBytes = Number.POSITIVE_INFINITY): Promise<Uint8Array> {
    return this.readRange(path, 0, maximumBytes);
  }

  async readRange(path: string, start: number, end: number): Promise<Uint8Array> {
    const bytes = this.#bytes(path).slice(start, end);
    this.reads.push({ path, bytes: bytes.length });
    return bytes;
  }

  async *stream(path: string, start = 0, end = Number.POSITIVE_INFINITY): AsyncGenerator<Uint8Array> {
    const bytes = this.#bytes(path).slice(start, end);
    this.reads.push({ path, bytes: bytes.length });
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.slice(at, at + CHUNK_BYTES);
  }

  #bytes(path: string): Uint8Array {
    const file = this.files.get(path) ?? { code: 'ENOENT' };
    if ('code' in file) throw Object.assign(new Error(`${file.code}: ${path}`), { code: file.code });
    return file;
  }
}

const CHUNK_BYTES = 64 * 1024;
