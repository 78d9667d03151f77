import assert from 'node:assert/strict';
import { type AddressTables, encodeAddressData, reference } from '../../../scripts/addressData/encodeAddressData';
import { loadAddressData } from '../../../server/src/address/addressData';
import { parseAddress } from '../../../server/src/address/parseAddress';

function bits(text: string): bigint {
  const address = parseAddress(text);
  assert.ok(address, text);
  return address.family === 4 ? BigInt(address.high) : (BigInt(address.high) << 32n) | BigInt(address.low);
}

const tables: AddressTables = {
  date: '2026-06-17',
  countries: ['JP', 'HK'],
  systems: [
    { asn: 64_496, organisation: 'Example, "Inc."' },
    { asn: 64_497, organisation: '' },
    { asn: 4_200_000_000, organisation: 'Réseau d’exemple 例' },
  ],
  ipv4: [
    { start: bits('1.0.0.0'), value: reference(1, 1) },
    { start: bits('1.0.1.0'), value: 0 },
    { start: bits('1.0.2.1'), value: reference(2, 2) },
    { start: bits('1.0.2.2'), value: reference(0, 2) },
    { start: bits('223.255.255.255'), value: reference(3, 0) },
  ],
  ipv6: [
    { start: bits('2001:240::'), value: reference(1, 1) },
    { start: bits('2001:240:0:1::'), value: reference(3, 2) },
    { start: bits('2001:240:0:fff0::'), value: 0 },
    { start: bits('2001:241:0:5::'), value: reference(2, 0) },
    { start: bits('3ffe:ffff:ffff:ffff::'), value: reference(3, 1) },
  ],
};

const encoded = encodeAddressData(tables);

function found(text: string): unknown[] | undefined {
  const address = parseAddress(text);
  assert.ok(address, text);
  const network = loadAddressData(encoded).lookup(address);
  return network && [network.country, network.asn, network.organisation];
}

describe('compiled network data', () => {
  it('says its date', () => {
    assert.equal(loadAddressData(encoded).date, '2026-06-17');
  });

  it('gives back at both ends of each IPv4 row what was compiled', () => {
    assert.equal(found('0.255.255.255'), undefined);
    assert.deepEqual(found('1.0.0.0'), ['JP', 64_496, 'Example, "Inc."']);
    assert.deepEqual(found('1.0.0.255'), ['JP', 64_496, 'Example, "Inc."']);
    assert.equal(found('1.0.1.0'), undefined);
    assert.equal(found('1.0.2.0'), undefined);
    assert.deepEqual(found('1.0.2.1'), ['HK', 64_497, undefined]);
    assert.deepEqual(found('1.0.2.2'), ['HK', undefined, undefined]);
    assert.deepEqual(found('223.255.255.254'), ['HK', undefined, undefined]);
    assert.deepEqual(found('223.255.255.255'), [undefined, 4_200_000_000, 'Réseau d’exemple 例']);
  });

  it('gives back at both ends of each IPv6 row what was compiled', () => {
    assert.equal(found('2001:23f:ffff:ffff:ffff:ffff:ffff:ffff'), undefined);
    assert.deepEqual(found('2001:240::ffff:ffff:ffff:ffff'), ['JP', 64_496, 'Example, "Inc."']);
    assert.deepEqual(found('2001:240:0:1::'), ['HK', 4_200_000_000, 'Réseau d’exemple 例']);
    assert.deepEqual(found('2001:240:0:ffef:ffff::'), ['HK', 4_200_000_000, 'Réseau d’exemple 例']);
    assert.equal(found('2001:240:0:fff0::'), undefined);
    assert.equal(found('2001:241:0:4:ffff::'), undefined);
    assert.deepEqual(found('2001:241:0:5::'), [undefined, 64_497, undefined]);
    assert.deepEqual(found('3ffe:ffff:ffff:ffff::1'), ['JP', 4_200_000_000, 'Réseau d’exemple 例']);
  });

  it('says nothing of addresses that are not public, whatever the rows hold', () => {
    for (const text of ['10.0.0.1', '127.0.0.1', '192.0.2.1', '100.64.0.1', '2001:db8::1', 'fe80::1']) {
      assert.equal(found(text), undefined, text);
    }
  });

  it('refuses data cut off anywhere', () => {
    for (let length = 0; length < encoded.length; length++) {
      assert.throws(() => loadAddressData(encoded.subarray(0, length)), Error, `cut at ${length}`);
    }
  });

  it('refuses other data, another version and data that goes on', () => {
    assert.throws(() => loadAddressData(new TextEncoder().encode('not data at all')), /Not network data/);
    assert.throws(() => loadAddressData(encoded.map((byte, at) => (at === 4 ? 2 : byte))), /version 2, not 1/);
    assert.throws(() => loadAddressData(Uint8Array.of(...encoded, 0)), /goes on after its end/);
  });

  it('never claims memory for a damaged count', () => {
    // Mark, version, date and no countries, then the number of AS numbers.
    const head = [...encoded.subarray(0, 9), 0];
    const hugeCount = [255, 255, 255, 255, 127];
    assert.throws(() => loadAddressData(Uint8Array.of(...head, ...hugeCount)), /Data ends too early/);
  });
});
