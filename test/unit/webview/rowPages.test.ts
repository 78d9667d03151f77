import assert from 'node:assert/strict';
import { PAGE_ROWS, RowPages } from '../../../client/webview/logView/rowPages';

function rowsOf(page: number, count = PAGE_ROWS): string[] {
  return Array.from({ length: count }, (_, index) => `row ${page * PAGE_ROWS + index}`);
}

describe('The rows at hand', () => {
  it('are asked for once, a page at a time', () => {
    const pages = new RowPages<string>();
    assert.deepEqual(pages.missing(50, 250, 1), [0, 1, 2]);
    pages.ask(1, 1);
    assert.deepEqual(pages.missing(50, 250, 1), [0, 2]);
    pages.take(1, 1, { version: 1, rows: rowsOf(1) });
    assert.deepEqual(pages.missing(100, 200, 1), []);
    assert.equal(pages.row(150), 'row 150');
    assert.equal(pages.row(50), undefined);
    assert.deepEqual(pages.missing(0, 0, 1), []);
  });

  it('are shown until newer ones come', () => {
    const pages = new RowPages<string>();
    pages.take(0, 1, { version: 1, rows: rowsOf(0, 30) });
    assert.deepEqual(pages.missing(0, 10, 2), [0]);
    assert.equal(pages.row(10), 'row 10');
    assert.equal(pages.row(40), undefined);
    pages.take(0, 2, { version: 2, rows: rowsOf(0) });
    assert.equal(pages.row(40), 'row 40');
    pages.clear();
    assert.equal(pages.row(10), undefined);
  });

  it('are asked for again when there was no answer, or an older one', () => {
    const pages = new RowPages<string>();
    pages.ask(0, 2);
    pages.take(0, 2, undefined);
    assert.deepEqual(pages.missing(0, 10, 2), [0]);
    pages.take(0, 2, { version: 1, rows: rowsOf(0) });
    assert.deepEqual(pages.missing(0, 10, 2), [0]);
  });

  it('are not kept without end: the ones used longest ago go', () => {
    const pages = new RowPages<string>();
    for (let page = 0; page < 200; page++) {
      pages.take(page, 1, { version: 1, rows: rowsOf(page) });
      assert.equal(pages.row(0), 'row 0');
    }
    assert.equal(pages.row(5 * PAGE_ROWS), undefined);
    assert.equal(pages.row(199 * PAGE_ROWS), `row ${199 * PAGE_ROWS}`);
  });
});
