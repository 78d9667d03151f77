import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { discardPart, nodePendingFile } from '../../../../server/src/nodePendingFile';
import { TemporaryFolder } from '../../../support/temporaryFolder';

describe('A file that is written piece by piece', () => {
  let folder: TemporaryFolder;
  const at = (name: string): string => path.join(folder.path, name);

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
  });

  afterEach(() => folder.remove());

  it('is there once it is whole, in the place of what was there', async () => {
    await folder.write('a.zip', 'before');
    const file = await nodePendingFile(at('a.zip'));
    await file.write(Buffer.from('one '));
    await file.write(Buffer.from('two'));
    assert.equal(await readFile(at('a.zip'), 'utf8'), 'before');
    await file.keep();
    assert.equal(await readFile(at('a.zip'), 'utf8'), 'one two');
    assert.deepEqual(await readdir(folder.path), ['a.zip']);
  });

  it('leaves nothing behind when it is given up', async () => {
    await folder.write('a.zip', 'before');
    const file = await nodePendingFile(at('a.zip'));
    await file.write(Buffer.from('half'));
    await file.discard();
    assert.deepEqual(await readdir(folder.path), ['a.zip']);
    assert.equal(await readFile(at('a.zip'), 'utf8'), 'before');
  });

  it('leaves nothing behind when the thread that wrote it was ended', async () => {
    const file = await nodePendingFile(at('a.zip'));
    await file.write(Buffer.from('half'));
    await discardPart(at('a.zip'));
    assert.deepEqual(await readdir(folder.path), []);
    await file.discard();
  });

  it('fails where there is no such folder', async () => {
    await assert.rejects(nodePendingFile(at('none/a.zip')), { code: 'ENOENT' });
  });
});
