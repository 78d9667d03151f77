import assert from 'node:assert/strict';
import { parseAddress } from '../../../server/src/address/parseAddress';
import { specialPurposeText } from '../../../server/src/address/specialPurpose';

const NAMES: Readonly<Record<string, RegExp>> = {
  '10.1.2.3': /^private address.* \(Private-Use, RFC 1918\)$/,
  '100.64.0.1': /Shared Address Space, RFC 6598/,
  '127.0.0.1': /Loopback, RFC 1122/,
  '169.254.1.1': /Link Local, RFC 3927/,
  '203.0.113.9': /TEST-NET-3, RFC 5737/,
  '255.255.255.255': /Limited Broadcast, RFC 919/,
  '250.0.0.1': /Reserved, RFC 1112/,
  '::1': /Loopback Address, RFC 4291/,
  'fd00::1': /Unique-Local, RFC 4193/,
  'fe80::1': /Link-Local Unicast, RFC 4291/,
  '2001:db8::1': /Documentation, RFC 3849/,
  '100::1': /Discard-Only Address Block, RFC 6666/,
  '::ffff:10.0.0.1': /Private-Use, RFC 1918/,
};

describe('Addresses with a purpose of their own', () => {
  for (const [text, name] of Object.entries(NAMES)) {
    it(`have the name of their registry: ${text}`, () => {
      const address = parseAddress(text);
      assert.ok(address && address.kind !== 'public');
      assert.match(specialPurposeText(address), name);
    });
  }

  it('are called by their kind alone where the registry has no name for them', () => {
    const address = parseAddress('5000::1');
    assert.ok(address);
    assert.equal(specialPurposeText(address), 'reserved address');
  });
});
