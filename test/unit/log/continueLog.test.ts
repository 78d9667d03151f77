import assert from 'node:assert/strict';
import { memorySource } from '../../../server/src/log/byteSource';
import { continueLog } from '../../../server/src/log/continueLog';
import { stretchOf } from '../../../server/src/log/lineIndex';
import { LogTable, type LogTableData } from '../../../server/src/log/logTable';
import { readLog } from '../../../server/src/log/readLog';
import { memoryBytes } from '../../../server/src/log/seekableBytes';
import { entriesOf } from '../../support/entries';
import { combinedLine, logOf } from '../../support/lines';
import { SeededRandom } from '../../support/random';

const random = new SeededRandom(21);
const LINES = 400;

function accessLine(n: number): string {
  const line = combinedLine({
    client: `192.0.2.${random.integer(1, 99)}`,
    user: random.pick(['-', '-', '-', `user${n}`]),
    request: `${random.pick(['GET', 'POST', 'HEAD'])} /${random.integer(1, 99)}${random.pick(['', '?a', `?${n}`])} HTTP/1.1`,
    bytes: random.pick([0, 1, 5_000_000_000, '-']),
    agent: `agent ${random.integer(1, n + 1)}`,
  });
  return random.pick([line, line, line, line, `example.jp ${line}`, 'no entry', '', 'お知らせ']);
}

/** Logs of which later lines are read by what earlier ones said. */
function iisLine(n: number): string {
  if (n % 150 === 0) return '#Date: 2021-11-01 00:00:00\n#Fields: time c-ip cs-method cs-uri-stem sc-status';
  if (n % 150 === 70) return '#Date: 2021-11-02 00:00:00\n#Fields: time cs-method cs-uri-stem c-ip sc-status';
  const client = `192.0.2.${random.integer(1, 99)}`;
  const request = `GET /${random.integer(1, 50)}`;
  return `10:00:${10 + (n % 50)} ${n % 150 > 70 ? `${request} ${client}` : `${client} ${request}`} 200`;
}

/** Messages that go on in the lines behind them. */
function errorLine(n: number): string {
  const message = `PHP Fatal error:  Uncaught Error: ${random.integer(1, 9)} in /web/a.php:${n}`;
  const entry = `[Mon Nov 01 10:${10 + (n % 50)}:00.123456 2021] [php:error] [pid 1] [client 192.0.2.${n % 50}:1] ${message}`;
  return random.pick([entry, entry, entry, `${entry}\nStack trace:\n#0 {main}\n  thrown in /web/a.php`, 'nonsense']);
}

async function readWhole(bytes: Uint8Array): Promise<{ format: string | undefined; table: LogTableData }> {
  return readLog(memorySource(bytes));
}

/** The same entries on the same lines, under the same numbers. */
function assertSame(table: LogTableData, whole: LogTableData): void {
  assert.deepEqual(entriesOf(new LogTable(table)), entriesOf(new LogTable(whole)));
  assert.deepEqual([...table.rejected], [...whole.rejected]);
  assert.deepEqual([...table.continued], [...whole.continued]);
  assert.deepEqual(table.texts, whole.texts);
  assert.deepEqual(table.endpoints, whole.endpoints);
  assert.deepEqual([table.lineIndex.lines, table.lineIndex.bytes], [whole.lineIndex.lines, whole.lineIndex.bytes]);
}

describe('A log that goes on', () => {
  const kinds = { 'of an access log': accessLine, 'of IIS': iisLine, 'of errors': errorLine };
  for (const [kind, line] of Object.entries(kinds)) {
    it(`is the same table as one read whole, wherever it ended before: ${kind}`, async () => {
      for (let turn = 0; turn < 25; turn++) {
        const ending = random.pick(['\n', '\n', '\r\n', '\r']);
        const text = logOf(LINES, line).replaceAll('\n', ending) + random.pick(['', line(7), 'rest']);
        const bytes = Buffer.from(text);
        const end = random.integer(Math.floor(bytes.length * 0.6), bytes.length);
        const before = await readWhole(bytes.subarray(0, end));
        const table = await continueLog(before, memoryBytes(bytes), {});
        assert.ok(table);
        const whole = await readWhole(bytes);
        assertSame(table, whole.table);
        assertStretches(table, bytes);
      }
    });
  }

  it('may go on line by line', async () => {
    const bytes = Buffer.from(logOf(LINES, accessLine));
    const ends = [...bytes.entries()].filter(([, byte]) => byte === 0x0a).map(([at]) => at + 1);
    let reading = await readWhole(bytes.subarray(0, ends[LINES - 100]));
    for (const end of ends.slice(LINES - 100)) {
      reading = { ...reading, table: (await continueLog(reading, memoryBytes(bytes.subarray(0, end)), {}))! };
    }
    assertSame(reading.table, (await readWhole(bytes)).table);
  });

  it('may end with other lines than before, as after an edit', async () => {
    const text = logOf(LINES, () => combinedLine());
    const last = combinedLine({ client: '198.51.100.7', agent: 'new' });
    const before = await readWhole(Buffer.from(text + last));
    for (const other of ['', 'x', `${last}\n${last}`]) {
      const bytes = Buffer.from(text + other);
      const table = await continueLog(before, memoryBytes(bytes), {});
      assertSame(table!, (await readWhole(bytes)).table);
    }
  });

  it('may be no log that is known', async () => {
    const bytes = Buffer.from(logOf(LINES, (n) => `line ${n}`));
    const before = await readWhole(bytes.subarray(0, Math.floor(bytes.length * 0.9)));
    assert.equal(before.format, undefined);
    assertSame((await continueLog(before, memoryBytes(bytes), {}))!, (await readWhole(bytes)).table);
  });

  it('is read anew when its first part was too short to tell the format by', async () => {
    const before = await readWhole(Buffer.from(logOf(20, () => combinedLine())));
    assert.equal(await continueLog(before, memoryBytes(Buffer.from(logOf(500, () => combinedLine()))), {}), undefined);
  });

  it('reads no more than is behind the last entry', async () => {
    const text = logOf(20_000, () => combinedLine());
    const before = await readWhole(Buffer.from(text));
    const bytes = Buffer.from(text + logOf(3, () => combinedLine({ client: '198.51.100.7' })));
    const inner = memoryBytes(bytes);
    let read = 0;
    const table = await continueLog(
      before,
      {
        ...inner,
        async *stream(start, end) {
          for await (const chunk of inner.stream(start, end)) {
            read += chunk.length;
            yield chunk;
          }
        },
      },
      {},
    );
    assert.equal(table?.rows, 20_003);
    assert.ok(read < 40_000, String(read));
  });
});

/** Every line lies in the stretch that the index says. */
function assertStretches({ lineIndex }: LogTableData, bytes: Buffer): void {
  const lines = bytes.toString().split(/\r\n|\r|\n/);
  for (let line = 1; line <= lineIndex.lines; line += 7) {
    const { start, end, before } = stretchOf(lineIndex, line);
    assert.equal(bytes.toString('utf8', start, end).split(/\r\n|\r|\n/)[line - 1 - before], lines[line - 1]);
  }
}
