import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openBytes } from '../../../server/src/log/seekableBytes';
import { nodeDisk } from '../../../server/src/nodeDisk';
import { MOST_KEPT_BYTES, UnpackedBytes } from '../../../server/src/unpackedBytes';
import { TemporaryFolder } from '../../support/temporaryFolder';

const PACKED = '/logs/a.log.gz';
const MEGABYTE = 1024 * 1024;

/** Bytes of which each megabyte begins with its number. */
function megabyte(number: number): Buffer {
  const bytes = Buffer.alloc(MEGABYTE, '.');
  bytes.writeUInt32LE(number);
  return bytes;
}

describe('The bytes of a packed log', () => {
  let folder: TemporaryFolder;
  let file: string;

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
    file = path.join(folder.path, '1.log');
  });

  afterEach(() => folder.remove());

  it('stay in memory when they are few', async () => {
    const unpacked = new UnpackedBytes(PACKED, file);
    await unpacked.add(Buffer.from('a\nb'));
    await unpacked.add(Buffer.from('c\n'));
    const stored = await unpacked.finish();
    assert.equal(stored.kind, 'memory');
    assert.equal(Buffer.from(await openBytes(stored, nodeDisk).read(0, 99)).toString(), 'a\nbc\n');
    assert.equal(existsSync(file), false);
  });

  it('go to a file that only its owner may read when they are many', async () => {
    const unpacked = new UnpackedBytes(PACKED, file);
    const count = MOST_KEPT_BYTES / MEGABYTE + 3;
    for (let number = 0; number < count; number++) await unpacked.add(megabyte(number));
    const stored = await unpacked.finish();
    assert.deepEqual(stored, { kind: 'file', path: file });
    const { size, mode } = statSync(file);
    assert.equal(size, count * MEGABYTE);
    if (process.platform !== 'win32') assert.equal(mode & 0o777, 0o600);
    const bytes = openBytes(stored, nodeDisk);
    for (const number of [0, 1, count - 1]) {
      const start = number * MEGABYTE;
      assert.deepEqual(await bytes.read(start, start + 4), megabyte(number).subarray(0, 4));
    }
  });

  it('are unpacked again for every look-up where no file can be made', async () => {
    await writeFile(file, 'there already');
    for (const place of [undefined, file, path.join(folder.path, 'none', '1.log')]) {
      const unpacked = new UnpackedBytes(PACKED, place);
      for (let number = 0; number <= MOST_KEPT_BYTES / MEGABYTE; number++) await unpacked.add(megabyte(number));
      assert.deepEqual(await unpacked.finish(), { kind: 'packed', path: PACKED });
    }
    assert.equal(await readFile(file, 'utf8'), 'there already');
  });
});
