import type { DirectoryEntry, Disk, FileKind, FileStatus } from '../../../server/src/disk';

/** What a path of a made-up disk holds: text, bytes, or something that is not an ordinary file. */
export type Content = string | Uint8Array | Entry;

export interface Entry {
  readonly kind?: FileKind;
  readonly content?: string | Uint8Array;
  readonly permissions?: number;
  /** Time of the last change, ms since 1970-01-01 UTC. */
  readonly modified?: number;
  /** Error code that reading gives; status still works, as on a real disk. */
  readonly unreadable?: string;
  /** Size that status tells, when it is not that of the content. */
  readonly size?: number;
}

/** A disk that exists only in a test, and counts what is asked of it. */
export interface MemoryDisk extends Disk {
  /** Reads by path. */
  readonly reads: Map<string, number>;
  /** Most reads that were under way at once. */
  mostAtOnce: number;
}

/** Makes a disk of the files given, below `/site`. */
export function memoryDisk(files: Readonly<Record<string, Content>>): MemoryDisk {
  const entries = new Map<string, Entry>();
  const folders = new Map<string, Map<string, FileKind>>([['/site', new Map()]]);
  for (const [path, content] of Object.entries(files)) {
    const entry: Entry = typeof content === 'string' || content instanceof Uint8Array ? { content } : content;
    entries.set(`/site/${path}`, entry);
    addToFolders(folders, `/site/${path}`, entry.kind ?? 'file');
  }
  const reads = new Map<string, number>();
  let open = 0;

  function bytesOf(path: string): Uint8Array {
    const { content = '' } = entries.get(path) ?? fail('ENOENT', path);
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  }

  async function read(path: string, start: number, end?: number): Promise<Uint8Array> {
    reads.set(path, (reads.get(path) ?? 0) + 1);
    disk.mostAtOnce = Math.max(disk.mostAtOnce, ++open);
    await Promise.resolve();
    open--;
    const entry = entries.get(path);
    if (entry?.unreadable !== undefined) fail(entry.unreadable, path);
    return bytesOf(path).slice(start, end);
  }

  const disk: MemoryDisk = {
    reads,
    mostAtOnce: 0,
    async status(path): Promise<FileStatus> {
      const plain = path.replace(/\/\.$/, '');
      if (folders.has(plain)) return { kind: 'directory', size: 0, permissions: 0o755, modified: 0, changed: 0 };
      const entry = entries.get(plain) ?? fail('ENOENT', path);
      const { kind = 'file', modified = 0, permissions = 0o644, size = bytesOf(plain).length } = entry;
      return { kind, size, permissions, modified, changed: modified };
    },
    async list(path): Promise<DirectoryEntry[]> {
      const entry = entries.get(path);
      if (entry?.unreadable !== undefined) fail(entry.unreadable, path);
      const names = folders.get(path.replace(/\/\.$/, '')) ?? fail(entry === undefined ? 'ENOENT' : 'ENOTDIR', path);
      return [...names].map(([name, kind]) => ({ name, kind }));
    },
    read: (path, maximumBytes) => read(path, 0, maximumBytes),
    readRange: (path, start, end) => read(path, Math.max(0, start), end),
    async *stream(path) {
      yield await read(path, 0);
    },
  };
  return disk;
}

function addToFolders(folders: Map<string, Map<string, FileKind>>, path: string, kind: FileKind): void {
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, slash);
  if (kind === 'directory' && !folders.has(path)) folders.set(path, new Map());
  if (!folders.has(folder)) addToFolders(folders, folder, 'directory');
  folders.get(folder)?.set(path.slice(slash + 1), kind);
}

function fail(code: string, path: string): never {
  throw Object.assign(new Error(`${code}: ${path}`), { code });
}
