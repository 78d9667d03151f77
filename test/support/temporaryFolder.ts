import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A folder of the test's own on the disk. */
export class TemporaryFolder {
  readonly path: string;

  private constructor(folder: string) {
    this.path = folder;
  }

  static async create(): Promise<TemporaryFolder> {
    return new TemporaryFolder(await mkdtemp(path.join(tmpdir(), 'log-site-audit-test-')));
  }

  get uri(): string {
    return pathToFileURL(this.path).toString();
  }

  /** Writes a file and gives its URI. */
  async write(name: string, content: string | Uint8Array): Promise<string> {
    const file = path.join(this.path, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
    return pathToFileURL(file).toString();
  }

  async remove(name = ''): Promise<void> {
    await rm(path.join(this.path, name), { recursive: true, force: true });
  }
}
