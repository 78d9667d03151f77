import assert from 'node:assert/strict';
import { decodedDocument, decodedExcerpt } from '../../../../server/src/features/site/decodedText';
import { decodedUri, isFindingOfSite, parseDecodedUri, type FindingOfSite } from '../../../../server/src/protocol';
import { HOSTILE_TEXTS } from '../../../support/hostile';
import { findingOfSite, SITE } from '../../../support/siteFindings';

const KEY: FindingOfSite = { folder: SITE, file: 'images/l.php', rule: 'suspicious-code', nth: 0 };

function documentOf(text: string, file = 'images/l.php', truncated = false): string[] {
  return decodedDocument(file, findingOfSite({ decoded: { text, truncated } })).split('\n');
}

describe('The document of what hidden code says', () => {
  it('says in its first line that it is only text of which file, in a comment of the language', () => {
    assert.match(documentOf('a();')[0]!, /^<\?php \/\/ Only text, .* in images\/l\.php says\.$/);
    assert.match(documentOf('?><b><?php a();')[0]!, /^<!-- Only text, .* -->$/);
    assert.match(documentOf('a();', 'js/x.js')[0]!, /^\/\/ Only text, /);
    assert.deepEqual(documentOf('a();\r\nb();').slice(2), ['a();', 'b();', '']);
  });

  it('says when there is more', () => {
    assert.match(documentOf('a();', 'l.php', true)[1]!, /^\/\/ These are its first 4 characters/);
  });

  it('breaks long lines, and says so', () => {
    const lines = documentOf('call();'.repeat(30));
    assert.match(lines[1]!, /^\/\/ Long lines are broken/);
    assert.equal(lines.filter((line) => line === 'call();').length, 30);
  });

  it('says what to do when the finding is not known any more', () => {
    for (const finding of [undefined, findingOfSite()]) {
      assert.match(decodedDocument('l.php', finding), /Audit Site Folder/);
    }
  });

  for (const [name, text] of Object.entries(HOSTILE_TEXTS)) {
    it(`hides nothing where the code or the file's name holds ${name}`, () => {
      const lines = documentOf(text, text);
      assert.equal(lines.length, 3 + text.split(/\r\n|[\n\r]/).length);
      for (const line of lines) assert.doesNotMatch(line, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      const excerpt = decodedExcerpt({ text: `${text} ${'x'.repeat(9000)}`, truncated: true });
      assert.doesNotMatch(excerpt, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      assert.ok(excerpt.length < 600 && excerpt.endsWith('…'));
    });
  }
});

describe('The address of what hidden code says', () => {
  for (const file of ['images/l.php', '100%/ä b?c#d&e.php', 'x.js', 'a\u202egnp.php', 'ファイル.jpg', '\ud800.php']) {
    it(`leads back to the finding in ${JSON.stringify(file)}`, () => {
      const uri = decodedUri({ ...KEY, file });
      assert.deepEqual(parseDecodedUri(uri), { ...KEY, file });
      const shown = decodeURIComponent(uri.slice(0, uri.indexOf('?')));
      assert.match(shown, file.endsWith('.js') ? /\.js$/ : /\.php$/);
      assert.doesNotMatch(shown, /\p{C}/u);
    });
  }

  it('is nothing else', () => {
    for (const uri of ['', 'file:///x', 'site-decoded:/x', 'site-decoded:/x?%7B%7D', 'site-decoded:/x?%']) {
      assert.equal(parseDecodedUri(uri), undefined);
    }
    for (const value of [null, 5, {}, { ...KEY, nth: -1 }, { ...KEY, nth: '0' }, { ...KEY, file: 5 }]) {
      assert.equal(isFindingOfSite(value), false);
    }
  });
});
