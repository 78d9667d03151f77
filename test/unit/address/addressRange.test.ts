import assert from 'node:assert/strict';
import { isInRange, parseAddressRange } from '../../../server/src/address/addressRange';
import { parseAddress } from '../../../server/src/address/parseAddress';

function holds(range: string, address: string): boolean {
  return isInRange(parseAddressRange(range)!, parseAddress(address)!);
}

describe('A range of addresses', () => {
  const cases: [range: string, inside: string[], outside: string[]][] = [
    ['192.0.2.1', ['192.0.2.1', '192.0.2.1:8080', '::ffff:192.0.2.1'], ['192.0.2.2', '2001:db8::1']],
    ['192.0.2.0/24', ['192.0.2.0', '192.0.2.255'], ['192.0.1.255', '192.0.3.0']],
    ['192.0.2.77/24', ['192.0.2.0', '192.0.2.255'], ['192.0.3.77']],
    ['192.0.2.8/29', ['192.0.2.8', '192.0.2.15'], ['192.0.2.7', '192.0.2.16']],
    ['192.0.2.1/32', ['192.0.2.1'], ['192.0.2.0']],
    ['192.0.2.0/31', ['192.0.2.0', '192.0.2.1'], ['192.0.2.2']],
    ['128.0.0.0/1', ['255.255.255.255', '128.0.0.0'], ['127.255.255.255']],
    ['0.0.0.0/0', ['0.0.0.0', '203.0.113.9'], ['2001:db8::1']],
    [
      '2001:db8::1',
      ['2001:db8::1', '[2001:db8::1]:443', '2001:0DB8:0:0::0001', '2001:db8::1%eth0'],
      ['2001:db8::2', '192.0.2.1'],
    ],
    ['2001:db8::/32', ['2001:db8::', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'], ['2001:db9::', '2001:db7:ffff::']],
    ['2001:db8:0:1::/64', ['2001:db8:0:1::9'], ['2001:db8:0:2::9']],
    ['2001:db8::8/125', ['2001:db8::8', '2001:db8::f'], ['2001:db8::7', '2001:db8::10']],
    ['2001:db8::1/128', ['2001:db8::1'], ['2001:db8::']],
    ['::/0', ['::1', '2001:db8::1'], ['192.0.2.1']],
    ['::ffff:192.0.2.0/120', ['192.0.2.200', '::ffff:192.0.2.3'], ['192.0.3.1']],
    [' 192.0.2.0/24 ', ['192.0.2.5'], []],
  ];
  for (const [range, inside, outside] of cases) {
    it(`${range} holds its addresses and no others`, () => {
      for (const address of inside) assert.ok(holds(range, address), address);
      for (const address of outside) assert.ok(!holds(range, address), address);
    });
  }

  const wrong = [
    '',
    '/24',
    '192.0.2.0/',
    '192.0.2.0/33',
    '192.0.2.0/-1',
    '192.0.2.0/2 4',
    '192.0.2.0/24/8',
    '192.0.2/24',
    '192.0.2.0/255.255.255.0',
    '192.0.2.*',
    '010.0.0.1/8',
    '2001:db8::/129',
    '2001:db8::/1e1',
    '::ffff:192.0.2.0/24',
    'proxy.example.jp',
    `${'1'.repeat(200)}/8`,
  ];
  for (const text of wrong) {
    it(`is not ${JSON.stringify(text.slice(0, 40))}`, () => assert.equal(parseAddressRange(text), undefined));
  }
});
