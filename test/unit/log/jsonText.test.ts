import assert from 'node:assert/strict';
import { unescapeJson } from '../../../server/src/log/jsonText';

function unescape(text: string): string {
  const bytes = Buffer.from(text);
  return bytes.toString('utf8', 0, unescapeJson(bytes, 0, bytes.length, bytes, 0));
}

describe('Escapes of JSON strings', () => {
  for (const text of ['', 'plain', 'a"b\\c/d', '\b\f\n\r\t\u0000', 'é お知らせ 😀', '\\u0041']) {
    it(`are undone as JSON.parse does in ${JSON.stringify(text)}`, () => {
      const written = JSON.stringify(text).slice(1, -1);
      const inAscii = written.replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
      assert.equal(unescape(written), text);
      assert.equal(unescape(inAscii), text);
    });
  }

  it('may be written in front of slashes', () => assert.equal(unescape('\\/a\\/b'), '/a/b'));

  it('stay where they are cut or none', () => {
    for (const text of ['\\', '\\u00', '\\u00zz', 'x\\u']) assert.equal(unescape(text), text);
  });

  it('become U+FFFD where half of a pair is missing', () => {
    assert.equal(unescape('\\ud83d!'), '\ufffd!');
    assert.equal(unescape('\\ude00'), '\ufffd');
  });

  it('tell where each byte comes from', () => {
    const bytes = Buffer.from('a\\u00e9\\nb');
    const places = new Uint32Array(bytes.length);
    const end = unescapeJson(bytes, 0, bytes.length, Buffer.alloc(20), 0, places);
    assert.deepEqual([...places.subarray(0, end)], [0, 1, 1, 7, 9]);
  });
});
