import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { allMessages, placeholders } from '../../support/messages';

type Words = Record<string, string>;

const read = (file: string): Words => JSON.parse(readFileSync(file, 'utf8')) as Words;

describe('Japanese', () => {
  const bundle = read('l10n/bundle.l10n.ja.json');
  const messages = allMessages();

  it('has every message of the code', () => {
    const missing = messages.filter(({ text }) => bundle[text] === undefined);
    assert.deepEqual(missing, []);
  });

  it('has no message that the code lost', () => {
    const used = new Set(messages.map(({ text }) => text));
    assert.deepEqual(
      Object.keys(bundle).filter((text) => !used.has(text)),
      [],
    );
  });

  it('puts in the same values as English', () => {
    const wrong = Object.entries(bundle).filter(([en, ja]) => placeholders(en).join() !== placeholders(ja).join());
    assert.deepEqual(wrong, []);
  });

  it('has every word of the manifest', () => {
    const manifest = readFileSync('package.json', 'utf8');
    const keys = [...new Set([...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key!))].toSorted();
    for (const file of ['package.nls.json', 'package.nls.ja.json']) {
      assert.deepEqual(Object.keys(read(file)).toSorted(), keys, file);
    }
  });
});
