import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { parseAddress } from '../../../../server/src/address/parseAddress';
import type { JsonStore } from '../../../../server/src/address/registry/jsonStore';
import { LookUpProblem } from '../../../../server/src/address/registry/lookUpProblem';
import { NetworkLookUps } from '../../../../server/src/address/registry/networkLookUps';
import { FakeClock } from '../../../support/fakeClock';
import { APNIC_RDAP } from '../../../support/rdapAnswers';
import { status, type RdapAnswer } from '../../../support/rdapServer';
import { LocalRegistries } from '../../../support/registries';
import { APNIC_ANSWER, ianaAnswer } from '../../../support/whoisAnswers';

const ADDRESS = parseAddress('203.0.113.5')!;
const NEIGHBOUR = parseAddress('203.0.113.200')!;
const RDAP = 'https://rdap.apnic.net/ip/203.0.113.5';
const IANA_LISTS = ['https://data.iana.org/rdap/ipv4.json', 'https://data.iana.org/rdap/ipv6.json'] as const;
const DAY = 24 * 60 * 60_000;
const WHOIS = { 'whois.iana.org': ianaAnswer('whois.apnic.net'), 'whois.apnic.net': APNIC_ANSWER };
const { signal } = new AbortController();

/** A store in memory, which has what was saved as JSON. */
class MemoryStore extends EventEmitter implements JsonStore {
  text: string | undefined;

  constructor(kept?: unknown) {
    super();
    this.text = kept === undefined ? undefined : JSON.stringify(kept);
  }

  load(): Promise<unknown> {
    return Promise.resolve(this.text === undefined ? undefined : (JSON.parse(this.text) as unknown));
  }

  save(value: unknown): Promise<void> {
    this.text = JSON.stringify(value);
    this.emit('saved');
    return Promise.resolve();
  }
}

/** A list of IANA's with one service. */
const list = (network: string, base: string) => ({ version: '1.0', services: [[[network], [base]]] });

const isBusy = (error: unknown): boolean => error instanceof LookUpProblem && error.reason === 'busy';

