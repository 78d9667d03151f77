import assert from 'node:assert/strict';
import { memorySource } from '../../../server/src/log/byteSource';
import { LONGEST_LINE } from '../../../server/src/log/lineSplitter';
import { MOST_LINES } from '../../../server/src/log/logReader';
import { readLog } from '../../../server/src/log/readLog';
import { combinedLine, commonLine, logOf } from '../../support/lines';
import { readChunks, readEntries, type ReadEntries } from '../../support/entries';
import { SeededRandom } from '../../support/random';

const MIB = 1024 * 1024;

/** A short log with everything in it that borders of chunks could break. */
const MIXED = Buffer.concat([
  Buffer.from(`\u{feff}${combinedLine()}\r\n${commonLine({ client: '2001:db8::1' })}\n\r\n\n`),
  Buffer.from(`${combinedLine({ request: 'GET /お知らせ HTTP/1.1' })}\rnot an entry\r\r\n`),
  Buffer.from(`example.jp ${combinedLine({ agent: 'a \\"b\\" c', bytes: 5_000_000_000 })}\n\0\0\n`),
  Buffer.of(0xff, 0xfe, 0x0a),
  Buffer.from(combinedLine({ user: 'sato' })),
]);

function summary({ format, entries, table }: ReadEntries): unknown {
  return { format, entries, rejected: [...table.rejected], index: table.lineIndex };
}

function linesOf({ table }: ReadEntries): { lines: number; entries: number; rejected: number } {
  return { lines: table.lineIndex.lines, entries: table.rows, rejected: table.rejected.length };
}

