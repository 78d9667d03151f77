import assert from 'node:assert/strict';
import { countLines, countList } from '../../../server/src/features/counts';
import { markdownTable, markdownText } from '../../../server/src/report/markdown';
import { shortened } from '../../../server/src/shortened';
import { HOSTILE_TEXTS } from '../../support/hostile';

/** What a reader of CommonMark sees of text in which every sign of punctuation is escaped (CommonMark 0.31 §2.4). */
function rendered(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** What is left of Markdown when its escapes are taken out: signs here would be markup. */
function unescaped(markdown: string): string {
  return markdown.replace(/\\[!-/:-@[-`{-~]/g, '');
}

describe('Text of a log in Markdown', () => {
  for (const [name, text] of Object.entries(HOSTILE_TEXTS)) {
    it(`is no more than text where it holds ${name}`, () => {
      const markdown = markdownText(text);
      assert.doesNotMatch(unescaped(markdown), /[\\`*_{}[\]()#+\-.!|<>&~$:@/\n\r]/);
      assert.doesNotMatch(markdown, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    });
  }

  it('shows what was written, and hidden signs as what they are', () => {
    assert.equal(rendered(markdownText('/a/b.php?c=[d](e)&f=*g* お知らせ 😀')), '/a/b.php?c=[d](e)&f=*g* お知らせ 😀');
    assert.equal(rendered(markdownText('a\nb\u202ec')), 'a\\x0ab\\u{202e}c');
  });

  it('is cut when it is long, between letters', () => {
    assert.equal(markdownText('x'.repeat(1_000_000)).length, 201);
    assert.equal(shortened('x'.repeat(200)), 'x'.repeat(200));
    assert.equal(shortened(`${'x'.repeat(199)}😀`), `${'x'.repeat(199)}…`);
    assert.equal(shortened('😀'.repeat(101)), `${'😀'.repeat(100)}…`);
  });

  it('keeps to its cell of a table', () => {
    const table = markdownTable([['Path', markdownText('a | b\n| c')]]);
    assert.equal(table.split('\n').length, 3);
    assert.equal(unescaped(table.split('\n')[2]!).match(/\|/g)?.length, 3);
  });

  it('is counted, the first ones by name and the rest by number', () => {
    const pairs: [string, number][] = [
      ['GET', 1200],
      ['POST', 3],
      ['*', 1],
    ];
    assert.equal(countList(pairs, 2), 'GET ×1,200, POST ×3, and 1 more');
    assert.deepEqual(countLines('Methods', pairs, 3), ['**Methods**\n\n- 1,200 × GET\n- 3 × POST\n- 1 × \\*']);
    assert.deepEqual(countLines('Methods', [], 3), []);
  });
});
