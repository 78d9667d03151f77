import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { checkSuspect, type SuspectFile } from './checkSuspect';
import { factsIfThere } from './factsIfThere';
import type { PathFacts, QuarantineDisk } from './quarantineDisk';
import type { QuarantineEntry } from './quarantineEntry';
import { asQuarantineProblem, QuarantineProblem } from './quarantineProblem';
import { QuarantineStore, type QuarantineList } from './quarantineStore';
import { checkWayWithinSite, isWithin } from './wayWithinSite';

/** What to do where another file has taken the place: give up, restore beside it, or put it into quarantine. */
export type IfTaken = 'refuse' | 'keepBoth' | 'replace';

export interface Restored {
  /** Where the file is now. */
  readonly path: string;
  /** The file that lay there, in quarantine now; `undefined` for none. */
  readonly replaced: QuarantineEntry | undefined;
}

/** Names that are tried for a file that is restored beside another. */
const MOST_NAMES = 1000;

/** Permission that is added to read a file that the host has locked (000). */
const OWNER_READS = 0o400;

/**
 * Takes files out of a site and gives them back. A file is copied, the copy read again and compared, and only then is the
 * original deleted, so that a failure at any step leaves it where it was. Bytes, permissions and time come back as they were.
 */
export class Quarantine {
  readonly #store: QuarantineStore;
  readonly #disk: QuarantineDisk;

  /** @param folder where files are kept, absolute; made when it is needed */
  constructor(folder: string, disk: QuarantineDisk) {
    this.#store = new QuarantineStore(folder, disk);
    this.#disk = disk;
  }

  /**
   * Moves a file into quarantine.
   * @throws QuarantineProblem the file is where it was
   */
  async add(file: SuspectFile): Promise<QuarantineEntry> {
    try {
      if (isWithin(this.#store.folder, file.path)) throw new QuarantineProblem('outside');
      const facts = await checkSuspect(this.#disk, file);
      await this.#disk.makePrivateFolder(this.#store.folder);
      return await this.#unlocked(file.path, facts, () => this.#move(file, facts));
    } catch (error) {
      throw asQuarantineProblem(error);
    }
  }

  list(): Promise<QuarantineList> {
    return this.#store.list();
  }

  /**
   * Puts a file back where it was.
   * @throws QuarantineProblem `exists` where another file is in its place and `ifTaken` refuses; the file is still in quarantine
   */
  async restore(entry: QuarantineEntry, ifTaken: IfTaken): Promise<Restored> {
    try {
      await checkWayWithinSite(this.#disk, entry.site, entry.path);
      await this.#store.check(entry);
      await this.#disk.makeFolder(path.dirname(entry.path));
      const restored = await this.#place(entry, ifTaken);
      await this.#store.forget(entry.id);
      return restored;
    } catch (error) {
      throw asQuarantineProblem(error);
    }
  }

  async #move({ site, path: original, rules, reasons }: SuspectFile, facts: PathFacts): Promise<QuarantineEntry> {
    const id = randomUUID();
    const { sha256, identity } = await this.#disk.copyToNew(original, this.#store.contentOf(id));
    try {
      if (identity !== facts.identity) throw new QuarantineProblem('changed');
      if ((await this.#disk.hash(this.#store.contentOf(id))) !== sha256) throw new QuarantineProblem('damaged');
      const { size, mode, modified } = facts;
      const quarantined = new Date().toISOString();
      const what = { version: 1, id, site, path: original, sha256, size, mode, modified } as const;
      const entry: QuarantineEntry = { ...what, quarantined, rules, ...(reasons.length > 0 && { reasons }) };
      await this.#store.write(entry);
      await this.#removeOriginal(original, identity);
      return entry;
    } catch (error) {
      // A copy is given up only where the original is seen.
      if (await this.#isSeen(original)) await this.#store.forget(id);
      throw error;
    }
  }

  /** Deletes a file unless another has taken its name. Where it is gone already, all the better that there is a copy. */
  async #removeOriginal(file: string, identity: string): Promise<void> {
    const facts = await factsIfThere(this.#disk, file);
    if (facts === undefined) return;
    if (facts.identity !== identity) throw new QuarantineProblem('changed');
    try {
      await this.#disk.remove(file);
    } catch (error) {
      // File servers may say that it failed when it did not.
      if ((await factsIfThere(this.#disk, file)) !== undefined) throw error;
    }
  }

  #isSeen(file: string): Promise<boolean> {
    return this.#disk.facts(file).then(
      () => true,
      () => false,
    );
  }

  /** Does something with a file that its permissions may forbid to read; gives it its permissions back when that fails. */
  async #unlocked<Result>(file: string, { mode }: PathFacts, work: () => Promise<Result>): Promise<Result> {
    if (mode === undefined || (mode & OWNER_READS) !== 0) return work();
    await this.#disk.setMode(file, mode | OWNER_READS);
    try {
      return await work();
    } catch (error) {
      await this.#disk.setMode(file, mode).catch(() => undefined);
      throw error;
    }
  }

  async #place(entry: QuarantineEntry, ifTaken: IfTaken): Promise<Restored> {
    if (ifTaken === 'keepBoth') return { path: await this.#writeBeside(entry), replaced: undefined };
    const replaced = ifTaken === 'replace' ? await this.#setAside(entry) : undefined;
    try {
      await this.#write(entry, entry.path);
    } catch (error) {
      // Where this fails too, the file is in quarantine, and offered there.
      if (replaced !== undefined) await this.restore(replaced, 'refuse').catch(() => undefined);
      throw error;
    }
    return { path: entry.path, replaced };
  }

  /** Puts what has taken the place of a file into quarantine; `undefined` when nothing has. */
  async #setAside({ site, path: taken }: QuarantineEntry): Promise<QuarantineEntry | undefined> {
    try {
      return await this.add({ site, path: taken, rules: [], reasons: [] });
    } catch (error) {
      if (asQuarantineProblem(error).reason === 'gone') return undefined;
      throw error;
    }
  }

  /** Restores a file under its name or, where that is taken, under one like it; gives the path. */
  async #writeBeside(entry: QuarantineEntry): Promise<string> {
    for (let nth = 0; nth < MOST_NAMES; nth++) {
      const target = besideName(entry.path, nth);
      try {
        await this.#write(entry, target);
        return target;
      } catch (error) {
        if (asQuarantineProblem(error).reason !== 'exists') throw error;
      }
    }
    throw new QuarantineProblem('exists');
  }

  /** Writes the file of an entry to where nothing is yet; nothing is left there when it fails. */
  async #write({ id, sha256, mode, modified }: QuarantineEntry, target: string): Promise<void> {
    await this.#disk.copyToNew(this.#store.contentOf(id), target);
    try {
      if ((await this.#disk.hash(target)) !== sha256) throw new QuarantineProblem('damaged');
      await this.#disk.setModified(target, modified);
      if (mode !== undefined) await this.#disk.setMode(target, mode);
      await this.#disk.flushFolder(path.dirname(target));
    } catch (error) {
      await this.#disk.remove(target).catch(() => undefined);
      throw error;
    }
  }
}

/** The nth name for a file that is restored beside another: `form.php`, `form-restored.php`, `form-restored-2.php` … */
function besideName(file: string, nth: number): string {
  if (nth === 0) return file;
  const { dir, name, ext } = path.parse(file);
  return path.join(dir, `${name}-restored${nth === 1 ? '' : `-${nth}`}${ext}`);
}
