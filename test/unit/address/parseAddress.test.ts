import assert from 'node:assert/strict';
import { isIPv4, isIPv6 } from 'node:net';
import type { AddressKind } from '../../../server/src/address/addressKind';
import { parseAddress } from '../../../server/src/address/parseAddress';

describe('parseAddress', () => {
  it('normalises every notation of an address to one text', () => {
    const notations: [text: string, expected: string][] = [
      ['192.0.2.1', '192.0.2.1'],
      ['192.0.2.1:8080', '192.0.2.1'],
      ['::ffff:192.0.2.1', '192.0.2.1'],
      ['::FFFF:c000:0201', '192.0.2.1'],
      ['[::ffff:192.0.2.1]:443', '192.0.2.1'],
      ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
      ['[2001:db8::1]', '2001:db8::1'],
      ['[2001:db8::1]:443', '2001:db8::1'],
      ['2001:db8::1%eth0.1', '2001:db8::1'],
      ['[fe80::1%en-0]:80', 'fe80::1'],
      ['64:ff9b::192.0.2.1', '64:ff9b::c000:201'],
      ['::', '::'],
    ];
    assert.deepEqual(
      notations.map(([text]) => parseAddress(text)?.text),
      notations.map(([, expected]) => expected),
    );
  });

  it('takes an IPv6 address without brackets whole, since its last group could be a port', () => {
    assert.equal(parseAddress('2001:db8::1:443')?.text, '2001:db8::1:443');
  });

  it('gives the first 64 bits as two unsigned numbers', () => {
    const ipv4 = parseAddress('203.0.113.254');
    assert.deepEqual([ipv4?.family, ipv4?.high, ipv4?.low], [4, 0xcb0071fe, 0]);
    const ipv6 = parseAddress('fedc:ba98:7654:3210:1:2:3:4');
    assert.deepEqual([ipv6?.family, ipv6?.high, ipv6?.low], [6, 0xfedcba98, 0x76543210]);
  });

  it('gives undefined for host names and for what is no whole address', () => {
    const names = '- localhost crawl.example.com a.b beef dead.beef 1 1.2 1.2.3 1.2.3.4.5 %eth0 [%] [] ::: :';
    const ipv4 = '256.0.0.1 010.0.0.1 0x7f.0.0.1 192.0.2.1: 192.0.2.1:65536 192.0.2.1/24 [192.0.2.1] 192.0.2.1%eth0';
    const ipv6 = '[2001:db8::1 2001:db8::1] [2001:db8::1]: 1::2::3 1:2:3:4:5:6:7 1:2:3:4:5:6:7:8:9 2001:db8::g 12345::';
    const embedded = '::ffff:010.0.0.1 ::ffff:0x7f.0.0.1 ::192.0.2.256 2001:db8::1%';
    const others = [names, ipv4, ipv6, embedded].flatMap((texts) => texts.split(' '));
    others.push('', ' 192.0.2.1', '192.0.2.1, 192.0.2.2', '2001:db8::1\u0000', '\u0661.0.0.1');
    assert.deepEqual(
      others.filter((text) => parseAddress(text) !== undefined),
      [],
    );
  });

  it('agrees with the platform on random combinations of the characters of addresses', () => {
    const pieces = ['0', '1', '00', '9', 'f', 'ffff', '255', '256', ':', '::', '.', '192.0.2.1', 'abcde', ':1', '.1'];
    let state = 7;
    const next = (limit: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * limit);
    };
    let valid = 0;
    for (let round = 0; round < 20_000; round++) {
      const text = Array.from({ length: 1 + next(12) }, () => pieces[next(pieces.length)]).join('');
      const expected = isIPv4(text) || isIPv6(text);
      // An IPv4 address with a port is ours alone.
      if (/^[\d.]+:\d+$/.test(text)) continue;
      assert.equal(parseAddress(text) !== undefined, expected, text);
      if (expected) valid++;
    }
    assert.ok(valid > 500, `${valid} valid texts are too few to tell`);
  });

  it('refuses text longer than any address', () => {
    assert.ok(parseAddress(`fe80::1%${'e'.repeat(60)}`));
    assert.equal(parseAddress(`fe80::1%${'e'.repeat(100)}`), undefined);
  });

  it('knows the kind of an address at both ends of each special network', () => {
    const kinds: Record<AddressKind, string> = {
      public:
        '1.0.0.0 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 172.15.255.255 ' +
        '172.32.0.0 192.0.3.0 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 203.0.112.255 203.0.114.0 ' +
        '223.255.255.255 2000:: 2001:0:1:: 2001:200:: 2001:db7:ffff:: 2001:db9:: 2002:c000:201::1 3ffe:ffff:: ' +
        '64:ff9b::808:808',
      private:
        '10.0.0.0 10.255.255.255 172.16.0.0 172.31.255.255 192.168.0.0 192.168.255.255 fc00:: fdff:ffff::1 ' +
        'fec0::1 ::ffff:10.1.2.3',
      loopback: '127.0.0.1 127.255.255.255 ::1',
      'link-local': '169.254.0.0 169.254.255.255 fe80::1 febf:ffff::',
      'carrier-grade-nat': '100.64.0.0 100.127.255.255',
      documentation: '192.0.2.255 198.51.100.0 203.0.113.255 233.252.0.1 2001:db8:ffff:: 3fff:fff::',
      benchmarking: '198.18.0.0 198.19.255.255 2001:2:0:ffff::',
      multicast: '224.0.0.1 239.255.255.255 ff02::1',
      broadcast: '255.255.255.255',
      unspecified: '0.0.0.0 0.1.2.3 ::',
      reserved: '192.0.0.8 192.88.99.1 240.0.0.1 255.255.255.254 100:: 2001:10:: 4000:: ::2',
    };
    for (const [kind, texts] of Object.entries(kinds)) {
      for (const text of texts.split(' ')) assert.equal(parseAddress(text)?.kind, kind, text);
    }
  });
});
