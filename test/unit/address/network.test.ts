import assert from 'node:assert/strict';
import { networkOf } from '../../../server/src/address/network';
import { parseAddress } from '../../../server/src/address/parseAddress';

function network(text: string) {
  const address = parseAddress(text);
  assert.ok(address, text);
  return networkOf(address);
}

describe('networkOf', () => {
  it('is the /24 of an IPv4 address and the /64 of an IPv6 address', () => {
    const addresses = [
      '182.16.27.106',
      '255.255.255.255',
      '2001:db8:1:2:3:4:5:6',
      '2001:db8::1',
      'ffff:ffff:ffff:ffff::',
      '::1',
    ];
    assert.deepEqual(
      addresses.map((text) => network(text).text),
      ['182.16.27.0/24', '255.255.255.0/24', '2001:db8:1:2::/64', '2001:db8::/64', 'ffff:ffff:ffff:ffff::/64', '::/64'],
    );
  });

  it('has equal keys for neighbours and different keys for all others', () => {
    assert.equal(network('192.0.2.1').key, network('::ffff:192.0.2.254').key);
    assert.equal(network('2001:db8:0:1::1').key, network('2001:db8:0:1:ffff::').key);
    assert.notEqual(network('192.0.2.1').key, network('192.0.3.1').key);
    assert.notEqual(network('2001:db8:0:1::1').key, network('2001:db8:0:2::1').key);
    assert.notEqual(network('0.0.1.0').key, network('0:0:0:1::').key);
  });

  it('has keys in the order of the networks, IPv4 before IPv6', () => {
    const ordered = ['0.0.0.1', '9.9.9.9', '10.0.0.1', '203.0.113.1', '255.255.255.255', '::', '2001:db8::', 'fe80::1'];
    const keys = ordered.map((text) => network(text).key);
    assert.ok(keys.every((key, position) => position === 0 || (keys[position - 1] ?? key) < key));
  });
});