describe('Reading a log', () => {
  it('gives nothing for an empty file', async () => {
    assert.deepEqual(linesOf(await readEntries('')), { lines: 0, entries: 0, rejected: 0 });
  });

  it('reads the last line with and without a line feed', async () => {
    for (const log of [combinedLine(), `${combinedLine()}\n`]) {
      assert.deepEqual(linesOf(await readEntries(log)), { lines: 1, entries: 1, rejected: 0 });
    }
  });

  it('leaves carriage returns and the byte order mark out of the fields', async () => {
    const { entries } = await readEntries(`\u{feff}${combinedLine()}\r\n${combinedLine({ agent: 'x' })}\r\n`);
    assert.deepEqual(
      entries.map(({ client, userAgent }) => [client, userAgent?.slice(0, 7)]),
      [
        ['192.0.2.1', 'Mozilla'],
        ['192.0.2.1', 'x'],
      ],
    );
  });

  it('ends lines at lone carriage returns, as editors do', async () => {
    const log = `${combinedLine()}\r${combinedLine()}\r\r\n\n${combinedLine()}`;
    assert.deepEqual(
      (await readEntries(log)).entries.map(({ line }) => line),
      [1, 2, 5],
    );
  });

  it('keeps what there is of a last line that was cut in its agent, and rejects one cut before', async () => {
    const line = combinedLine();
    for (let end = 1; end < line.length; end++) {
      const reading = await readEntries(`${commonLine()}\n${commonLine()}\n${line.slice(0, end)}`);
      assert.equal(reading.table.rows + reading.table.rejected.length, 3);
      if (end < line.indexOf('512')) assert.equal(reading.table.rows, 2, line.slice(0, end));
    }
    const { entries } = await readEntries(line.slice(0, -10));
    assert.equal(entries[0]?.userAgent, 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Ch');
  });

  it('gives the same table wherever the chunks are cut', async () => {
    const whole = summary(await readEntries(MIXED));
    for (let at = 0; at <= MIXED.length; at++) {
      assert.deepEqual(summary(await readChunks([MIXED.subarray(0, at), MIXED.subarray(at)])), whole, `cut at ${at}`);
    }
  });

  it('gives the same table for any number of chunks, empty ones among them', async () => {
    const random = new SeededRandom(1);
    const log = Buffer.concat([MIXED, Buffer.from('\n'), Buffer.from(logOf(250, (n) => combinedLine({ bytes: n })))]);
    const whole = summary(await readEntries(log));
    for (let turn = 0; turn < 12; turn++) {
      const chunks: Buffer[] = [];
      const longest = random.pick([1, 2, 7, 200, 5000]);
      for (let at = 0; at < log.length;) {
        const length = random.integer(0, longest);
        chunks.push(log.subarray(at, at + length));
        at += length;
      }
      assert.deepEqual(summary(await readChunks(chunks)), whole);
    }
  });

  it('counts every line once, as an entry or as rejected, whatever the bytes are', async () => {
    const random = new SeededRandom(2);
    const parts = [
      '\n',
      '\r\n',
      '\r',
      combinedLine(),
      commonLine(),
      '"',
      '[',
      ' ',
      '\0',
      '\\',
      'x'.repeat(99),
      '\u{feff}',
    ];
    for (let turn = 0; turn < 300; turn++) {
      const log = Array.from({ length: random.integer(0, 60) }, () => random.pick(parts)).join('');
      const { lines, entries, rejected } = linesOf(await readEntries(log));
      const expected = log === '' ? 0 : log.split(/\r\n|\r|\n/).length - (/[\r\n]$/.test(log) ? 1 : 0);
      assert.deepEqual([lines, entries + rejected], [expected, expected], JSON.stringify(log));
    }
  });

  it('rejects a line that is longer than any server writes and reads the ones around it', async () => {
    const long = combinedLine({ agent: 'x'.repeat(LONGEST_LINE) });
    const fits = combinedLine({ agent: 'y'.repeat(LONGEST_LINE - combinedLine({ agent: '' }).length) });
    const reading = await readEntries([combinedLine(), long, fits, combinedLine()].join('\n'));
    assert.deepEqual([...reading.table.rejected], [2]);
    assert.equal(reading.entries[1]?.userAgent?.[0], 'y');
  });

  it('needs no more memory for a line of 100 MB than for one of 1 MB', async () => {
    const chunk = Buffer.alloc(MIB, 'x');
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const reading = await readLog({
      size: undefined,
      async *chunks() {
        yield Buffer.from(`${combinedLine()}\n`);
        for (let count = 0; count < 100; count++) {
          yield chunk;
          most = Math.max(most, process.memoryUsage().arrayBuffers - before);
        }
        yield Buffer.from(`\n${combinedLine()}\n`);
      },
    });
    assert.deepEqual([reading.table.rows, [...reading.table.rejected]], [2, [2]]);
    assert.ok(most < 32 * MIB, `${most / MIB} MiB`);
  });

  it('makes room by what entries need, not by a beginning of empty lines', async () => {
    const before = process.memoryUsage().arrayBuffers;
    const log = Buffer.from(`${'\n'.repeat(150)}${logOf(60, () => commonLine())}`);
    const reading = readLog({ ...memorySource(log), size: 4_000 * MIB });
    await reading;
    assert.ok(process.memoryUsage().arrayBuffers - before < 4_500 * MIB);
    assert.equal((await reading).table.rows, 60);
  });

  it('refuses more lines than a table can hold', async () => {
    const chunk = Buffer.alloc(MIB, '\n');
    const endless = {
      size: undefined,
      async *chunks() {
        for (let lines = 0; lines <= MOST_LINES; lines += MIB) yield chunk;
      },
    };
    await assert.rejects(readLog(endless), { code: 'EFBIG' });
  });

  it('rejects when the bytes cannot be read', async () => {
    const source = {
      size: undefined,
      async *chunks(): AsyncGenerator<Uint8Array> {
        yield Buffer.from(`${combinedLine()}\n`);
        throw Object.assign(new Error('gone'), { code: 'EIO' });
      },
    };
    await assert.rejects(readLog(source), { code: 'EIO' });
  });

  it('tells how far it is after every chunk', async () => {
    const seen: number[] = [];
    const source = {
      size: undefined,
      async *chunks() {
        yield Buffer.from('the first line\n');
        yield Buffer.from('d');
      },
    };
    await readLog(source, { onProgress: (bytes) => seen.push(bytes) });
    assert.deepEqual(seen, [15, 16]);
  });
});
