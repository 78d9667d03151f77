import assert from 'node:assert/strict';
import { Dictionary, DictionaryBuilder } from '../../../server/src/log/dictionary';
import { SeededRandom } from '../../support/random';

function intern(builder: DictionaryBuilder, text: string, guess?: number): number {
  // Strings never begin at 0 in a log, so they don't here.
  const bytes = Buffer.from(`--${text}--`);
  return builder.intern(bytes, 2, bytes.length - 2, guess);
}

describe('Dictionaries', () => {
  it('number strings in order of first appearance', () => {
    const builder = new DictionaryBuilder();
    assert.deepEqual(
      ['b', 'a', 'b', '', 'a', ''].map((text) => intern(builder, text)),
      [0, 1, 0, 2, 1, 2],
    );
    assert.equal(builder.size, 3);
  });

  it('agree with a Map over 100,000 strings of all lengths', () => {
    const random = new SeededRandom(4);
    const builder = new DictionaryBuilder();
    const expected = new Map<string, number>();
    for (let count = 0; count < 200_000; count++) {
      const text = `${'x'.repeat(random.integer(0, 9))}${random.integer(0, 150_000)}`;
      const id = expected.get(text) ?? expected.size;
      expected.set(text, id);
      assert.equal(intern(builder, text), id);
    }
    assert.ok(expected.size > 100_000);
    const dictionary = new Dictionary(builder.take());
    assert.equal(dictionary.size, expected.size);
    for (const [text, id] of expected) assert.equal(dictionary.text(id), text);
  });

  it('tell strings apart that differ in one byte or in length', () => {
    const builder = new DictionaryBuilder();
    const texts = Array.from({ length: 40 }, (_, length) => ['a'.repeat(length), `${'a'.repeat(length)}b`]).flat();
    texts.forEach((text) => intern(builder, text));
    assert.equal(builder.size, new Set(texts).size);
  });

  it('take a right guess and do not trust a wrong one', () => {
    const builder = new DictionaryBuilder();
    intern(builder, 'a');
    intern(builder, 'b');
    assert.equal(intern(builder, 'b', 1), 1);
    assert.equal(intern(builder, 'b', 0), 1);
    assert.equal(intern(builder, 'c', 0), 2);
  });

  it('hold a string longer than all before', () => {
    const builder = new DictionaryBuilder();
    intern(builder, 'a');
    intern(builder, 'x'.repeat(100_000));
    const dictionary = new Dictionary(builder.take());
    assert.equal(dictionary.text(1).length, 100_000);
    assert.equal(dictionary.text(0), 'a');
  });

  it('find a string by its text, also one that is not UTF-8', () => {
    const builder = new DictionaryBuilder();
    intern(builder, 'お知らせ');
    builder.intern(Buffer.of(0x2f, 0xff), 0, 2);
    const dictionary = new Dictionary(builder.take());
    assert.equal(dictionary.find('お知らせ'), 0);
    assert.equal(dictionary.find('/\u{fffd}'), 1);
    assert.equal(dictionary.find('お知ら'), undefined);
    assert.equal(dictionary.find(''), undefined);
  });
});
