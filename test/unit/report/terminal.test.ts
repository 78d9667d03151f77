import assert from 'node:assert/strict';
import { terminalText } from '../../../server/src/report/terminal';

describe('terminalText', () => {
  it('leaves ordinary text of any script as it is', () => {
    const text = 'GET /お問い合わせ?q=é&x="1" \\x1b 🙂 <b>';
    assert.equal(terminalText(text), text);
  });

  it('writes out what would act on a terminal', () => {
    assert.equal(terminalText('\u001b[31mred\u001b[0m'), '\\x1b[31mred\\x1b[0m');
    assert.equal(terminalText('\u009b2J\u0007\u0000\u007f'), '\\x9b2J\\x07\\x00\\x7f');
    assert.equal(terminalText('a\r\nb\tc'), 'a\\x0d\\x0ab\\x09c');
  });

  it('writes out what would hide or turn text around', () => {
    assert.equal(terminalText('safe\u202egpj.php'), 'safe\\u{202e}gpj.php');
    assert.equal(terminalText('a\u200bb\ufeffc\u2028d\u00ade'), 'a\\u{200b}b\\u{feff}c\\u{2028}d\\xade');
    assert.equal(terminalText('\u{e0041}\ud800'), '\\u{e0041}\\u{d800}');
  });
});
