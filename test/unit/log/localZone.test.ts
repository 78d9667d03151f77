import assert from 'node:assert/strict';
import { memorySource } from '../../../server/src/log/byteSource';
import { hasLocalTimes, settleLocalTimes, timeZoneOf, UTC, type TimeZone } from '../../../server/src/log/localZone';
import { LogTable } from '../../../server/src/log/logTable';
import { readLog } from '../../../server/src/log/readLog';
import { commonLine } from '../../support/lines';
import { entriesOf } from '../../support/entries';

function zone(name: string): TimeZone {
  const found = timeZoneOf(name);
  assert.ok(found, name);
  return found;
}

/** A line of nginx's error log, which names no zone. */
function localLine(time: string): string {
  return `${time} [error] 31#31: *1 open() "/home/u/x" failed (2: No such file or directory), client: 192.0.2.1, server: x, request: "GET /x HTTP/1.1", host: "example.jp"`;
}

/** The times of a log's entries in a zone. */
async function timesIn(timeZone: TimeZone, lines: readonly string[]): Promise<(string | undefined)[]> {
  const { table } = await readLog(memorySource(Buffer.from(lines.join('\n'))));
  return entriesOf(new LogTable(settleLocalTimes(table, timeZone))).map(({ time }) => time);
}

describe('Times without a zone', () => {
  it('are taken for those of the zone that the user names, by name or by offset', async () => {
    const lines = [localLine('2021/11/01 10:56:55')];
    for (const [name, expected] of [
      ['Asia/Tokyo', '2021-11-01T10:56:55+09:00'],
      ['+09:00', '2021-11-01T10:56:55+09:00'],
      ['UTC+9', '2021-11-01T10:56:55+09:00'],
      ['-0330', '2021-11-01T10:56:55-03:30'],
      ['Asia/Kathmandu', '2021-11-01T10:56:55+05:45'],
      ['UTC', '2021-11-01T10:56:55+00:00'],
    ] as const) {
      assert.deepEqual(await timesIn(zone(name), lines), [expected], name);
    }
  });

  it('change the zone of no other time', async () => {
    const lines = [commonLine(), commonLine(), localLine('2021/11/01 10:56:55')];
    const [first, , last] = await timesIn(zone('America/New_York'), lines);
    assert.deepEqual([first, last], ['2021-11-01T10:56:55+09:00', '2021-11-01T10:56:55-04:00']);
    const { table } = await readLog(memorySource(Buffer.from(commonLine())));
    assert.equal(hasLocalTimes(table), false);
    assert.equal(settleLocalTimes(table, UTC), table);
  });

  it('that the clocks left out in spring count on', async () => {
    const lines = ['01:59:59', '02:30:00', '03:00:01'].map((time) => localLine(`2022/03/27 ${time}`));
    assert.deepEqual(await timesIn(zone('Europe/Berlin'), lines), [
      '2022-03-27T01:59:59+01:00',
      '2022-03-27T02:30:00+01:00',
      '2022-03-27T03:00:01+02:00',
    ]);
  });

  it('that came twice in autumn are the first until the entries have passed that', async () => {
    const times = ['01:30:00', '02:00:00', '02:30:00', '02:59:59', '02:00:00', '02:30:00', '03:00:00'];
    const lines = times.map((time) => localLine(`2022/10/30 ${time}`));
    assert.deepEqual(
      (await timesIn(zone('Europe/Berlin'), lines)).map((time) => time?.slice(11)),
      [
        '01:30:00+02:00',
        '02:00:00+02:00',
        '02:30:00+02:00',
        '02:59:59+02:00',
        '02:00:00+01:00',
        '02:30:00+01:00',
        '03:00:00+01:00',
      ],
    );
  });

  it('have no zone by a name that there is not', () => {
    for (const name of ['', 'Tokyo', 'Asia/Atlantis', '+25:00', '+09:75', '9', 'JST-9 please']) {
      assert.equal(timeZoneOf(name), undefined, name);
    }
  });
});
