import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { KnownFiles, ReadFile } from './site/siteModel';

/** Above this size a cache takes longer to read than it saves, in bytes. */
const LARGEST = 96 * 1024 * 1024;
const OWNER_ONLY = 0o600;

/** What the files of a folder said when it was last audited. */
interface CachedSite {
  /** Version of the program that read them, and its language: another one reads them anew. */
  readonly reader: string;
  readonly root: string;
  readonly files: readonly ReadFile[];
}

/** Keeps what the files of site folders say from one audit to the next; never within the site's own folder. */
export class SiteCache {
  readonly #file: string;
  readonly #root: string;
  readonly #reader: string;

  /**
   * @param folder where caches are kept; made when it is first needed
   * @param reader what tells one version of the analysis from another
   */
  constructor(folder: string, root: string, reader: string) {
    const name = createHash('sha256').update(root).digest('hex').slice(0, 32);
    this.#file = path.join(folder, `${name}.json`);
    this.#root = root;
    this.#reader = reader;
  }

  /** The files as they were; none when there is no cache, or one that is damaged or of another version. Never rejects. */
  async load(): Promise<KnownFiles> {
    try {
      const { size } = await stat(this.#file);
      if (size > LARGEST) return new Map();
      const cached = JSON.parse(await readFile(this.#file, 'utf8')) as CachedSite;
      if (cached.reader !== this.#reader || cached.root !== this.#root) return new Map();
      return new Map(cached.files.map((read) => [read.file.path, read]));
    } catch {
      return new Map();
    }
  }

  /** Keeps the files in the place of what was kept. Never rejects: without a cache the next audit only takes longer. */
  async save(files: readonly ReadFile[]): Promise<void> {
    const cached: CachedSite = { reader: this.#reader, root: this.#root, files };
    const unfinished = `${this.#file}.${process.pid}`;
    try {
      const text = JSON.stringify(cached);
      if (text.length > LARGEST) return await rm(this.#file, { force: true });
      await mkdir(path.dirname(this.#file), { recursive: true });
      await writeFile(unfinished, text, { mode: OWNER_ONLY });
      await rename(unfinished, this.#file);
    } catch {
      await rm(unfinished, { force: true }).catch(() => undefined);
    }
  }
}

/** What tells this build of the analysis from others: the bundle that it runs from, and the language of its messages. */
export async function readerVersion(bundle: string, locale: string): Promise<string> {
  const { size, mtimeMs } = await stat(bundle);
  return `${size} ${mtimeMs} ${locale}`;
}
