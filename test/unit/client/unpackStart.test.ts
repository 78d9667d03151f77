import { strict as assert } from 'node:assert';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startOfFile, unpackStart } from '../../../client/src/editors/unpackStart';

const TEXT = Array.from({ length: 5000 }, (_, line) => `line ${line}`).join('\n');
const ENOUGH = 1_000_000;

describe('The first part of a packed file', () => {
  let folder: string;
  let path: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unpack-'));
    path = join(folder, 'log.gz');
  });

  after(() => rm(folder, { recursive: true, force: true }));

  const unpacked = async (bytes: Uint8Array | string, maximum = ENOUGH): Promise<[text: string, complete: boolean]> => {
    await writeFile(path, bytes);
    const start = await unpackStart(path, maximum);
    return [Buffer.from(start.bytes).toString(), start.complete];
  };

  it('is the whole text of a small one', async () => {
    assert.deepEqual(await unpacked(gzipSync(TEXT)), [TEXT, true]);
  });

  it('is the text of all members of a file that was appended to', async () => {
    assert.deepEqual(await unpacked(Buffer.concat([gzipSync('one\n'), gzipSync('two\n')])), ['one\ntwo\n', true]);
  });

  it('is the text itself when nothing is packed, whatever the name says', async () => {
    assert.deepEqual(await unpacked(TEXT), [TEXT, true]);
    assert.deepEqual(await unpacked(''), ['', true]);
    assert.deepEqual(await unpacked('\u001f'), ['\u001f', true]);
  });

  it('ends with a whole line where the file is larger than wanted', async () => {
    for (const bytes of [gzipSync(TEXT), TEXT]) {
      assert.deepEqual(await unpacked(bytes, 20), ['line 0\nline 1', false]);
    }
  });

  it('is whole when it is exactly as large as wanted', async () => {
    assert.deepEqual(await unpacked(gzipSync('12345'), 5), ['12345', true]);
  });

  it('is what could be unpacked of one that was cut short or damaged', async () => {
    const packed = gzipSync(TEXT);
    const [cut] = await unpacked(packed.subarray(0, packed.length / 2));
    assert.ok(cut.length > 0 && TEXT.startsWith(cut));
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, damaged.length / 2, damaged.length / 2 + 8);
    const [start] = await unpacked(damaged);
    assert.ok(TEXT.startsWith(start.slice(0, 100)));
  });

  it('rejects with the code of the system when the file is gone or a folder', async () => {
    await assert.rejects(unpackStart(join(folder, 'gone'), ENOUGH), { code: 'ENOENT' });
    await assert.rejects(unpackStart(folder, ENOUGH), { code: 'EISDIR' });
  });

  it('comes as lines for a first look', async () => {
    await writeFile(path, gzipSync(TEXT));
    assert.deepEqual(await startOfFile(path, 20), ['line 0', 'line 1']);
  });
});
