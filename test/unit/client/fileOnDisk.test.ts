import assert from 'node:assert/strict';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileOnDisk } from '../../../client/src/editors/fileOnDisk';
import { needsServer } from '../../../client/src/editors/unpackStart';
import { packedSample } from '../../support/packedSamples';
import { TemporaryFolder } from '../../support/temporaryFolder';

describe('The file that a document shows a log of', () => {
  let folder: TemporaryFolder;
  before(async () => {
    folder = await TemporaryFolder.create();
  });
  after(() => folder.remove());

  it('is found on the way into it', async () => {
    const archive = fileURLToPath(await folder.write('logs/all.zip', 'PK'));
    assert.equal(fileOnDisk(archive), archive);
    assert.equal(fileOnDisk(path.join(archive, '2021', 'access.log')), archive);
  });

  it('is none where there is a folder, or nothing, on the way', () => {
    for (const name of ['logs', 'logs/gone.zip/access.log', 'elsewhere/access.log']) {
      assert.equal(fileOnDisk(path.join(folder.path, name)), undefined, name);
    }
  });

  it('is unpacked by the server where Node can’t', async () => {
    for (const [name, bytes, expected] of [
      ['a.bz2', packedSample('bzip2'), true],
      ['a.xz', packedSample('xz'), true],
      ['a.zst', packedSample('zstd'), true],
      ['a.log', 'plain', false],
      ['empty.log', '', false],
    ] as const) {
      const file = fileURLToPath(await folder.write(name, bytes));
      assert.equal(await needsServer(file), expected, name);
    }
    await assert.rejects(needsServer(path.join(folder.path, 'gone.log')), { code: 'ENOENT' });
  });
});
