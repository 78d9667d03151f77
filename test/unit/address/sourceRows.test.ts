import assert from 'node:assert/strict';
import { countryRanges, organisationName, sortedSystems, systemRanges } from '../../../scripts/addressData/sourceRows';

describe('rows of the source data', () => {
  it('reads AS rows with quoted and plain names', () => {
    const names = new Map<number, string>();
    const csv = '16777216,16777471,13335,"Cloudflare, Inc."\n16778240,16779263,4608,"The ""A"" Co"\n1,2,7,Plain Ltd\n';
    assert.deepEqual(systemRanges(csv, names), [
      { first: 16_777_216n, last: 16_777_471n, value: 13_335 },
      { first: 16_778_240n, last: 16_779_263n, value: 4_608 },
      { first: 1n, last: 2n, value: 7 },
    ]);
    assert.deepEqual(sortedSystems(names), [
      { asn: 7, organisation: 'Plain Ltd' },
      { asn: 4_608, organisation: 'The "A" Co' },
      { asn: 13_335, organisation: 'Cloudflare, Inc.' },
    ]);
  });

  it('numbers countries across files and leaves out codes that are no country', () => {
    const countries: string[] = [];
    assert.deepEqual(
      countryRanges('1,2,JP\n3,4,EU\n5,6,HK\n', countries).map(({ value }) => value),
      [1, 2],
    );
    assert.deepEqual(
      countryRanges('42540488161975842760550356425300246528,42540488161975842760550356425300246529,HK\n', countries),
      [
        {
          first: 42_540_488_161_975_842_760_550_356_425_300_246_528n,
          last: 42_540_488_161_975_842_760_550_356_425_300_246_529n,
          value: 2,
        },
      ],
    );
    assert.deepEqual(countries, ['JP', 'HK']);
  });

  it('stops at a row that it does not understand', () => {
    assert.throws(() => countryRanges('1,2,JP\nx\n', []), /Not a row: x/);
    assert.throws(() => countryRanges('1,2,japan\n', []), /Not a country: japan/);
    assert.throws(() => systemRanges('1,2,AS7,name\n', new Map()), /Not an AS row/);
  });

  it('makes names one line of plain text', () => {
    assert.equal(organisationName(1, ' A\u001b[31mB\u202eC\u200b  D\tE\r\n'), 'A[31mBC D E');
    assert.equal(organisationName(1, 'Telecom \u00ad ME'), 'Telecom ME');
    assert.equal(organisationName(1, '<b>A</b> | `B`'), '<b>A</b> | `B`');
  });

  it('takes repeated names once and names that say nothing as unknown', () => {
    assert.equal(organisationName(1, 'Réseau - Un - Réseau - Un'), 'Réseau - Un');
    assert.equal(organisationName(1, 'A - B'), 'A - B');
    assert.equal(organisationName(64_515, 'AS64515'), '');
    assert.equal(organisationName(1, 'AS64515'), 'AS64515');
    assert.equal(organisationName(1, '-Reserved AS-'), '');
  });
});
