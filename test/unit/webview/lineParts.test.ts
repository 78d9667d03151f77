import assert from 'node:assert/strict';
import { lineParts, placesOf } from '../../../client/webview/logView/lineParts';
import { HOSTILE_TEXTS } from '../../support/hostile';

const token = (start: number, end: number, type = 'logClient') => ({ start, end, type, flagged: false });

describe('A line on the page', () => {
  it('is cut where tokens, what was found and shapeless characters begin and end', () => {
    const parts = lineParts(
      '192.0.2.1 GET \u001b[31m',
      [token(0, 9), token(10, 13, 'logMethod')],
      [{ start: 6, end: 12 }],
    );
    assert.deepEqual(
      parts.map(({ start, text, type, found, named }) => [start, text, type, found, named]),
      [
        [0, '192.0.', 'logClient', false, false],
        [6, '2.1', 'logClient', true, false],
        [9, ' ', undefined, true, false],
        [10, 'GE', 'logMethod', true, false],
        [12, 'T', 'logMethod', false, false],
        [13, ' ', undefined, false, false],
        [14, String.raw`\u{1b}`, undefined, false, true],
        [15, '[31m', undefined, false, false],
      ],
    );
  });

  it('names the characters that would turn it around or are not seen', () => {
    const shown = lineParts('a\u202egnp.php\u200b\u0000\u2028b\ud800', [], []).map(({ text }) => text);
    assert.equal(shown.join(''), String.raw`a\u{202e}gnp.php\u{200b}\u{0}\u{2028}b\u{d800}`);
    assert.deepEqual(
      lineParts('お知らせ\t🙂', [], []).map(({ text }) => text),
      ['お知らせ\t🙂'],
    );
    assert.deepEqual(lineParts('', [], []), []);
  });

  for (const [name, text] of Object.entries(HOSTILE_TEXTS)) {
    it(`is complete, whatever it says: ${name}`, () => {
      const parts = lineParts(text, [token(0, Math.min(3, text.length))], placesOf(text, text.slice(1, 3), true));
      const ends = [...parts.slice(1).map(({ start }) => start), text.length];
      const back = parts.map(({ start }, index) => text.slice(start, ends[index]));
      assert.equal(back.join(''), text);
    });
  }
});

describe('What was searched for', () => {
  it('is found in a line as in the log', () => {
    assert.deepEqual(placesOf('POST post Post', 'post', false), [
      { start: 0, end: 4 },
      { start: 5, end: 9 },
      { start: 10, end: 14 },
    ]);
    assert.deepEqual(placesOf('POST post', 'post', true), [{ start: 5, end: 9 }]);
    assert.deepEqual(placesOf('aaa', 'aa', true), [{ start: 0, end: 2 }]);
    assert.deepEqual(placesOf('É é', 'é', false), [{ start: 2, end: 3 }]);
    assert.deepEqual(placesOf('abc', '', false), []);
  });
});
