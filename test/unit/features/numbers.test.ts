import assert from 'node:assert/strict';
import { byteSize, count, currentLocale, percent, useLocale } from '../../../server/src/numbers';
import { t, useWords } from '../../../server/src/words';

describe('Numbers', () => {
  afterEach(() => useLocale('en'));

  for (const locale of ['en', 'ja']) {
    it(`have separators in ${locale}`, () => {
      useLocale(locale);
      assert.equal(currentLocale(), locale);
      assert.deepEqual([0, 999, 5821, 1_234_567].map(count), ['0', '999', '5,821', '1,234,567']);
    });

    it(`are per cent in ${locale}, small ones with a decimal`, () => {
      useLocale(locale);
      assert.deepEqual([1, 0.984, 0.1, 0.0999, 0.004, 0].map(percent), ['100%', '98%', '10%', '10%', '0.4%', '0%']);
      assert.deepEqual([0.9979, 0.99999].map(percent), ['99.8%', '99.9%']);
    });

    it(`are sizes in ${locale}`, () => {
      useLocale(locale);
      const sizes = [0, 1023, 1024, 45 * 1024 ** 2, 3.25 * 1024 ** 3, 5000 * 1024 ** 4];
      assert.deepEqual(sizes.map(byteSize), ['0 B', '1,023 B', '1 KB', '45 MB', '3.3 GB', '5,000 TB']);
    });
  }

  it('are written as in English where the language is unknown or none', () => {
    for (const tag of ['tlh', 'not a tag', '']) {
      useLocale(tag);
      assert.equal(currentLocale(), 'en');
    }
  });
});

describe('Words', () => {
  afterEach(() => useWords({}));

  it('are translated, with the values in the translation’s order', () => {
    useWords({ '{0} requests of {1}': '{1} の {0} 件' });
    assert.equal(t('{0} requests of {1}', '5,821', '192.0.2.1'), '192.0.2.1 の 5,821 件');
    assert.equal(t('{0} findings', 2), '2 findings');
  });

  it('put values in as they are, whatever they look like', () => {
    for (const value of ['{1}', '{0}', '$&', '$1', '%s', '\\', '{']) {
      assert.equal(t('<{0}> <{1}>', value, 'second'), `<${value}> <second>`);
    }
  });
});
