import assert from 'node:assert/strict';
import { DisplayRows } from '../../../client/webview/logView/displayRows';
import { SeededRandom } from '../../support/random';

describe('Rows with something above some of them', () => {
  it('are all there, each behind what stands above it', () => {
    const random = new SeededRandom(7);
    for (let turn = 0; turn < 50; turn++) {
      const rows = random.integer(0, 30);
      const lensRows = Array.from({ length: random.integer(0, 8) }, () => random.integer(0, 35));
      const expected = Array.from({ length: rows }, (_, row) => [
        ...(lensRows.includes(row) ? [{ kind: 'lens', row }] : []),
        { kind: 'line', row },
      ]).flat();
      const display = new DisplayRows(rows, lensRows);
      assert.equal(display.count, expected.length);
      assert.deepEqual(
        expected.map((_, place) => display.at(place)),
        expected,
      );
      for (let row = 0; row < rows; row++) {
        assert.deepEqual(expected[display.placeOf(row)], { kind: 'line', row });
      }
    }
  });
});
