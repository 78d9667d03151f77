import assert from 'node:assert/strict';
import { busiest, topNames, type NameCounts } from '../../../../server/src/features/dashboard/topNames';
import { SeededRandom } from '../../../support/random';

function namesOf(counts: Readonly<Record<string, number>>): NameCounts {
  const names = Object.keys(counts);
  return { counts: Uint32Array.from(Object.values(counts)), nameOf: (id) => names[id]! };
}

describe('The busiest names', () => {
  it('are those with the highest counts, and none with 0', () => {
    const random = new SeededRandom(3);
    for (let round = 0; round < 100; round++) {
      const counts = Uint32Array.from({ length: random.integer(0, 40) }, () => random.integer(0, 9));
      const most = random.integer(1, 12);
      const expected = Array.from(counts, (count, id) => [id, count] as const)
        .filter(([, count]) => count > 0)
        .toSorted((a, b) => b[1] - a[1])
        .slice(0, most);
      assert.deepEqual(
        busiest(counts, most),
        expected.map(([id]) => id),
      );
    }
  });

  it('of several logs are counted in all of them', () => {
    const logs = [namesOf({ a: 5, b: 4, c: 1 }), namesOf({ b: 2, c: 9, d: 3, e: 0 })];
    const { listed, others } = topNames(logs, 2);
    assert.deepEqual(listed, [
      { name: 'c', count: 10 },
      { name: 'b', count: 6 },
    ]);
    assert.equal(others, 8);
  });
});
