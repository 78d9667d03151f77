import assert from 'node:assert/strict';
import { clientNetworks, type KnownNetwork, type KnownNetworkLookup } from '../../../server/src/address/clientNetworks';
import {
  networkName,
  networkSentence,
  sharedNetwork,
  shortNetworkName,
} from '../../../server/src/address/networkWords';

const HONG_KONG: KnownNetwork = { country: 'HK', asn: 64_500, organisation: 'Example Limited' };
const JAPAN: KnownNetwork = { country: 'JP', asn: 64_501, organisation: 'Example K.K.' };

/** Addresses of 8.8.0.0/16 are of Hong Kong, those of 9.9.0.0/16 of Japan; nothing is known of others. */
const lookup: KnownNetworkLookup = ({ text }) => {
  if (text.startsWith('8.8.')) return HONG_KONG;
  return text.startsWith('9.9.') ? JAPAN : undefined;
};

/** The first address has one name, all others have another. */
function named(others: string): KnownNetworkLookup {
  return ({ text }) => ({ ...HONG_KONG, netname: text === '8.8.0.1' ? 'EXAMPLE-HK1' : others });
}

function clients(...addresses: readonly string[]): { address: string; count: number }[] {
  return addresses.map((address, index) => ({ address, count: 100 - index }));
}

describe('Networks of clients', () => {
  it('are one for each AS and country, the one with most requests first', () => {
    const networks = clientNetworks(
      [
        { address: '9.9.0.1', count: 5 },
        { address: '8.8.0.1', count: 3 },
        { address: '8.8.1.1', count: 4 },
      ],
      lookup,
    );
    assert.deepEqual(
      networks.map(({ asn, requests, clients: each }) => [asn, requests, each.map(({ address }) => address)]),
      [
        [64_500, 7, ['8.8.1.1', '8.8.0.1']],
        [64_501, 5, ['9.9.0.1']],
      ],
    );
  });

  it('keep apart what no network on the internet has: private addresses, host names, proxies', () => {
    const networks = clientNetworks(
      clients('192.168.0.1', '10.0.0.1', 'p1.example.ne.jp', '104.16.0.1', '1.1.1.1'),
      lookup,
    );
    assert.deepEqual(
      networks.map((network) => [networkName(network), network.clients.length]),
      [
        ['private address of a local network', 2],
        ['host names', 1],
        ['Cloudflare', 1],
        ['unknown network', 1],
      ],
    );
  });

  it('have the name of the registry where all of their clients have the same', () => {
    const both = clients('8.8.0.1', '8.8.0.2');
    assert.equal(networkName(clientNetworks(both, named('EXAMPLE-HK1'))[0]!), 'EXAMPLE-HK1, HK');
    assert.equal(networkName(clientNetworks(both, named('EXAMPLE-HK2'))[0]!), 'AS64500 Example Limited, HK');
  });

  it('have a short name with the number alone, and one with the organisation where there is no number', () => {
    assert.equal(shortNetworkName({ key: '', kind: 'public', requests: 1, ...HONG_KONG }), 'AS64500, HK');
    const unnumbered = { key: '', kind: 'public', requests: 1, country: 'HK', organisation: 'Example' } as const;
    assert.equal(shortNetworkName(unnumbered), 'Example, HK');
  });

  it('have names of limited length, as they are words of others', () => {
    const name = networkName({ key: '', kind: 'public', requests: 1, asn: 1, organisation: 'x'.repeat(5000) });
    assert.ok(name.length < 100, name);
  });
});

describe('What findings say of networks', () => {
  it('is the network of a single client', () => {
    assert.equal(networkSentence(clients('8.8.0.1'), lookup), 'Network: AS64500 Example Limited, HK.');
  });

  it('is that all clients are of one network', () => {
    const four = clients('8.8.0.1', '8.8.0.2', '8.8.1.1', '8.8.2.1');
    assert.equal(networkSentence(four, lookup), '4 addresses, all of one network: AS64500 Example Limited, HK.');
  });

  it('is how many are, where it is most', () => {
    const most = clients('8.8.0.1', '9.9.0.1', '8.8.0.2');
    assert.equal(networkSentence(most, lookup), '2 of 3 addresses are of one network: AS64500 Example Limited, HK.');
  });

  it('is nothing where they have nothing in common or nothing is known', () => {
    assert.equal(networkSentence(clients('8.8.0.1', '9.9.0.1', '9.8.0.1'), lookup), undefined);
    assert.equal(networkSentence(clients('1.1.1.1', '1.1.1.2'), lookup), undefined);
    assert.equal(networkSentence(clients('192.0.2.1'), lookup), undefined);
    assert.equal(networkSentence([], lookup), undefined);
  });

  it('is that the real clients are elsewhere where they are proxies', () => {
    assert.match(
      networkSentence(clients('104.16.0.1', '104.16.0.2'), lookup) ?? '',
      /Cloudflare.*real client is elsewhere/,
    );
  });

  it('is of the busiest clients where there are very many, and says so', () => {
    const many = clients(...Array.from({ length: 1000 }, (_, n) => `8.8.${n >> 8}.${n & 255}`));
    assert.match(networkSentence(many, lookup) ?? '', /^Of the 200 busiest addresses, 200 are of one network/);
    assert.equal(sharedNetwork(many, lookup)?.of, 200);
  });
});
