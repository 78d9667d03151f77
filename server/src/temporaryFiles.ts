import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/** Folder within the one that is given, so that nothing else there is touched. */
const FOLDER = 'unpacked-logs';

/** Nobody but its owner may enter. */
const OWNER_ONLY = 0o700;

/**
 * Temporary files of one server: unpacked logs. They lie in a folder that only its owner may enter, and are gone when the
 * server ends; what one left behind that was killed is removed by the next.
 */
export class TemporaryFiles {
  readonly #parent: string;
  #folder: Promise<string> | undefined;
  #files = 0;

  /** @param storage folder that the editor keeps for the extension; made when it is first needed */
  constructor(storage: string) {
    this.#parent = path.join(storage, FOLDER);
  }

  /** A path at which there is no file yet. Rejects when the folder can't be made. */
  async newPath(): Promise<string> {
    this.#folder ??= this.#makeFolder();
    return path.join(await this.#folder, `${++this.#files}.log`);
  }

  /** Removes a file, whether or not it is there; one that Windows holds open goes at the end of the process. */
  async remove(file: string): Promise<void> {
    await rm(file, { force: true }).catch(() => undefined);
  }

  async #makeFolder(): Promise<string> {
    await mkdir(this.#parent, { recursive: true, mode: OWNER_ONLY });
    await removeLeftOvers(this.#parent);
    // `mkdtemp` lets in the owner alone, too.
    const folder = await mkdtemp(path.join(this.#parent, `${process.pid}-`));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    return folder;
  }
}

/** Removes the folders of servers that are no more. */
async function removeLeftOvers(parent: string): Promise<void> {
  const names = (await readdir(parent)).filter((name) => !isRunning(Number.parseInt(name, 10)));
  const remove = (name: string): Promise<void> => rm(path.join(parent, name), { recursive: true, force: true });
  // What can't be removed now is tried again by the next server.
  await Promise.allSettled(names.map(remove));
}

/** Whether there is a process with this number; signal 0 asks without disturbing it. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It is somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
