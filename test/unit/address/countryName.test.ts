import assert from 'node:assert/strict';
import { countryCode, countryName } from '../../../server/src/address/countryName';

describe('countryName', () => {
  it('names countries in the language of the user', () => {
    assert.deepEqual(
      ['HK', 'JP', 'DE', 'XK'].map((code) => countryName(code, 'en')),
      ['Hong Kong', 'Japan', 'Germany', 'Kosovo'],
    );
    assert.deepEqual(
      ['HK', 'JP', 'US'].map((code) => countryName(code, 'ja')),
      ['香港', '日本', 'アメリカ'],
    );
  });

  it('gives the code back where there is no name for it', () => {
    assert.equal(countryName('QQ', 'en'), 'QQ');
    assert.equal(countryName('?', 'ja'), '?');
    assert.equal(countryName('', 'ja'), '');
  });

  it('speaks English where the language is unknown or malformed', () => {
    assert.equal(countryName('JP', 'not a language'), 'Japan');
    assert.equal(countryName('JP', ''), 'Japan');
  });
});

describe('countryCode', () => {
  it('knows countries by their English names, short and long', () => {
    const names = [
      'Hong Kong',
      'HONG KONG SAR CHINA',
      ' japan ',
      'United States',
      'US',
      'Germany',
      'United Kingdom',
      'UK',
    ];
    assert.deepEqual(names.map(countryCode), ['HK', 'HK', 'JP', 'US', 'US', 'DE', 'GB', 'GB']);
  });

  it('knows no others', () => {
    assert.deepEqual(['', 'Nowhere', '日本', 'QQ'].map(countryCode), [undefined, undefined, undefined, undefined]);
  });
});
