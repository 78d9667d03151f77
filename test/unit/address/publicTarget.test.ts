import assert from 'node:assert/strict';
import { isPublicTarget } from '../../../server/src/publicTarget';

describe('A target of a connection', () => {
  it('may be a server on the internet', () => {
    for (const address of ['8.8.8.8', '182.16.27.106', '2001:dc0::1', '2606:4700::1111', '64:ff9b::808:808']) {
      assert.ok(isPublicTarget(address), address);
    }
  });

  it('is neither this computer nor one of the local network', () => {
    const closed = ['127.0.0.1', '127.8.9.1', '0.0.0.0', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254'];
    const closed6 = ['::1', '::', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12::1', 'fec0::1'];
    for (const address of [...closed, ...closed6]) assert.ok(!isPublicTarget(address), address);
  });

  it('is no address with a special purpose', () => {
    const closed = [
      '100.64.0.1',
      '192.0.2.1',
      '198.51.100.1',
      '203.0.113.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
    ];
    const closed6 = ['2001:db8::1', '3fff::1', '2001:2::1', 'ff02::1', '4000::1', '2001:0:4136:e378::1'];
    for (const address of [...closed, ...closed6]) assert.ok(!isPublicTarget(address), address);
  });

  it('is judged by the IPv4 address inside of an IPv6 address', () => {
    const closed = ['::ffff:127.0.0.1', '64:ff9b::7f00:1', '64:ff9b::10.0.0.1', '2002:7f00:1::', '2002:c0a8:101::1'];
    for (const address of closed) assert.ok(!isPublicTarget(address), address);
    assert.ok(isPublicTarget('::ffff:8.8.8.8'));
    assert.ok(isPublicTarget('2002:808:808::1'));
  });

  it('is an address, not a name or anything else', () => {
    for (const text of ['', 'localhost', 'whois.example', '8.8.8.8:43', '[2001:dc0::1]', '0x7f.1', '1.1', '08.8.8.8']) {
      assert.ok(!isPublicTarget(text), text);
    }
  });
});
