import assert from 'node:assert/strict';
import { readAhead } from '../../../server/src/archive/readAhead';
import { FakeDisk } from '../../support/fakeDisk';

const BYTES = Buffer.from(Array.from({ length: 3_000_000 }, (_, at) => at % 251));

describe('Reading ahead', () => {
  it('gives the same bytes with far fewer reads', async () => {
    const disk = new FakeDisk({ file: BYTES });
    const ahead = readAhead(disk);
    for (let at = 0; at < BYTES.length; at += 1000) {
      assert.deepEqual(Buffer.from(await ahead.readRange('file', at, at + 1000)), BYTES.subarray(at, at + 1000));
    }
    assert.ok(disk.reads.length < 10);
  });

  it('gives ranges that lie before, that are large, and those of other files', async () => {
    const ahead = readAhead(new FakeDisk({ file: BYTES, other: BYTES.subarray(7) }));
    const ranges: readonly (readonly [path: string, start: number, end: number])[] = [
      ['file', 2_000_000, 2_000_010],
      ['file', 10, 20],
      ['other', 10, 20],
      ['file', 5, 2_500_000],
      ['file', 2_999_999, 4_000_000],
      ['file', 3_000_000, 3_000_010],
    ];
    for (const [path, start, end] of ranges) {
      const expected = (path === 'file' ? BYTES : BYTES.subarray(7)).subarray(start, end);
      assert.deepEqual(Buffer.from(await ahead.readRange(path, start, end)), expected, `${path} ${start}`);
    }
  });
});
