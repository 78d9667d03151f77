import assert from 'node:assert/strict';
import { combineSteps, type Range, type Step, stepsOf, wholeNetworks } from '../../../scripts/addressData/ranges';

const range = (first: bigint, last: bigint, value: number): Range => ({ first, last, value });
const step = (start: bigint, value: number): Step => ({ start, value });

function valueAt(steps: readonly Step[], place: bigint): number {
  return steps.findLast(({ start }) => start <= place)?.value ?? 0;
}

function randomNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

describe('stepsOf', () => {
  it('leaves gaps empty and joins neighbours of equal value', () => {
    assert.deepEqual(stepsOf([range(1n, 2n, 7), range(3n, 4n, 7), range(6n, 6n, 8)]), [
      step(1n, 7),
      step(5n, 0),
      step(6n, 8),
      step(7n, 0),
    ]);
  });

  it('lets a range inside another win and the outer go on behind it', () => {
    assert.deepEqual(stepsOf([range(0n, 9n, 1), range(3n, 5n, 2), range(4n, 4n, 3)]), [
      step(0n, 1),
      step(3n, 2),
      step(4n, 3),
      step(5n, 2),
      step(6n, 1),
      step(10n, 0),
    ]);
  });

  it('equals a search for the last range that holds a place, for random overlapping ranges', () => {
    const random = randomNumbers(1);
    for (let round = 0; round < 300; round++) {
      const ranges = Array.from({ length: 12 }, () => {
        const first = random(40);
        return range(BigInt(first), BigInt(first + random(12)), 1 + random(3));
      }).toSorted((one, other) => Number(one.first - other.first));
      const steps = stepsOf(ranges);
      for (let place = 0n; place < 60n; place++) {
        const expected = ranges.findLast(({ first, last }) => first <= place && place <= last)?.value ?? 0;
        assert.equal(valueAt(steps, place), expected, `round ${round}, place ${place}`);
      }
      assert.ok(steps.every(({ value }, position) => value !== (steps[position - 1]?.value ?? 0)));
    }
  });

  it('refuses ranges out of order', () => {
    assert.throws(() => stepsOf([range(5n, 6n, 1), range(1n, 2n, 1)]), /not in order at 1/);
  });
});

describe('combineSteps', () => {
  it('cuts at the steps of both and asks for each value', () => {
    const one = [step(1n, 1), step(5n, 0)];
    const other = [step(0n, 2), step(3n, 0), step(5n, 3), step(9n, 0)];
    assert.deepEqual(
      combineSteps(one, other, (left, right) => left * 10 + right),
      [step(0n, 2), step(1n, 12), step(3n, 10), step(5n, 3), step(9n, 0)],
    );
  });

  it('joins neighbours that come out equal', () => {
    assert.deepEqual(
      combineSteps([step(1n, 1), step(5n, 2)], [], () => 4),
      [step(1n, 4)],
    );
  });
});

describe('wholeNetworks', () => {
  const network = 1n << 64n;

  it('gives a /64 the value of its first address', () => {
    const ranges = [range(2n * network, 4n * network + 7n, 1), range(4n * network + 8n, 6n * network - 1n, 2)];
    assert.deepEqual(wholeNetworks(ranges), [range(2n, 4n, 1), range(5n, 5n, 2)]);
  });

  it('drops ranges within a /64', () => {
    assert.deepEqual(wholeNetworks([range(network + 5n, network + 9n, 1)]), []);
  });
});
