import assert from 'node:assert/strict';
import {
  clampTop,
  geometryOf,
  scrollOfTop,
  TALLEST_SCROLL,
  topOfScroll,
  topShowing,
  visibleRows,
} from '../../../client/webview/logView/scrollGeometry';
import { SeededRandom } from '../../support/random';

const ROW = 20;
const VIEW = 600;
/** Lines of the largest log that is read. */
const MANY = 67_108_864;

describe('Scrolling through rows', () => {
  for (const rows of [100, 399_999, 10_000_000, MANY]) {
    const geometry = geometryOf(rows, ROW, VIEW);

    it(`reaches the first and the last of ${rows} rows with the scroll bar`, () => {
      assert.equal(topOfScroll(geometry, 0), 0);
      const end = topOfScroll(geometry, geometry.scrollHeight - VIEW);
      const { first, end: last } = visibleRows(end, ROW, VIEW, rows, 0);
      assert.deepEqual([first, last], [rows - VIEW / ROW, rows]);
    });

    it(`puts the scroll bar of ${rows} rows where it leads back to the same place`, () => {
      const random = new SeededRandom(rows);
      for (let turn = 0; turn < 100; turn++) {
        const top = random.next() * (rows * ROW - VIEW);
        const there = topOfScroll(geometry, scrollOfTop(geometry, top));
        assert.ok(Math.abs(there - top) < 0.01, `${top} ${there}`);
      }
    });
  }

  it('needs no element that is taller than browsers take', () => {
    assert.ok(TALLEST_SCROLL < 2 ** 31 / 64);
    assert.equal(geometryOf(MANY, ROW, VIEW).scrollHeight, TALLEST_SCROLL);
    assert.equal(geometryOf(100, ROW, VIEW).scrollHeight, 100 * ROW);
  });

  it('stays where it is when all rows fit', () => {
    const geometry = geometryOf(3, ROW, VIEW);
    assert.deepEqual([clampTop(geometry, 50), topOfScroll(geometry, 10), scrollOfTop(geometry, 0)], [0, 0, 0]);
    assert.deepEqual(visibleRows(0, ROW, VIEW, 3, 10), { first: 0, end: 3 });
  });

  it('draws the rows that are seen in part and some around them', () => {
    assert.deepEqual(visibleRows(1010, ROW, VIEW, 1000, 0), { first: 50, end: 81 });
    assert.deepEqual(visibleRows(1010, ROW, VIEW, 1000, 10), { first: 40, end: 91 });
    assert.deepEqual(visibleRows(0, ROW, VIEW, 0, 10), { first: 0, end: 0 });
  });

  it('goes no further than it takes to show a row', () => {
    const geometry = geometryOf(1000, ROW, VIEW);
    assert.equal(topShowing(geometry, 1000, 60, ROW), 1000);
    assert.equal(topShowing(geometry, 1000, 40, ROW), 800);
    assert.equal(topShowing(geometry, 1000, 100, ROW), 101 * ROW - VIEW);
    assert.equal(topShowing(geometry, 1000, 40, ROW, 5), 700);
    assert.equal(topShowing(geometry, 1000, 999, ROW, 5), 1000 * ROW - VIEW);
    assert.equal(topShowing(geometry, 1000, 0, ROW, 5), 0);
  });
});
