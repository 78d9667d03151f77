import assert from 'node:assert/strict';
import { readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { jsonFile } from '../../../../server/src/jsonFile';
import { TemporaryFolder } from '../../../support/temporaryFolder';

describe('A value kept in a file', () => {
  let folder: TemporaryFolder;
  let file: string;

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
    file = path.join(folder.path, 'deep', 'value.json');
  });

  afterEach(() => folder.remove());

  it('is there for the next who asks, and nothing else is', async () => {
    const store = jsonFile(file);
    await Promise.all([store.save({ n: 1 }), store.save({ n: 1 })]);
    await store.save({ n: 2 });
    assert.deepEqual(await jsonFile(file).load(), { n: 2 });
    assert.deepEqual(await readdir(path.dirname(file)), ['value.json']);
    if (process.platform !== 'win32') assert.equal((await stat(file)).mode & 0o777, 0o600);
  });

  it('is nothing where there is no file, or a damaged one', async () => {
    assert.equal(await jsonFile(file).load(), undefined);
    await jsonFile(file).save([]);
    await writeFile(file, '{"n":');
    assert.equal(await jsonFile(file).load(), undefined);
  });

  it('is not kept where that is impossible, and nobody is the worse for it', async () => {
    await writeFile(path.join(folder.path, 'deep'), 'a file, no folder');
    await jsonFile(file).save({ n: 1 });
    assert.equal(await jsonFile(file).load(), undefined);
  });
});
