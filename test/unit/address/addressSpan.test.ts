import assert from 'node:assert/strict';
import { addressText, isInSpan, parseSpan, prefixesOf, spanBetween } from '../../../server/src/address/addressSpan';
import { parseAddress } from '../../../server/src/address/parseAddress';

/** A network's text read and written as networks of CIDR notation. */
function cidrs(text: string): string[] | undefined {
  const span = parseSpan(text);
  return span && prefixesOf(span).map(({ first, bits }) => `${addressText(span.family, first)}/${bits}`);
}

describe('A span of addresses', () => {
  const networks: [text: string, cidrs: string[]][] = [
    ['192.0.2.0 - 192.0.2.255', ['192.0.2.0/24']],
    ['192.0.2.0-192.0.2.255', ['192.0.2.0/24']],
    ['192.0.2.1 - 192.0.2.6', ['192.0.2.1/32', '192.0.2.2/31', '192.0.2.4/31', '192.0.2.6/32']],
    ['192.0.2.77', ['192.0.2.77/32']],
    ['192.0.2.77/24', ['192.0.2.0/24']],
    ['200.7.84/23', ['200.7.84.0/23']],
    ['10/8', ['10.0.0.0/8']],
    ['203.0.113.0 - 203.0.113.255 (/24)', ['203.0.113.0/24']],
    ['0.0.0.0 - 255.255.255.255', ['0.0.0.0/0']],
    ['2001:db8::/32', ['2001:db8::/32']],
    ['2001:db8:: - 2001:db8:0:2::', ['2001:db8::/63', '2001:db8:0:2::/128']],
    ['::/0', ['::/0']],
  ];
  for (const [text, expected] of networks) {
    it(`is read from ${text}`, () => assert.deepEqual(cidrs(text), expected));
  }

  it('is nothing else', () => {
    const texts = [
      '',
      '-',
      ' - ',
      '192.0.2.9 - 192.0.2.1',
      '192.0.2.0 - 2001:db8::',
      '192.0.2.0/33',
      '192.0.2/24 x',
      '1 - 2 - 3',
    ];
    for (const text of texts) assert.equal(parseSpan(text), undefined, text);
    assert.equal(spanBetween('host.example', '192.0.2.1'), undefined);
  });

  it('has the addresses between its ends, and those', () => {
    const span = parseSpan('192.0.2.16 - 192.0.2.31')!;
    const inside = ['192.0.2.15', '192.0.2.16', '192.0.2.31', '192.0.2.32', '2001:db8::1'].map((text) =>
      isInSpan(span, parseAddress(text)!),
    );
    assert.deepEqual(inside, [false, true, true, false, false]);
  });
});
