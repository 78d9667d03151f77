import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TemporaryFiles } from '../../../server/src/temporaryFiles';
import { TemporaryFolder } from '../../support/temporaryFolder';

describe('Temporary files', () => {
  let folder: TemporaryFolder;

  beforeEach(async () => (folder = await TemporaryFolder.create()));
  afterEach(() => folder.remove());

  it('lie in a folder that only its owner may enter, made when it is needed', async () => {
    const storage = path.join(folder.path, 'storage');
    const files = new TemporaryFiles(storage);
    assert.equal(existsSync(storage), false);
    const paths = [await files.newPath(), await files.newPath()];
    assert.notEqual(paths[0], paths[1]);
    assert.ok(paths.every((file) => file.startsWith(storage)));
    const { mode } = await stat(path.dirname(paths[0]!));
    if (process.platform !== 'win32') assert.equal(mode & 0o777, 0o700);
  });

  it('are removed, whether or not they were made', async () => {
    const files = new TemporaryFiles(folder.path);
    const file = await files.newPath();
    await files.remove(file);
    await writeFile(file, 'x');
    await files.remove(file);
    assert.equal(existsSync(file), false);
  });

  it('of servers that are no more are removed, those of others stay', async () => {
    const parent = path.join(folder.path, 'unpacked-logs');
    // No process has a number so large (proc(5): 2^22 at most).
    const [dead, alive] = ['4999999-abc', `${process.ppid}-abc`];
    for (const name of [dead, alive]) await mkdir(path.join(parent, name), { recursive: true });
    await writeFile(path.join(parent, dead, '1.log'), 'x');
    await new TemporaryFiles(folder.path).newPath();
    const names = await readdir(parent);
    assert.deepEqual([names.includes(dead), names.includes(alive), names.length], [false, true, 2]);
  });
});
