import assert from 'node:assert/strict';
import { memorySource } from '../../../server/src/log/byteSource';
import { combinedFormat } from '../../../server/src/log/formats/combined';
import { joinTables } from '../../../server/src/log/joinTables';
import { stretchOf } from '../../../server/src/log/lineIndex';
import { LogTable, type LogTableData } from '../../../server/src/log/logTable';
import { readLog, readLogPart } from '../../../server/src/log/readLog';
import { readLogFile, readPart, type LogPart } from '../../../server/src/readLogFile';
import { entriesOf } from '../../support/entries';
import { FakeDisk } from '../../support/fakeDisk';
import { combinedLine, logOf } from '../../support/lines';
import { SeededRandom } from '../../support/random';

const random = new SeededRandom(8);

function mixedLine(): string {
  const line = combinedLine({
    client: `192.0.2.${random.integer(1, 9)}`,
    user: random.pick(['-', '-', '-', 'sato', 'tanaka']),
    request: `${random.pick(['GET', 'POST', 'HEAD'])} /${random.integer(1, 9)}${random.pick(['', '?a', '?b'])} HTTP/1.1`,
    bytes: random.pick([0, 1, 5_000_000_000, '-']),
    agent: `agent ${random.integer(1, 4)}`,
  });
  return random.pick([line, line, line, line, `example.jp ${line}`, 'no entry', '']);
}

async function readWhole(bytes: Uint8Array): Promise<LogTableData> {
  return (await readLog(memorySource(bytes))).table;
}

function readHalf(bytes: Uint8Array): Promise<LogTableData> {
  return readLogPart(memorySource(bytes).chunks(), combinedFormat, { facts: {} });
}

function failElsewhere(): Promise<LogTableData> {
  return Promise.reject(Object.assign(new Error('gone'), { code: 'EIO' }));
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
        assert.deepEqual([...joined.rejected], [...whole.rejected]);
        assert.deepEqual(
          [joined.lineIndex.lines, joined.lineIndex.bytes],
          [whole.lineIndex.lines, whole.lineIndex.bytes],
        );
        assert.deepEqual(joined.endpoints, whole.endpoints);
        assert.deepEqual(joined.texts, whole.texts);
        assertStretches(joined, bytes);
      }
    }
  }).timeout(20_000);

  it('is cut in half where a line ends, and only when it is large and known', async () => {
    const parts: LogPart[] = [];
    const large = Buffer.from(logOf(300_000, () => combinedLine()));
    const disk = new FakeDisk({
      '/large.log': large,
      '/small.log': large.subarray(0, 1000),
      '/not.log': Buffer.alloc(40_000_000, 'abc\n'),
    });
    const elsewhere = async (part: LogPart): Promise<LogTableData> => {
      parts.push(part);
      return readPart(disk, part);
    };
    const { table, format } = await readLogFile(disk, '/large.log', elsewhere);
    assert.deepEqual([format, table.rows, table.rejected.length], ['combined', 300_000, 0]);
    assert.equal(parts.length, 1);
    assert.equal(large[parts[0]!.start - 1], 0x0a);
    assert.equal((await readLogFile(disk, '/not.log', elsewhere)).format, undefined);
    await readLogFile(disk, '/small.log', elsewhere);
    await readLogFile(disk, '/large.log', undefined);
    assert.equal(parts.length, 1);
  }).timeout(20_000);

  it('rejects when the other thread does', async () => {
    const disk = new FakeDisk({ '/a.log': Buffer.from(logOf(300_000, () => combinedLine())) });
    await assert.rejects(readLogFile(disk, '/a.log', failElsewhere), { code: 'EIO' });
  }).timeout(20_000);
});

/** Every line lies in the stretch that the index says. */
function assertStretches({ lineIndex }: LogTableData, bytes: Buffer): void {
  const lines = bytes.toString().split('\n');
  for (let line = 1; line <= lineIndex.lines; line++) {
    const { start, end, before } = stretchOf(lineIndex, line);
    assert.equal(bytes.toString('utf8', start, end).split('\n')[line - 1 - before], lines[line - 1]);
  }
}
