import assert from 'node:assert/strict';
import { memorySource } from '../../../server/src/log/byteSource';
import type { Disk } from '../../../server/src/disk';
import { combinedFormat } from '../../../server/src/log/formats/combined';
import { joinTables } from '../../../server/src/log/joinTables';
import { stretchOf } from '../../../server/src/log/lineIndex';
import { LogTable, type LogTableData } from '../../../server/src/log/logTable';
import { readLog, readLogPart } from '../../../server/src/log/readLog';
import { openPartReader, type LogPart, type OpenPartReader, type PartReader } from '../../../server/src/partReader';
import { readLogFile } from '../../../server/src/readLogFile';
import { entriesOf } from '../../support/entries';
import { FakeDisk } from '../../support/fakeDisk';
import { combinedLine, logOf } from '../../support/lines';
import { SeededRandom } from '../../support/random';

const random = new SeededRandom(8);

/** Lines of a log that is large enough to be read in parts, when they are long. */
const MANY_LINES = 80_000;
const LONG_AGENT = 'x'.repeat(600);

function mixedLine(_index: number, agent = ''): string {
  const line = combinedLine({
    client: `192.0.2.${random.integer(1, 9)}`,
    user: random.pick(['-', '-', '-', 'sato', 'tanaka']),
    request: `${random.pick(['GET', 'POST', 'HEAD'])} /${random.integer(1, 9)}${random.pick(['', '?a', '?b'])} HTTP/1.1`,
    bytes: random.pick([0, 1, 5_000_000_000, '-']),
    agent: `agent ${random.integer(1, 4)}${agent}`,
  });
  return random.pick([line, line, line, line, `example.jp ${line}`, 'no entry', '']);
}

/** A line of a log whose format has no ordinary lines, which are worth a thread only in far larger logs. */
function manyLine(index: number): string {
  return `example.jp ${mixedLine(index, LONG_AGENT)}`;
}

async function readWhole(bytes: Uint8Array): Promise<LogTableData> {
  return (await readLog(memorySource(bytes))).table;
}

async function readHalf(bytes: Uint8Array): Promise<LogTableData> {
  return (await readLogPart(memorySource(bytes).chunks(), combinedFormat, { facts: {} }))!;
}

/** Lets others go first. */
async function late(): Promise<void> {
  for (let turn = 0; turn < 100; turn++) await new Promise(setImmediate);
}

/** A reader in another thread that fails. */
function failElsewhere(): PartReader {
  return { read: () => Promise.reject(Object.assign(new Error('gone'), { code: 'EIO' })), close: () => undefined };
}

/** Notes the parts that are read elsewhere; `before` holds what they give up. */
function noteParts(disk: Disk, parts: LogPart[], before = async (): Promise<void> => undefined): OpenPartReader {
  return (log) => {
    const reader = openPartReader(disk, log);
    return {
      ...reader,
      async read(part) {
        parts.push(part);
        const reading = await reader.read(part);
        await before();
        return reading;
      },
    };
  };
}

describe('A log read in parts', () => {
  it('is the same table as one read whole, wherever it is cut', async () => {
    for (let turn = 0; turn < 20; turn++) {
      const bytes = Buffer.from(logOf(300, mixedLine));
      const whole = await readWhole(bytes);
      const cuts = [0, bytes.length, bytes.indexOf('\n', random.integer(0, bytes.length - 1)) + 1];
      for (const cut of cuts) {
        const joined = joinTables(await readHalf(bytes.subarray(0, cut)), await readHalf(bytes.subarray(cut)));
        assert.deepEqual(entriesOf(new LogTable(joined)), entriesOf(new LogTable(whole)));
        assertSameTables(joined, whole);
        assertStretches(joined, bytes);
      }
    }
  });

  it('is cut where entries begin, and only when it is large and known', async () => {
    const parts: LogPart[] = [];
    const large = Buffer.from(logOf(MANY_LINES, manyLine));
    const disk = new FakeDisk({
      '/large.log': large,
      '/small.log': large.subarray(0, 1000),
      '/not.log': Buffer.alloc(40_000_000, 'abc\n'),
    });
    const elsewhere = noteParts(disk, parts);
    const { table, format } = await readLogFile(disk, '/large.log', elsewhere);
    assert.equal(format, 'vhost-combined');
    assert.ok(parts.length > 1);
    for (const { start, end } of parts) {
      assert.ok(start === 0 || large[start - 1] === 0x0a);
      assert.ok(end === large.length || large[end - 1] === 0x0a);
    }
    const known = parts.length;
    const whole = await readLogFile(disk, '/large.log', undefined);
    assertSameTables(table, whole.table);
    assert.equal((await readLogFile(disk, '/not.log', elsewhere)).format, undefined);
    await readLogFile(disk, '/small.log', elsewhere);
    assert.equal(parts.length, known);
  });

  it('is the same table whoever is the faster reader', async () => {
    const disk = new FakeDisk({ '/a.log': Buffer.from(logOf(MANY_LINES, manyLine)) });
    const whole = await readLogFile(disk, '/a.log', undefined);
    for (const before of [undefined, late]) {
      const { table } = await readLogFile(disk, '/a.log', noteParts(disk, [], before));
      assertSameTables(table, whole.table);
    }
  });

  it('is read as a whole when lines of another format tell how later ones are read', async () => {
    const usual = logOf(MANY_LINES, manyLine);
    const directive = '#Fields: date time c-ip cs-method cs-uri-stem sc-status';
    const entry = '2021-11-01 01:56:55 192.0.2.1 GET /iis 200';
    const disk = new FakeDisk({ '/a.log': Buffer.from(`${directive}\n${usual}${entry}\n`) });
    const { table, format } = await readLogFile(disk, '/a.log', noteParts(disk, []));
    assert.equal(format, 'vhost-combined');
    assert.equal(entriesOf(new LogTable(table)).at(-1)?.target, '/iis');
  });

  it('rejects when the other thread does', async () => {
    const disk = new FakeDisk({ '/a.log': Buffer.from(logOf(300_000, () => `example.jp ${combinedLine()}`)) });
    await assert.rejects(readLogFile(disk, '/a.log', failElsewhere), { code: 'EIO' });
  });
});

/** Everything is equal but which lines are marked. */
function assertSameTables(one: LogTableData, other: LogTableData): void {
  const { lineIndex, ...rest } = one;
  const { lineIndex: otherIndex, ...otherRest } = other;
  assert.deepEqual(rest, otherRest);
  assert.deepEqual([lineIndex.lines, lineIndex.bytes], [otherIndex.lines, otherIndex.bytes]);
}

/** Every line lies in the stretch that the index says. */
function assertStretches({ lineIndex }: LogTableData, bytes: Buffer): void {
  const lines = bytes.toString().split('\n');
  for (let line = 1; line <= lineIndex.lines; line++) {
    const { start, end, before } = stretchOf(lineIndex, line);
    assert.equal(bytes.toString('utf8', start, end).split('\n')[line - 1 - before], lines[line - 1]);
  }
}
