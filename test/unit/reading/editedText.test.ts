import assert from 'node:assert/strict';
import { encodeText } from '../../../server/src/encodeText';
import { EditedText } from '../../../server/src/editedText';
import { SeededRandom } from '../../support/random';

const URI = 'file:///a.log';

function edit(text: EditedText, start: number, end: number, added: string): void {
  const range = { start: { line: 0, character: start }, end: { line: 0, character: end } };
  EditedText.update(text, [{ range, text: added }], text.version + 1);
}

describe('A text that is edited', () => {
  it('knows how much of its beginning is as it was', () => {
    const text = EditedText.create(URI, 'access-log', 1, 'abcdef');
    assert.equal(text.unchanged, 0);
    assert.equal(text.take(), 'abcdef');
    edit(text, 5, 5, 'x');
    edit(text, 3, 4, '');
    edit(text, 6, 6, 'y');
    assert.equal(text.unchanged, 3);
    assert.equal(text.take(), 'abcexfy');
    assert.ok(text.unchanged > 7);
    EditedText.update(text, [{ text: 'other' }], 9);
    assert.deepEqual([text.unchanged, text.take(), text.version, text.uri], [0, 'other', 9, URI]);
  });
});

describe('A text in UTF-8', () => {
  it('is that of the platform, however long it is', async () => {
    const random = new SeededRandom(3);
    for (const length of [0, 1, 1024 * 1024 - 1, 1024 * 1024, 3 * 1024 * 1024]) {
      const text = random.pick(['a', 'あ']).repeat(length) + '🙂'.repeat(random.integer(0, 3)) + 'é'.repeat(length);
      const bytes = await encodeText(text);
      assert.ok(Buffer.from(text).equals(bytes));
      assert.ok(bytes.buffer instanceof SharedArrayBuffer);
    }
  });
});
