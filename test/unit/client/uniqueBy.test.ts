import assert from 'node:assert/strict';
import { uniqueBy } from '../../../client/src/uniqueBy';

describe('Elements that are alike', () => {
  it('are there once, in the place of the first', () => {
    const elements = [
      { id: 'a', at: 1 },
      { id: 'b', at: 2 },
      { id: 'a', at: 3 },
    ];
    assert.deepEqual(
      uniqueBy(elements, ({ id }) => id).map(({ at }) => at),
      [1, 2],
    );
  });
});
