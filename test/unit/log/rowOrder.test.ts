import assert from 'node:assert/strict';
import { ascending, inOrderOf, joinRows } from '../../../server/src/log/rowOrder';
import { SeededRandom } from '../../support/random';

const random = new SeededRandom(31);

/** Numbers that rise but for steps back of up to `disorder`. */
function rising(count: number, disorder: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, at) => at + random.integer(0, disorder));
}

describe('Rows of a log', () => {
  it('are sorted like others, however far from order they are', () => {
    for (const disorder of [0, 3, 50, 5000]) {
      const values = rising(3000, disorder);
      const before = values.slice();
      assert.deepEqual(ascending(values), values.toSorted());
      assert.deepEqual(values, before);
    }
    assert.deepEqual(ascending(new Uint32Array(0)), new Uint32Array(0));
  });

  it('are put in the order of their times, equal times in the order of the log', () => {
    for (const disorder of [0, 3, 50, 5000]) {
      const time = rising(3000, disorder).map((each) => each >> 2);
      const rows = Uint32Array.from(time.keys()).filter(() => random.next() < 0.7);
      const expected = [...rows].toSorted((a, b) => time[a]! - time[b]! || a - b);
      assert.deepEqual([...inOrderOf(time, rows)], expected);
      assert.deepEqual([...inOrderOf(time, rows.toReversed())], expected);
    }
  });

  it('of several lists are joined in order, each as often as it is there', () => {
    for (const span of [20, 1000, 1_000_000]) {
      const lists = Array.from({ length: 5 }, () =>
        Uint32Array.from({ length: random.integer(0, 300) }, () => random.integer(0, span)),
      );
      assert.deepEqual(
        [...joinRows(lists)],
        lists.flatMap((list) => [...list]).toSorted((a, b) => a - b),
      );
    }
    const often = Array.from({ length: 600 }, () => Uint32Array.of(7));
    assert.deepEqual([...joinRows([...often, Uint32Array.of(3)])], [3, ...often.map(() => 7)]);
    assert.deepEqual(joinRows([]), new Uint32Array(0));
  });
});
