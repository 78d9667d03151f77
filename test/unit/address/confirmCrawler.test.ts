import assert from 'node:assert/strict';
import { confirmCrawler, type CrawlerCheck } from '../../../server/src/address/crawler/confirmCrawler';
import { parseAddress } from '../../../server/src/address/parseAddress';

/** Checks an address against a DNS that has these names and addresses. */
function check(
  address: string,
  names: readonly string[],
  addresses: Readonly<Record<string, readonly string[]>> = {},
): Promise<CrawlerCheck> {
  const dns = {
    namesOf: () => Promise.resolve(names),
    addressesOf: (name: string) => Promise.resolve(addresses[name] ?? []),
  };
  return confirmCrawler(parseAddress(address)!, dns, new AbortController().signal);
}

describe('A crawler', () => {
  it('is confirmed by a name of its operator that leads back', async () => {
    const host = 'crawl-192-0-2-1.googlebot.com';
    const confirmed = await check('192.0.2.1', [host], { [host]: ['192.0.2.9', '192.0.2.1'] });
    assert.deepEqual(confirmed, { kind: 'confirmed', operator: 'Google', host });
  });

  it('is confirmed in IPv6, however the address is written', async () => {
    const host = 'msnbot.search.msn.com.';
    const confirmed = await check('2001:db8::1', ['other.example.net', host], { [host]: ['2001:DB8:0:0:0:0:0:1'] });
    assert.deepEqual(confirmed, { kind: 'confirmed', operator: 'Microsoft', host });
  });

  it('is a forgery where the name does not lead back', async () => {
    const host = 'crawl-192-0-2-1.googlebot.com';
    assert.deepEqual(await check('192.0.2.1', [host], { [host]: ['192.0.2.2'] }), {
      kind: 'notConfirmed',
      why: 'forgedName',
      host,
    });
  });

  it('is not confirmed by a name that only looks like an operator’s', async () => {
    const names = ['googlebot.com.example.net', 'mygooglebot.com', 'googlebot.com', 'x.googleusercontent.com'];
    for (const name of names) {
      const { kind, ...rest } = await check('192.0.2.1', [name], { [name]: ['192.0.2.1'] });
      assert.deepEqual([kind, rest], ['notConfirmed', { why: 'otherName', host: name }], name);
    }
  });

  it('is not confirmed without a name, and its name acts on nothing', async () => {
    assert.deepEqual(await check('192.0.2.1', []), { kind: 'notConfirmed', why: 'noName' });
    const answer = await check('192.0.2.1', ['a\u001b[2Jb.example.net']);
    assert.deepEqual(answer, { kind: 'notConfirmed', why: 'otherName', host: 'a [2Jb.example.net' });
  });
});
