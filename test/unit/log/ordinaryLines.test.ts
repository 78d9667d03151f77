import assert from 'node:assert/strict';
import { EntryFields } from '../../../server/src/log/entryFields';
import { combinedFormat } from '../../../server/src/log/formats/combined';
import { commonFormat } from '../../../server/src/log/formats/common';
import type { LogFormat } from '../../../server/src/log/formats/logFormat';
import { LogTable, type LogTableData } from '../../../server/src/log/logTable';
import { readLogPart } from '../../../server/src/log/readLog';
import { OrdinaryLines } from '../../../server/src/log/ordinaryLines/ordinaryLines';
import { openPartReader } from '../../../server/src/partReader';
import { entriesOf } from '../../support/entries';
import { FakeDisk } from '../../support/fakeDisk';
import { combinedLine, commonLine, logOf } from '../../support/lines';
import { SeededRandom } from '../../support/random';
import { ordinaryLine } from '../../fuzz/ordinaryLine';

async function* inPieces(bytes: Buffer, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function tableOf(log: string | Buffer, format: LogFormat = combinedFormat, pieces = 1e9): Promise<LogTableData> {
  return (await readLogPart(inPieces(Buffer.from(log), pieces), format, { facts: {} }))!;
}

/** What the format's own reader makes of every line. */
function lineByLine(log: string | Buffer, format: LogFormat = combinedFormat): Promise<LogTableData> {
  return tableOf(log, { ...format, ordinaryShape: undefined });
}

describe('Ordinary lines', () => {
  it('are read at once as they are read line by line', async () => {
    const log = logOf(10_000, (index) =>
      combinedLine({
        client: `198.51.100.${index % 251}`,
        request: `${index % 7 === 0 ? 'POST' : 'GET'} /${index % 3001}${index % 2 === 0 ? '' : `?n=${index}`} HTTP/1.1`,
        bytes: index % 5 === 0 ? '-' : index,
        referrer: index % 3 === 0 ? '-' : `https://example.jp/${index % 40}`,
        agent: `agent ${index % 97}`,
      }),
    );
    const table = await tableOf(log);
    assert.equal(table.rows, 10_000);
    assert.deepEqual(table, await lineByLine(log));
  });

  it('may be mixed with lines that are not', async () => {
    const random = new SeededRandom(11);
    for (const [format, isCombined] of [
      [combinedFormat, true],
      [commonFormat, false],
    ] as const) {
      for (const end of ['\n', '\r\n', '\r']) {
        const log = Buffer.from(
          Array.from({ length: 4000 }, () => ordinaryLine(random, isCombined) + end).join(''),
          'latin1',
        );
        assert.deepEqual(await tableOf(log, format, 5000), await lineByLine(log, format), `${format.id} ${end.length}`);
      }
    }
  });

  it('may be cut anywhere', async () => {
    const log = logOf(40, (index) => combinedLine({ client: `192.0.2.${index}`, agent: 'x'.repeat(index) }));
    const expected = await lineByLine(log);
    for (const pieces of [1, 7, 64, 200, 1000]) assert.deepEqual(await tableOf(log, combinedFormat, pieces), expected);
  });

  it('may tell of more clients and longer texts than there is room for at first', async () => {
    const log = logOf(30_000, (index) =>
      combinedLine({ client: `2001:db8::${index.toString(16)}`, agent: `agent ${index} ${'x'.repeat(index % 900)}` }),
    );
    const table = await tableOf(log);
    assert.equal(table.texts.client.ends.length, 30_000);
    assert.deepEqual(table, await lineByLine(log));
  });

  it('may ask for more paths than there is room for at first, each in several ways by turns', async () => {
    const log = logOf(60_000, (index) =>
      combinedLine({ request: `${['GET', 'POST', 'HEAD'][(index % 7) % 3]} /${index % 20_011} HTTP/1.1` }),
    );
    const table = await tableOf(log);
    assert.equal(table.texts.path.ends.length, 20_011);
    assert.deepEqual(table, await lineByLine(log));
  });

  it('may be longer than a chunk', async () => {
    const agent = 'x'.repeat(70_000);
    const log = logOf(3000, (index) =>
      combinedLine(index % 1000 === 7 ? { agent } : { client: `192.0.2.${index % 9}` }),
    );
    assert.deepEqual(await tableOf(log, combinedFormat, 65_536), await lineByLine(log));
  });

  it('may be of another day or zone than those before', async () => {
    const times = ['31/Dec/2021:23:59:59 +0900', '01/Jan/2022:00:00:00 +0900', '31/Dec/2021:10:00:00 -0500'];
    const log = logOf(9000, (index) => combinedLine({ time: times[Math.floor(index / 1000) % 3] }));
    const table = await tableOf(log);
    assert.deepEqual(table, await lineByLine(log));
    assert.deepEqual([...new Set(table.zone)], [36, -20]);
  });

  it('are read in parts, the numbers of texts going on', async () => {
    const half = logOf(3000, (index) =>
      commonLine({ client: `192.0.2.${index % 100}`, request: `GET /${index} HTTP/1.0` }),
    );
    const rest = logOf(3000, (index) =>
      commonLine({ client: `192.0.2.${index % 200}`, request: `HEAD /${index} HTTP/1.0` }),
    );
    const disk = new FakeDisk({ '/a.log': Buffer.from(half + rest) });
    const reader = openPartReader(disk, { path: '/a.log', format: 'common', facts: {} });
    const first = (await reader.read({ start: 0, end: half.length })).table;
    const second = (await reader.read({ start: half.length, end: half.length + rest.length })).table;
    const whole = await lineByLine(half + rest, commonFormat);
    assert.deepEqual([first.texts.client.ends.length, second.texts.client.ends.length], [100, 100]);
    assert.deepEqual([...first.client, ...second.client], [...whole.client]);
    assert.deepEqual([...first.endpoint, ...second.endpoint], [...whole.endpoint]);
    assert.deepEqual([...first.endpoints.path, ...second.endpoints.path], [...whole.endpoints.path]);
    assert.deepEqual([...first.endpoints.method, ...second.endpoints.method], [...whole.endpoints.method]);
  });

  it('keep nothing of the log before', async () => {
    await tableOf(logOf(500, (index) => combinedLine({ client: `203.0.113.${index % 250}`, agent: 'before' })));
    const [entry, ...others] = entriesOf(
      new LogTable(await tableOf(combinedLine({ client: '192.0.2.9', agent: 'now' }))),
    );
    assert.deepEqual([entry?.client, entry?.userAgent, others.length], ['192.0.2.9', 'now', 0]);
  });

  it('of two logs that are read in turns do not mix', async () => {
    const logs = ['192.0.2', '198.51.100'].map((net) =>
      logOf(5000, (index) => combinedLine({ client: `${net}.${index % 50}` })),
    );
    const tables = await Promise.all(logs.map((log) => tableOf(log, combinedFormat, 10_000)));
    assert.deepEqual(tables, await Promise.all(logs.map((log) => lineByLine(log))));
  });

  it('are nearly all lines of a usual log', () => {
    const log = Buffer.from(logOf(5000, (index) => combinedLine({ client: `192.0.2.${index % 50}` })));
    const fields = new EntryFields();
    combinedFormat.createReader({})(log, 0, log.indexOf('\n'), fields);
    const lines = OrdinaryLines.start('combined')!;
    lines.learnTime(log, fields);
    lines.open(log);
    let rows = 0;
    for (let entries = lines.read(0); entries !== undefined; entries = lines.read(entries.next)) rows += entries.rows;
    assert.equal(rows, 5000);
  });
});
