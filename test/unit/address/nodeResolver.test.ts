import assert from 'node:assert/strict';
import { confirmCrawler } from '../../../server/src/address/crawler/confirmCrawler';
import { parseAddress } from '../../../server/src/address/parseAddress';
import { LookUpProblem } from '../../../server/src/address/registry/lookUpProblem';
import { resolverAt } from '../../../server/src/nodeNetwork';
import { DnsServer, type DnsRecords } from '../../support/dnsServer';

const ADDRESS = '192.0.2.1';
const NAME = 'crawl-192-0-2-1.googlebot.com';
const RECORDS: Readonly<Record<string, DnsRecords>> = {
  '1.2.0.192.in-addr.arpa': { PTR: [NAME] },
  '2.2.0.192.in-addr.arpa': { PTR: [NAME] },
  [`1.${'0.'.repeat(23)}8.b.d.0.1.0.0.2.ip6.arpa`]: { PTR: [NAME] },
  [NAME]: { A: [ADDRESS], AAAA: ['2001:db8:0:0:0:0:0:1'] },
};

describe('The DNS', () => {
  const { signal } = new AbortController();
  let server: DnsServer;

  beforeEach(async () => {
    server = await DnsServer.start(RECORDS);
  });

  afterEach(() => server.close());

  it('tells a crawler from who forged its name', async () => {
    const dns = resolverAt([server.address]);
    const check = (address: string) => confirmCrawler(parseAddress(address)!, dns, signal);
    assert.deepEqual(await check(ADDRESS), { kind: 'confirmed', operator: 'Google', host: NAME });
    assert.deepEqual(await check('192.0.2.2'), { kind: 'notConfirmed', why: 'forgedName', host: NAME });
    assert.deepEqual(await check('192.0.2.3'), { kind: 'notConfirmed', why: 'noName' });
    assert.deepEqual(server.questions.slice(0, 3).toSorted(), [
      `A ${NAME}`,
      `AAAA ${NAME}`,
      'PTR 1.2.0.192.in-addr.arpa',
    ]);
  });

  it('gives addresses of both families, and none where there is no such name', async () => {
    const dns = resolverAt([server.address]);
    assert.deepEqual(await dns.addressesOf(NAME, signal), [ADDRESS, '2001:db8::1']);
    assert.deepEqual(await dns.addressesOf('none.example', signal), []);
  });

  it('gives names of IPv6 addresses', async () => {
    assert.deepEqual(await resolverAt([server.address]).namesOf('2001:db8::1', signal), [NAME]);
  });

  it('is stopped at once when nobody answers', async () => {
    const silent = await DnsServer.start();
    const stop = new AbortController();
    const asked = resolverAt([silent.address]).namesOf(ADDRESS, stop.signal);
    stop.abort(new Error('stopped'));
    await assert.rejects(asked, /stopped/);
    await assert.rejects(resolverAt([silent.address]).namesOf(ADDRESS, stop.signal), /stopped/);
    await silent.close();
  });

  it('says that nobody can be asked', async () => {
    const gone = await DnsServer.start();
    const { address } = gone;
    await gone.close();
    await assert.rejects(
      resolverAt([address]).namesOf(ADDRESS, signal),
      (error) => error instanceof LookUpProblem && error.reason === 'unreachable' && error.server === 'DNS',
    );
  });
});
