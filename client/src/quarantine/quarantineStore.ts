import path from 'node:path';
import { factsIfThere } from './factsIfThere';
import type { QuarantineDisk } from './quarantineDisk';
import { parseEntry, type QuarantineEntry } from './quarantineEntry';
import { codeOf, QuarantineProblem } from './quarantineProblem';

/** Endings of the files that are kept: no server and no editor runs a file that ends so. */
const CONTENT = '.quarantined';
const MANIFEST = '.json';

/** What is in quarantine. */
export interface QuarantineList {
  /** The newest first. */
  readonly entries: readonly QuarantineEntry[];
  /** Number of manifests that can't be read. */
  readonly unreadable: number;
}

/** The folder in which the quarantine keeps files, each under a name of its own with a manifest beside it. */
export class QuarantineStore {
  /** Absolute; made when it is needed. */
  readonly folder: string;
  readonly #disk: QuarantineDisk;

  constructor(folder: string, disk: QuarantineDisk) {
    this.folder = folder;
    this.#disk = disk;
  }

  /** Where the bytes of an entry are. */
  contentOf(id: string): string {
    return path.join(this.folder, `${id}${CONTENT}`);
  }

  async list(): Promise<QuarantineList> {
    const names = (await this.#disk.list(this.folder)).filter((name) => name.endsWith(MANIFEST));
    const read = await Promise.all(names.map((name) => this.#read(name.slice(0, -MANIFEST.length))));
    const entries = read.filter((entry) => entry !== undefined);
    return {
      entries: entries.toSorted((one, other) => Date.parse(other.quarantined) - Date.parse(one.quarantined)),
      unreadable: read.length - entries.length,
    };
  }

  /** Writes the manifest of an entry whose bytes are there, and waits until both are on the disk. */
  async write(entry: QuarantineEntry): Promise<void> {
    await this.#disk.writeNew(this.#manifestOf(entry.id), `${JSON.stringify(entry, undefined, 2)}\n`);
    await this.#disk.flushFolder(this.folder);
  }

  /**
   * Makes sure that the bytes of an entry are those that the file had.
   * @throws QuarantineProblem `lost`, `damaged`
   */
  async check({ id, sha256 }: QuarantineEntry): Promise<void> {
    const facts = await factsIfThere(this.#disk, this.contentOf(id));
    if (facts === undefined) throw new QuarantineProblem('lost');
    if (facts.kind !== 'file' || (await this.#disk.hash(this.contentOf(id))) !== sha256) {
      throw new QuarantineProblem('damaged');
    }
  }

  /** Removes an entry. The manifest goes first: content without one is never offered, and does no harm where it stays. */
  async forget(id: string): Promise<void> {
    try {
      await this.#removeIfThere(this.#manifestOf(id));
      await this.#removeIfThere(this.contentOf(id));
    } catch {
      // What can't be removed stays on offer.
    }
  }

  async #read(id: string): Promise<QuarantineEntry | undefined> {
    const text = await this.#disk.readText(this.#manifestOf(id)).catch(() => '');
    return parseEntry(text, id);
  }

  async #removeIfThere(file: string): Promise<void> {
    try {
      await this.#disk.remove(file);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }

  #manifestOf(id: string): string {
    return path.join(this.folder, `${id}${MANIFEST}`);
  }
}
