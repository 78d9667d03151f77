import assert from 'node:assert/strict';
import { busiest, sortedTimes } from '../../../server/src/log/burst';
import { groupRows, rowsOf } from '../../../server/src/log/rowGroups';
import { NO_ENTRY } from '../../../server/src/log/logTable';
import { countValues, tally } from '../../../server/src/log/tally';
import { SeededRandom } from '../../support/random';

describe('The busiest stretch of time', () => {
  it('is the one that counting at every request finds', () => {
    const random = new SeededRandom(9);
    for (let turn = 0; turn < 100; turn++) {
      const times = Uint32Array.from({ length: random.integer(1, 80) }, () => random.integer(0, 300)).toSorted();
      const window = random.pick([1, 10, 60]);
      const counts = [...times].map((start) => times.filter((time) => time >= start && time < start + window).length);
      const burst = busiest(times, window);
      assert.equal(burst.count, Math.max(...counts));
      assert.equal(burst.count, times.filter((time) => time >= burst.start && time < burst.start + window).length);
    }
  });

  it('does not hold requests that are a whole window apart', () => {
    assert.deepEqual(busiest(Uint32Array.of(100, 159, 160), 60), { count: 2, start: 100 });
    assert.deepEqual(busiest(Uint32Array.of(100, 160), 60), { count: 1, start: 100 });
  });

  it('is none without requests', () => assert.equal(busiest(new Uint32Array(0), 60).count, 0));

  it('is found in logs that are not quite in order', () => {
    const time = Uint32Array.of(50, 10, 40, 20, 30);
    assert.deepEqual([...sortedTimes(time, Uint32Array.of(0, 1, 3))], [10, 20, 50]);
    assert.deepEqual([...sortedTimes(time, Uint32Array.of(1, 3, 4))], [10, 20, 30]);
  });
});

describe('Groups of rows', () => {
  it('hold the rows of each value in order, and none without a value', () => {
    const random = new SeededRandom(10);
    const column = Uint32Array.from({ length: 500 }, () => random.pick([0, 1, 2, 4, NO_ENTRY]));
    const groups = groupRows(column, 5);
    for (let id = 0; id < 5; id++) {
      const rows = [...column.keys()].filter((row) => column[row] === id);
      assert.deepEqual([...rowsOf(groups, id)], rows);
    }
  });
});

describe('Counts of values', () => {
  it('agree with a Map, the absent value included, call after call', () => {
    const random = new SeededRandom(11);
    for (let turn = 0; turn < 50; turn++) {
      const most = random.pick([1, 20, 3000]);
      const column = Uint32Array.from({ length: 200 }, () => random.pick([NO_ENTRY, random.integer(0, most)]));
      const rows = Uint32Array.from([...column.keys()].filter(() => random.next() < 0.5));
      const expected = new Map<number, number>();
      for (const row of rows) expected.set(column[row]!, (expected.get(column[row]!) ?? 0) + 1);
      assert.deepEqual(countValues(column, rows), [...expected]);
      const counts = tally(column, rows).map(([, count]) => count);
      assert.deepEqual(
        counts,
        [...expected.values()].toSorted((a, b) => b - a),
      );
    }
  });
});
