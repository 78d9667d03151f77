import assert from 'node:assert/strict';
import { visibleJson } from '../../../server/src/report/json';
import { HOSTILE_TEXTS } from '../../support/hostile';

describe('Data as JSON', () => {
  for (const [name, text] of Object.entries(HOSTILE_TEXTS)) {
    it(`reads back as it was, and hides nothing, where it holds ${name}`, () => {
      const json = visibleJson({ text, [text]: [text] });
      assert.deepEqual(JSON.parse(json), { text, [text]: [text] });
      assert.doesNotMatch(json.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    });
  }

  it('writes signs beyond the first plane as two numbers', () => {
    assert.equal(visibleJson('\u{e0061}'), String.raw`"\udb40\udc61"`);
    assert.equal(visibleJson('😀'), '"😀"');
  });
});
