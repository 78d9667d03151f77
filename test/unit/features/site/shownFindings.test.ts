import assert from 'node:assert/strict';
import { shownFindings } from '../../../../server/src/features/site/shownFindings';
import { parseDecodedUri } from '../../../../server/src/protocol';
import { findingOfSite, SITE } from '../../../support/siteFindings';

describe('A finding as the editor shows it', () => {
  it('stands at its place, counted from 0', () => {
    const [shown] = shownFindings(SITE, [findingOfSite()]);
    assert.deepEqual([shown?.file, shown?.line, shown?.column, shown?.endColumn], ['l.php', 2, 4, 11]);
    assert.deepEqual(shown?.related, []);
    const [whole] = shownFindings(SITE, [findingOfSite({ places: [{ file: 'l.php' }] })]);
    assert.deepEqual([whole?.line, whole?.column, whole?.endColumn], [undefined, undefined, undefined]);
  });

  it('names every step of the way with its stretch', () => {
    const places = [
      { file: 'l.php', line: 3, column: 5, endColumn: 12, note: 'comes in' },
      { file: 'm.php', line: 4, column: 1, note: 'goes\u202eon' },
      { file: 'n.php', line: 5 },
    ];
    const [shown] = shownFindings(SITE, [findingOfSite({ places })]);
    assert.deepEqual(shown?.related, [
      { file: 'l.php', line: 2, column: 4, endColumn: 11, note: 'comes in' },
      { file: 'm.php', line: 3, column: 0, note: 'goes\\u{202e}on' },
      { file: 'n.php', line: 4, column: 0, note: '' },
    ]);
  });

  it('leaves out steps that lie within what is marked anyway', () => {
    const note = 'x';
    const place = (column: number, endColumn: number, line = 3) => ({ file: 'l.php', line, column, endColumn, note });
    const [within] = shownFindings(SITE, [findingOfSite({ places: [place(5, 50), place(5, 50), place(20, 30)] })]);
    assert.deepEqual(within?.related, []);
    const [both] = shownFindings(SITE, [findingOfSite({ places: [place(5, 50), place(20, 30), place(5, 9, 4)] })]);
    assert.deepEqual(
      both?.related.map(({ line, column }) => [line, column]),
      [
        [2, 4],
        [3, 4],
      ],
    );
  });

  it('quotes no words that no window is wide enough for, and Japanese in full', () => {
    const japanese = 'これは隠されたプログラムを動かします。'.repeat(5);
    const places = [findingOfSite().places[0]!, { file: 'm.php', line: 4, note: `${japanese}${'x'.repeat(100)}` }];
    const [shown] = shownFindings(SITE, [findingOfSite({ places })]);
    assert.equal(shown?.related[1]?.note, `${japanese}${'x'.repeat(48)}…`);
  });

  it('leads to the decoded text of just this finding', () => {
    const decoded = { text: 'a();\n\u0000b();', truncated: false };
    const [none, first, second] = shownFindings(SITE, [
      findingOfSite(),
      findingOfSite({ decoded }),
      findingOfSite({ rule: 'disguised-php', decoded }),
    ]);
    assert.equal(none?.decoded, undefined);
    assert.ok(first?.decoded);
    assert.equal(first.decoded.excerpt, 'a(); \\x00b();');
    assert.equal(parseDecodedUri(first.decoded.document)?.nth, 1);
    assert.equal(parseDecodedUri(second?.decoded?.document ?? '')?.nth, 0);
  });
});
