import assert from 'node:assert/strict';
import { Parser } from 'htmlparser2';
import { element, htmlText } from '../../../server/src/report/html';
import { HOSTILE_TEXTS } from '../../support/hostile';

const MORE_HOSTILE_TEXTS: Readonly<Record<string, string>> = {
  ...HOSTILE_TEXTS,
  'a script': '</p></title></style><script>alert(1)</script>',
  'the end of an attribute': '" onmouseover="alert(1)" x=\' onclick=\'alert(2)',
  'half a surrogate pair': 'a\ud800b\udfff',
  'a null character': 'a\u0000b',
};

/** What a browser makes of HTML: its tags, attributes and text. */
function readHtml(html: string): { tags: string[]; attributes: string[]; text: string } {
  const tags: string[] = [];
  const attributes: string[] = [];
  let text = '';
  const parser = new Parser({
    onopentag: (name, own) => {
      tags.push(name);
      attributes.push(...Object.entries(own).map(([key, value]) => `${key}=${value}`));
    },
    ontext: (part) => (text += part),
  });
  parser.end(html);
  return { tags, attributes, text };
}

describe('HTML of reports', () => {
  it('shows ordinary texts as they are', () => {
    const text = 'a < b & "c" \'d\' お問い合わせ 🙂';
    assert.equal(readHtml(element('p', {}, text).html).text, text);
  });

  it('has elements within elements', () => {
    const { html } = element('ul', { class: 'x' }, element('li', {}, 'a'), element('li', {}, 'b'));
    assert.equal(html, '<ul class="x"><li>a</li><li>b</li></ul>');
  });

  for (const [name, text] of Object.entries(MORE_HOSTILE_TEXTS)) {
    it(`lets a text be nothing but text where it holds ${name}`, () => {
      const read = readHtml(element('p', { title: text }, text).html);
      assert.deepEqual(read.tags, ['p']);
      assert.equal(read.attributes.length, 1);
      assert.equal(read.attributes[0], `title=${read.text}`);
      assert.doesNotMatch(read.text, /[\p{Cc}\p{Cf}\p{Cs}]/u);
    });
  }

  it('cuts what is endless', () => {
    const shown = htmlText('x'.repeat(1_000_000));
    assert.ok(shown.length < 5000);
    assert.ok(shown.endsWith('…'));
  });
});
