import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { memorySource } from '../../../server/src/log/byteSource';
import { LINES_PER_MARK } from '../../../server/src/log/lineIndex';
import { linesOfBytes, type LineSource } from '../../../server/src/log/lineSource';
import { LONGEST_LINE } from '../../../server/src/log/lineSplitter';
import { LogTable } from '../../../server/src/log/logTable';
import { readLog } from '../../../server/src/log/readLog';
import { openBytes, type StoredBytes } from '../../../server/src/log/seekableBytes';
import { FakeDisk } from '../../support/fakeDisk';
import { combinedLine } from '../../support/lines';
import { SeededRandom } from '../../support/random';

const file: StoredBytes = { kind: 'file', path: '/a.log' };

/** Every way to look lines up, over the same bytes. */
async function sourcesOf(bytes: Uint8Array): Promise<Record<string, LineSource>> {
  const { table } = await readLog(memorySource(bytes));
  const disk = new FakeDisk({ '/a.log': bytes, '/a.log.gz': gzipSync(bytes) });
  const length = bytes.length >> 1;
  const ways: Record<string, StoredBytes> = {
    memory: { kind: 'memory', bytes },
    file,
    packed: { kind: 'packed', path: '/a.log.gz' },
    extended: { kind: 'extended', base: file, length, more: bytes.subarray(length) },
  };
  const lines = (stored: StoredBytes): LineSource => linesOfBytes(openBytes(stored, disk), table.lineIndex);
  return Object.fromEntries(Object.entries(ways).map(([way, stored]) => [way, lines(stored)]));
}

function randomLines(random: SeededRandom): { lines: string[]; text: string } {
  const lines = Array.from({ length: random.integer(1, 4 * LINES_PER_MARK) }, (_, n) =>
    random.pick(['', `${n}`, combinedLine({ bytes: n }), 'お知らせ', 'x'.repeat(300)]),
  );
  const text = lines.map((line) => line + random.pick(['\n', '\r\n', '\r', '\n'])).join('');
  // A line feed behind a carriage return of its own would be an empty line less.
  return { lines: text.split(/\r\n|\r|\n/).slice(0, -1), text };
}

describe('Lines of a log', () => {
  it('are found like those of a split text, one by one and many together', async () => {
    const random = new SeededRandom(5);
    for (let turn = 0; turn < 20; turn++) {
      const { lines, text } = randomLines(random);
      for (const [kind, source] of Object.entries(await sourcesOf(Buffer.from(text)))) {
        const wanted = lines.map((_, index) => index + 1).filter(() => random.next() < 0.3);
        assert.deepEqual(
          await source.lines(Uint32Array.from(wanted)),
          wanted.map((line) => lines[line - 1]),
          kind,
        );
        for (const line of wanted.slice(0, 20)) assert.equal(await source.line(line), lines[line - 1], kind);
      }
    }
  });

  it('are not there before the first and behind the last', async () => {
    for (const [kind, source] of Object.entries(await sourcesOf(Buffer.from('a\nb\n')))) {
      assert.equal(await source.line(3), undefined, kind);
      assert.equal(await source.line(1000), undefined, kind);
      assert.deepEqual(await source.lines(Uint32Array.of(2, 3)), ['b'], kind);
      assert.deepEqual(await source.lines(new Uint32Array(0)), [], kind);
    }
  });

  it('come without the byte order mark, which editors do not show', async () => {
    for (const source of Object.values(await sourcesOf(Buffer.from('\u{feff}a\n\u{feff}b')))) {
      assert.deepEqual([await source.line(1), await source.line(2)], ['a', '\u{feff}b']);
    }
  });

  it('come cut when they are over-long, and the ones behind are found', async () => {
    const text = `a\n${'x'.repeat(6 * LONGEST_LINE)}\nb\n`;
    for (const [kind, source] of Object.entries(await sourcesOf(Buffer.from(text)))) {
      assert.equal((await source.line(2))?.length, LONGEST_LINE, kind);
      assert.equal(await source.line(3), 'b', kind);
    }
  });

  it('cost a file one short read each', async () => {
    const bytes = Buffer.from(Array.from({ length: 5000 }, (_, n) => `${combinedLine({ bytes: n })}\n`).join(''));
    const { table } = await readLog(memorySource(bytes));
    const disk = new FakeDisk({ '/a.log': bytes });
    const lines = linesOfBytes(openBytes(file, disk), table.lineIndex);
    assert.equal(await lines.line(4321), combinedLine({ bytes: 4320 }));
    assert.equal(disk.reads.length, 1);
    assert.ok(disk.reads[0]!.bytes <= LINES_PER_MARK * 200);
  });

  it('cost a file little more where they lie far from each other', async () => {
    const bytes = Buffer.from(Array.from({ length: 50_000 }, (_, n) => `${combinedLine({ bytes: n })}\n`).join(''));
    const { table } = await readLog(memorySource(bytes));
    const disk = new FakeDisk({ '/a.log': bytes });
    const lines = linesOfBytes(openBytes(file, disk), table.lineIndex);
    const texts = [1, 2, 40_000].map((line) => combinedLine({ bytes: line - 1 }));
    assert.deepEqual(await lines.lines(Uint32Array.of(1, 2, 40_000)), texts);
    assert.equal(disk.reads.length, 2);
    assert.ok(disk.reads.every((read) => read.bytes <= LINES_PER_MARK * 200));
  });

  it('reject when the file has gone', async () => {
    const { table } = await readLog(memorySource(Buffer.from('a\n')));
    const source = linesOfBytes(openBytes(file, new FakeDisk({})), table.lineIndex);
    await assert.rejects(source.line(1), { code: 'ENOENT' });
    await assert.rejects(source.lines(Uint32Array.of(1)), { code: 'ENOENT' });
  });
});

describe('Rows of a log', () => {
  it('lead to lines and back as a list of all lines does', async () => {
    const random = new SeededRandom(6);
    for (let turn = 0; turn < 60; turn++) {
      const share = random.pick([0, 0.05, 0.4]);
      // Known to be a log by its first lines, so that the rest may be anything.
      const readable = Array.from({ length: 400 }, (_, n) => n < 110 || random.next() >= share);
      if (turn % 3 === 0) readable[0] = readable[5] = readable[6] = false;
      const log = readable.map((good) => (good ? combinedLine() : 'no entry')).join('\n');
      const table = new LogTable((await readLog(memorySource(Buffer.from(log)))).table);
      const lines = readable.flatMap((good, index) => (good ? [index + 1] : []));
      assert.deepEqual(
        Array.from({ length: table.rows }, (_, row) => table.lineOfRow(row)),
        lines,
      );
      for (let line = 0; line <= readable.length + 1; line++) {
        const row = lines.indexOf(line);
        assert.equal(table.rowOfLine(line), row < 0 ? undefined : row, `line ${line}`);
      }
    }
  });
});