describe('Looking up networks', () => {
  let registries: LocalRegistries;
  let clock: FakeClock;

  beforeEach(() => {
    clock = new FakeClock();
  });

  afterEach(() => registries.close());

  async function start(
    rdap: Readonly<Record<string, RdapAnswer>>,
    whois: Readonly<Record<string, string>> = {},
    stores = { networks: new MemoryStore(), servers: new MemoryStore() },
  ): Promise<NetworkLookUps> {
    registries = await LocalRegistries.start({ rdap, whois });
    return new NetworkLookUps({ transports: registries.transports, clock, stores });
  }

  it('asks by WHOIS where RDAP can’t be had', async () => {
    for (const answer of [
      status(500),
      status(404),
      status(200, {}, 'no JSON'),
      status(302, { location: 'https://[::1]/' }),
    ]) {
      const { network } = await (await start({ [RDAP]: answer }, WHOIS)).lookUp(ADDRESS, signal);
      assert.deepEqual([network.source, network.netname], ['whois', 'EXAMPLE-HK203']);
      assert.deepEqual(registries.tried.slice(0, 3), [RDAP, 'whois.iana.org:43', 'whois.apnic.net:43']);
      await registries.close();
    }
  });

  it('does not go on by WHOIS where the registry wants to be let be', async () => {
    const lookUps = await start({ [RDAP]: status(429, { 'retry-after': '600' }) }, WHOIS);
    await assert.rejects(lookUps.lookUp(ADDRESS, signal), isBusy);
    await assert.rejects(lookUps.lookUp(NEIGHBOUR, signal), isBusy);
    assert.deepEqual(registries.tried, [RDAP]);
  });

  it('says what RDAP said where WHOIS gets nowhere', async () => {
    const lookUps = await start({ [RDAP]: status(404) });
    await assert.rejects(
      lookUps.lookUp(ADDRESS, signal),
      (error) => error instanceof LookUpProblem && error.reason === 'unknown' && error.server === 'rdap.apnic.net',
    );
  });

  it('knows the network of an answer for thirty days, the smaller one first', async () => {
    const stores = { networks: new MemoryStore(), servers: new MemoryStore() };
    const lookUps = await start({ [RDAP]: APNIC_RDAP }, {}, stores);
    await lookUps.lookUp(ADDRESS, signal);
    assert.equal((await lookUps.known(NEIGHBOUR))?.network.netname, 'EXAMPLE-HK203');
    const within = { ...APNIC_RDAP, startAddress: '203.0.113.192', name: 'WITHIN' };
    registries.rdapAnswers.set('https://rdap.apnic.net/ip/203.0.113.200', within);
    await lookUps.lookUp(NEIGHBOUR, signal, true);
    assert.equal((await lookUps.known(NEIGHBOUR))?.network.netname, 'WITHIN');
    assert.equal((await lookUps.known(ADDRESS))?.network.netname, 'EXAMPLE-HK203');
    clock.pass(30 * DAY);
    assert.equal(await lookUps.known(ADDRESS), undefined);
    assert.equal(await lookUps.known(NEIGHBOUR), undefined);
  });

  it('asks once for addresses of a network that are looked up side by side', async () => {
    const lookUps = await start({ [RDAP]: APNIC_RDAP });
    const found = await Promise.all([ADDRESS, NEIGHBOUR, ADDRESS].map((address) => lookUps.lookUp(address, signal)));
    assert.deepEqual(
      found.map(({ network, cached }) => [network.netname, cached !== undefined]),
      [
        ['EXAMPLE-HK203', false],
        ['EXAMPLE-HK203', true],
        ['EXAMPLE-HK203', true],
      ],
    );
    assert.deepEqual(
      registries.tried.filter((url) => !IANA_LISTS.some((each) => each === url)),
      [RDAP],
    );
  });

  it('shares what is kept with other windows, and forgets it', async () => {
    const stores = { networks: new MemoryStore(), servers: new MemoryStore() };
    const first = await start({ [RDAP]: APNIC_RDAP }, {}, stores);
    const second = new NetworkLookUps({ transports: registries.transports, clock, stores });
    assert.equal(await second.known(ADDRESS), undefined);
    await first.lookUp(ADDRESS, signal);
    const elsewhere = { ...APNIC_RDAP, startAddress: '198.51.100.0', endAddress: '198.51.100.255', name: 'ELSEWHERE' };
    registries.rdapAnswers.set('https://rdap.arin.net/registry/ip/198.51.100.1', elsewhere);
    await second.lookUp(parseAddress('198.51.100.1')!, signal);
    assert.equal((await second.known(ADDRESS))?.network.netname, 'EXAMPLE-HK203');
    const kept = JSON.parse(stores.networks.text!) as { networks: unknown[] };
    assert.equal(kept.networks.length, 2);
    await second.forget();
    assert.equal(await second.known(ADDRESS), undefined);
    assert.deepEqual(JSON.parse(stores.networks.text!), { version: 1, networks: [] });
  });

  it('reads what was kept as hostile text, and leaves out what is none', async () => {
    const good = {
      first: '203.0.113.0',
      last: '203.0.113.255',
      netname: 'A\u001b[2J\u202eB',
      registry: 'APNIC',
      source: 'rdap',
      server: 'rdap.apnic.net',
      answered: '2026-01-02T00:00:00.000Z',
    };
    const others = [null, 7, {}, { ...good, last: 'x' }, { ...good, answered: 'x' }, { ...good, source: 'x' }];
    const stores = {
      networks: new MemoryStore({ version: 1, networks: [...others, good] }),
      servers: new MemoryStore(),
    };
    const lookUps = await start({}, {}, stores);
    assert.equal((await lookUps.known(ADDRESS))?.network.netname, 'A [2J B');
    for (const kept of [7, [], { version: 2, networks: [good] }, { version: 1, networks: {} }]) {
      const none = new NetworkLookUps({
        transports: registries.transports,
        clock,
        stores: { networks: new MemoryStore(kept), servers: new MemoryStore() },
      });
      assert.equal(await none.known(ADDRESS), undefined);
    }
  });

  it('fetches IANA’s lists at most once a day, after a look-up, and asks whom they name', async () => {
    const stores = { networks: new MemoryStore(), servers: new MemoryStore() };
    const rdap = {
      [RDAP]: APNIC_RDAP,
      [IANA_LISTS[0]]: list('203.0.113.0/24', 'https://rdap.afrinic.net/rdap/'),
      [IANA_LISTS[1]]: list('2001:db8::/32', 'https://rdap.db.ripe.net/'),
    };
    const saved = once(stores.servers, 'saved');
    const lookUps = await start(rdap, {}, stores);
    await lookUps.lookUp(ADDRESS, signal);
    await saved;
    assert.deepEqual(registries.tried, [RDAP, ...IANA_LISTS]);
    assert.equal(await lookUps.registryFor(ADDRESS), 'AFRINIC');
    const next = new NetworkLookUps({ transports: registries.transports, clock, stores });
    assert.equal(await next.registryFor(ADDRESS), 'AFRINIC');
    await lookUps.lookUp(ADDRESS, signal);
    assert.equal(registries.tried.length, 3);
  });

  it('keeps its own list where IANA’s can’t be had or is damaged', async () => {
    const damaged = [
      undefined,
      7,
      { asked: 1 },
      { asked: 1, lists: ['x', 'y'] },
      { asked: 1, lists: ['{"services":[]}'] },
    ];
    for (const kept of damaged) {
      const lookUps = await start({}, {}, { networks: new MemoryStore(), servers: new MemoryStore(kept) });
      assert.equal(await lookUps.registryFor(ADDRESS), 'APNIC');
      await registries.close();
    }
  });

  it('knows a registry for every public network', async () => {
    const lookUps = await start({});
    const registriesOf: string[] = [];
    for (const text of [
      '8.8.8.8',
      '182.16.27.106',
      '193.0.0.1',
      '200.7.84.1',
      '196.1.2.3',
      '2001:dc0::1',
      '2a00::1',
      '2c00::1',
    ]) {
      registriesOf.push(await lookUps.registryFor(parseAddress(text)!));
    }
    assert.deepEqual(registriesOf, ['ARIN', 'APNIC', 'RIPE NCC', 'LACNIC', 'AFRINIC', 'APNIC', 'RIPE NCC', 'AFRINIC']);
  });
});
