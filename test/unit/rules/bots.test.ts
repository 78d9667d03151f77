import assert from 'node:assert/strict';
import type { NetworkLookup } from '../../../server/src/log/logModel';
import { SeededRandom } from '../../support/random';
import { every, findingsIn, foundBy, outline, request, sent, visits, type Request } from '../../support/traffic';

const random = new SeededRandom(71);
const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
const GENUINE = '66.249.66.1';
const FALSE = '45.76.1.1';
const site = (): Request[] => visits(random, 60);

const networkOf: NetworkLookup = ({ text }) =>
  text === GENUINE ? { asn: 15169, organisation: 'Google LLC' } : { asn: 20473, organisation: 'Cheap Servers' };

async function fakes(...traffic: Request[][]): Promise<string[]> {
  return outline((await findingsIn([site(), ...traffic], {}, networkOf)).filter(({ rule }) => rule === 'fake-crawler'));
}

const reading = (client: string): Request[] =>
  sent(
    Array.from({ length: 50 }, (_, n) => request(client, n * 60, `GET /page/${n}`)),
    { agent: GOOGLEBOT },
  );

describe('A false search engine', () => {
  it('is information when it only reads, with where it came from', async () => {
    assert.deepEqual(await fakes(reading(FALSE), reading(GENUINE)), [
      `information fake-crawler: ${FALSE} GET /page/0 ×50`,
    ]);
    const found = (await findingsIn([site(), reading(FALSE)], {}, networkOf)).find(
      ({ rule }) => rule === 'fake-crawler',
    );
    assert.match(found?.title ?? '', /claims to be Googlebot but comes from another network/);
    assert.match(found?.detail ?? '', /Cheap Servers/);
  });

  it('is a warning when it sends forms or looks for what is not there', async () => {
    const searching = sent(
      Array.from({ length: 40 }, (_, n) => request(FALSE, n * 60, `GET /x${n}.php 404`)),
      { agent: GOOGLEBOT },
    );
    assert.deepEqual(await fakes(searching), [`warning fake-crawler: ${FALSE} GET /x0.php ×40`]);
  });

  it('is not told of addresses that are nobody’s on the internet', async () => {
    for (const address of ['203.0.113.9', '198.18.0.9', '10.0.0.9', '2001:db8::9']) {
      assert.deepEqual(await fakes(reading(address)), [], address);
    }
  });

  it('is not told without network data, nor where nothing is known of an address', async () => {
    assert.deepEqual(await foundBy('fake-crawler', site(), reading(FALSE)), []);
    const unknown = await findingsIn([site(), reading(FALSE)], {}, () => undefined);
    assert.ok(!unknown.some(({ rule }) => rule === 'fake-crawler'));
  });
});

const CRAWLERS: readonly (readonly [name: string, agent: string, asn: number, country: string])[] = [
  ['Googlebot', 'Googlebot/2.1', 15_169, 'US'],
  ['Bingbot', 'bingbot/2.0', 8075, 'US'],
  ['Yahoo Slurp', 'Yahoo! Slurp; http://help.yahoo.com/', 26_101, 'US'],
  ['Applebot', 'Applebot/0.1', 714, 'US'],
  ['Baiduspider, its own network', 'Baiduspider/2.0', 55_967, 'CN'],
  ['Baiduspider, a carrier in its country', 'Baiduspider/2.0', 4837, 'CN'],
  ['Yandex', 'YandexBot/3.0', 13_238, 'RU'],
  ['DuckDuckBot', 'DuckDuckBot/1.1', 8075, 'US'],
  ['Facebook', 'facebookexternalhit/1.1', 32_934, 'US'],
  ['GPTBot', 'GPTBot/1.2', 8075, 'US'],
  ['ClaudeBot', 'ClaudeBot/1.0', 16_509, 'US'],
  ['Amazonbot', 'Amazonbot/0.1', 14_618, 'US'],
  ['PetalBot', 'PetalBot', 136_907, 'SG'],
];

/** How many findings there are about false crawlers where one calls itself so and its network is this one. */
async function fakesOf(agent: string, lookup: NetworkLookup): Promise<number> {
  const own = sent(every(60, 50, FALSE, 'GET /page'), { agent: `Mozilla/5.0 (compatible; ${agent})` });
  return (await findingsIn([site(), own], {}, lookup)).filter(({ rule }) => rule === 'fake-crawler').length;
}

describe('A crawler', () => {
  for (const [name, agent, asn, country] of CRAWLERS) {
    it(`is told from those who only call themselves so: ${name}`, async () => {
      assert.equal(await fakesOf(agent, () => ({ asn, country })), 0, 'from where it comes');
      assert.equal(await fakesOf(agent, () => ({ asn: 20_473, country: 'DE' })), 1, 'from elsewhere');
    });
  }
});

describe('Attack tools that say who they are', () => {
  it('are information, by name', async () => {
    const nikto = sent(every(1, 30, '192.0.2.66', 'GET /'), { agent: 'Mozilla/5.00 (Nikto/2.1.5) (Test:map_codes)' });
    const sqlmap = sent(every(1, 30, '198.51.100.66', 'GET /?id=1'), {
      agent: 'sqlmap/1.8#stable (https://sqlmap.org)',
    });
    const found = (await findingsIn([site(), nikto, sqlmap])).filter(({ rule }) => rule === 'tool-by-name');
    assert.deepEqual(
      found.map(({ severity }) => severity),
      ['information', 'information'],
    );
    assert.match(found.map(({ detail }) => detail).join(' '), /Nikto.*sqlmap|sqlmap.*Nikto/);
  });

  it('are none of browsers, search engines, AI crawlers, monitors and feed readers', async () => {
    const agents = [
      GOOGLEBOT,
      'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)',
      'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko); compatible; ClaudeBot/1.0; +claudebot@anthropic.com',
      'Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)',
      'Feedly/1.0 (+http://www.feedly.com/fetcher.html; 7 subscribers)',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 15_0_2 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari Line/11.17.0',
    ];
    const traffic = agents.flatMap((agent, n) => sent(every(60, 9, `203.0.113.${n}`, 'GET /'), { agent }));
    assert.deepEqual(await foundBy('tool-by-name', site(), traffic), []);
  });
});

describe('Programs that found nothing', () => {
  it('are one information', async () => {
    const programs = ['curl/8.5.0', 'python-requests/2.31', '-'].flatMap((agent, n) =>
      sent([request(`198.51.100.${n}`, n * 60, 'GET /thing.php 404')], { agent }),
    );
    assert.deepEqual(await foundBy('empty-handed', site(), programs), [
      'information empty-handed: 3 clients GET /thing.php ×3',
    ]);
  });

  it('are none that get what they ask for, and none that another finding names', async () => {
    const client = sent(every(60, 9, '198.51.100.1', ['GET /api/items', 'GET /api/gone 404']), { agent: 'curl/8.5.0' });
    const scanner = sent(
      Array.from({ length: 30 }, (_, n) => request('192.0.2.66', n, `GET /x${n}.php 404`)),
      { agent: 'curl/8.5.0' },
    );
    assert.deepEqual(await foundBy('empty-handed', site(), client, scanner), []);
  });
});
