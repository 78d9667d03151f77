import assert from 'node:assert/strict';
import { combinedLine, commonLine, USUAL_AGENT } from '../../../support/lines';
import { readEntries, type Entry } from '../../../support/entries';

const TIME = '2021-11-01T10:56:55+09:00';

async function onlyEntry(line: string): Promise<Entry> {
  const { entries } = await readEntries(line);
  assert.equal(entries.length, 1, `not read: ${line}`);
  return entries[0]!;
}

describe('Formats of the Apache and nginx family', () => {
  for (const [what, time] of [
    ['ISO 8601', '2021-11-01T10:56:55+09:00'],
    ['ISO 8601 with a fraction', '2021-11-01T10:56:55.123456+0900'],
    ['a fraction of the second', '01/Nov/2021:10:56:55.123 +0900'],
  ] as const) {
    it(`reads times with ${what}`, async () => {
      const { format, entries } = await readEntries(combinedLine({ time }));
      assert.equal(format, 'combined');
      assert.equal(entries[0]?.time, TIME);
    });
  }

  it('takes times without a zone for UTC', async () => {
    assert.equal((await onlyEntry(commonLine({ time: '01/Nov/2021:10:56:55' }))).time, '2021-11-01T10:56:55+00:00');
    assert.equal((await onlyEntry(commonLine({ time: '2021-11-01 10:56:55Z' }))).time, '2021-11-01T10:56:55+00:00');
  });

  it('refuses times that are none', async () => {
    for (const time of ['2021-02-30T10:56:55Z', '2021-11-01T25:00:00Z', '2021-11-01', '1', '2021-11-01T10:56:55 JST']) {
      assert.equal((await readEntries(commonLine({ time }))).entries.length, 0, time);
    }
  });

  it('reads referrer and agent behind times and lengths', async () => {
    const line = combinedLine().replace(' 512 ', ' 512 0.123 1024 ');
    const { referrer, userAgent, bytes } = await onlyEntry(line);
    assert.deepEqual([referrer, userAgent, bytes], ['https://example.jp/', USUAL_AGENT, 512]);
  });

  it('reads the lines of an ingress', async () => {
    const line = `${combinedLine()} 462 0.050 [shop-web-80] [] 203.0.113.80:9000 19437 0.049 200 752178adb17130b2`;
    assert.deepEqual(await onlyEntry(line), await onlyEntry(combinedLine()));
  });

  it('reads entries that name no client', async () => {
    const { client, time, target } = await onlyEntry(combinedLine({ client: '-' }));
    assert.deepEqual([client, time, target], [undefined, TIME, '/index.html']);
    const behindHost = await onlyEntry(`example.jp ${combinedLine({ client: '-' })}`);
    assert.deepEqual([behindHost.vhost, behindHost.client, behindHost.user], ['example.jp', undefined, undefined]);
  });

  it('reads entries of which nothing was logged', async () => {
    for (const line of ['- - - - - - -', '- - - [-] "-" - -']) assert.deepEqual(await onlyEntry(line), { line: 1 });
    for (const line of ['- - -', '- - - - - - - -']) assert.equal((await readEntries(line)).format, undefined);
  });

  for (const [what, client] of [
    ['with blanks', '203.0.113.9, 198.51.100.2'],
    ['without blanks', '203.0.113.9,198.51.100.2'],
    ['in quotes', '"203.0.113.9, 198.51.100.2"'],
    ['with unknown ones', 'unknown, 203.0.113.9'],
    ['of IPv6', '2001:db8::1, 198.51.100.2'],
  ] as const) {
    it(`takes the first of a list of forwarded addresses ${what} for the client`, async () => {
      const { format, entries } = await readEntries(combinedLine({ client, user: 'sato' }));
      assert.equal(format, 'forwarded');
      assert.equal(entries[0]?.client, client.includes('::') ? '2001:db8::1' : '203.0.113.9');
      assert.equal(entries[0]?.user, 'sato');
      assert.equal(entries[0]?.userAgent, USUAL_AGENT);
    });
  }

  it('refuses a list of forwarded addresses with a broken end', async () => {
    const line = combinedLine({ client: '203.0.113.9, 198.51.100.2', agent: 'x' });
    assert.equal((await readEntries(`${line}y`)).format, undefined);
  });

  it('keeps requests that are no HTTP as entries without method and target', async () => {
    for (const request of ['', '-', '\\x16\\x03\\x01\\x02', ']&\\xDF\\xBD \\x10;', 'OPTIONS']) {
      const { method, target, status } = await onlyEntry(combinedLine({ request, status: 400 }));
      assert.deepEqual([method, target, status], [undefined, undefined, 400], request);
    }
  });

  it('keeps blanks within a target, which attacks have', async () => {
    const { target } = await onlyEntry(combinedLine({ request: "GET /?id=1' or '1'='1 HTTP/1.1" }));
    assert.equal(target, "/?id=1' or '1'='1");
  });
});
