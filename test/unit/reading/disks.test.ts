import assert from 'node:assert/strict';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { blockingDisk } from '../../../server/src/blockingDisk';
import { nodeDisk } from '../../../server/src/nodeDisk';
import { TemporaryFolder } from '../../support/temporaryFolder';

describe('A disk that blocks', () => {
  it('says the same as one that does not', async () => {
    const folder = await TemporaryFolder.create();
    try {
      const file = path.join(folder.path, 'a.txt');
      await writeFile(file, 'one two three');
      await mkdir(path.join(folder.path, 'b'));
      await symlink('a.txt', path.join(folder.path, 'link'));
      const odd = Buffer.concat([Buffer.from(`${folder.path}/`), Buffer.from([0x83, 0x65])]);
      if (process.platform === 'linux') await writeFile(odd, 'odd');
      const names = (await nodeDisk.list(folder.path)).map(({ name }) => path.join(folder.path, name));
      assert.ok(names.length >= 3);
      assert.deepEqual(await blockingDisk.list(folder.path), await nodeDisk.list(folder.path));
      for (const name of names) assert.deepEqual(await blockingDisk.status(name), await nodeDisk.status(name));
      for (const most of [undefined, 0, 5, 1000]) {
        assert.deepEqual(await blockingDisk.read(file, most), await nodeDisk.read(file, most));
      }
      for (const [start, end] of [
        [0, 3],
        [4, 7],
        [10, 99],
        [50, 60],
        [7, 4],
      ] as const) {
        assert.deepEqual(await blockingDisk.readRange(file, start, end), await nodeDisk.readRange(file, start, end));
      }
    } finally {
      await folder.remove();
    }
  });

  it('rejects as one that does not', async () => {
    const missing = path.join(__dirname, 'missing', 'file');
    for (const disk of [blockingDisk, nodeDisk]) {
      await assert.rejects(disk.status(missing), { code: 'ENOENT' });
      await assert.rejects(disk.list(missing), { code: 'ENOENT' });
      await assert.rejects(disk.read(missing), { code: 'ENOENT' });
      await assert.rejects(disk.readRange(missing, 0, 1), { code: 'ENOENT' });
    }
  });
});
