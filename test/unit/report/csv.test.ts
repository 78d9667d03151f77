import assert from 'node:assert/strict';
import { csvTable } from '../../../server/src/report/csv';
import { HOSTILE_TEXTS } from '../../support/hostile';

/** Reads what RFC 4180 says is written. */
function readCsv(text: string): string[][] {
  const rows = text.split('\r\n');
  assert.equal(rows.pop(), '');
  return rows.map((row) =>
    [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) =>
      quoted === undefined ? plain! : quoted.replaceAll('""', '"'),
    ),
  );
}

describe('A table for spreadsheets', () => {
  it('has a line for each row, and its cells', () => {
    assert.equal(csvTable([['a', 1, undefined, 'b, "c"']]), '"a",1,,"b, ""c"""\r\n');
    assert.equal(csvTable([]), '');
  });

  it('lets no text become a formula', () => {
    const formulas = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      ' =1',
      '\u3000=1',
      '＝1+1',
      '＠x',
      '|x',
      '%x',
      '-2+3+cmd|" /C calc"!A0',
    ];
    for (const text of formulas) {
      const [[cell]] = readCsv(csvTable([[text]])) as [[string]];
      assert.ok(cell.startsWith("'"), text);
    }
  });

  it('leaves ordinary texts as they are', () => {
    const texts = ['images/l.php', '/=', 'お問い合わせ', '1,234', ''];
    assert.deepEqual(readCsv(csvTable([texts])), [texts]);
  });

  for (const [name, text] of Object.entries(HOSTILE_TEXTS)) {
    it(`keeps a text in its cell where it holds ${name}`, () => {
      const rows = readCsv(csvTable([['before', text, 'after'], ['next']]));
      assert.equal(rows.length, 2);
      assert.equal(rows[0]!.length, 3);
      assert.equal(rows[0]![2], 'after');
      assert.doesNotMatch(rows[0]![1]!, /[\p{Cc}\p{Cf}]/u);
      assert.doesNotMatch(rows[0]![1]!, /^\s*[=+\-@]/);
    });
  }
});
