import assert from 'node:assert/strict';
import { timeTest } from '../../../server/src/log/timeCondition';
import { combinedLine } from '../../support/lines';
import { openLogOf } from '../../support/openLog';

/** Every hour from 9 to 13 in Japan, then the same by the clock in London. */
const TEXT = ['+0900', '+0000']
  .flatMap((zone) =>
    ['09', '10', '11', '12', '13'].map((hour) => combinedLine({ time: `01/Nov/2021:${hour}:00:00 ${zone}` })),
  )
  .join('\n');

describe('Conditions on the time of an entry', () => {
  const cases: [from: string | undefined, until: string | undefined, rows: number[]][] = [
    // By the clock of each entry.
    ['2021-11-01 12', undefined, [3, 4, 8, 9]],
    [undefined, '2021-11-01 10:00', [0, 5]],
    ['2021-11-01 10:00:00', '2021-11-01 11:00:00', [1, 6]],
    ['2021-11-01T10:00', '2021-11-01T10:00:01', [1, 6]],
    ['2021-11-01', '2021-11-02', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
    // A moment, whatever the clock of an entry says.
    ['2021-11-01 10:00:00 +09:00', '2021-11-01 12:00 +09:00', [1, 2]],
    ['2021-11-01 10:00:00Z', '2021-11-01 12:00Z', [6, 7]],
    ['2021-11-02', undefined, []],
    // What is no time.
    ['yesterday', undefined, []],
    ['2021-13-01', undefined, []],
    [undefined, '10:00', []],
  ];
  for (const [from, until, expected] of cases) {
    it(`are met from ${from} until ${until} by the right ones`, async () => {
      const { model } = await openLogOf(TEXT);
      const isOfTime = timeTest(model.table, from, until);
      const rows = Array.from({ length: model.table.rows }, (_, row) => row).filter((row) => isOfTime?.(row));
      assert.deepEqual(rows, expected);
    });
  }

  it('are not met by an entry without a time', async () => {
    const { model } = await openLogOf('host:192.0.2.1\treq:GET / HTTP/1.1\tstatus:200\n'.repeat(3));
    assert.equal(model.table.rows, 3);
    assert.equal(timeTest(model.table, undefined, '2021-11-01')?.(0), false);
  });

  it('are none where neither end is given', async () => {
    assert.equal(timeTest((await openLogOf(TEXT)).model.table, '', undefined), undefined);
  });
});
