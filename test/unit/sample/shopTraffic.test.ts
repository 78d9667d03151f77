import assert from 'node:assert/strict';
import { AttackDay } from '../../../scripts/traffic/campaigns/attackDay';
import { CAMPAIGN_FAMILIES } from '../../../scripts/traffic/campaigns/campaign';
import { otherLogs } from '../../../scripts/traffic/campaigns/otherLogs';
import { endOf, japaneseMidnight, type LoggedRequest } from '../../../scripts/traffic/lines';
import { cleanTraffic, type CleanTrafficOptions } from '../../../scripts/traffic/shop/cleanTraffic';

const START = japaneseMidnight(2025, 9, 1);
const CLEAN: CleanTrafficOptions = { seed: 5, start: START, days: 2, lines: 30_000 };

const clean = (options: Partial<CleanTrafficOptions> = {}): LoggedRequest[] => [
  ...cleanTraffic({ ...CLEAN, ...options }),
];

function attackDay(seed: number): { requests: LoggedRequest[]; truth: ReturnType<AttackDay['truth']> } {
  const day = new AttackDay({ seed, start: START, lines: 6_000 });
  const requests = [...day.requests()];
  return { requests, truth: day.truth('attack-day.log') };
}

describe('The clean traffic of a shop', () => {
  const requests = clean();

  it('is the same for the same seed and another for another seed', () => {
    assert.deepEqual(clean(), requests);
    assert.notDeepEqual(clean({ seed: 6 }), requests);
  });

  it('has as many requests as asked for, give or take a few visits', () => {
    assert.ok(Math.abs(requests.length - 30_000) < 900, String(requests.length));
  });

  it('is in the order of a log, within its days', () => {
    const ends = requests.map(endOf);
    assert.deepEqual(
      ends,
      ends.toSorted((a, b) => a - b),
    );
    assert.ok(ends[0]! >= START && ends.at(-1)! < START + 2 * 86_400);
  });

  it('shows what ordinary logs show', () => {
    const shows: Record<string, (request: LoggedRequest) => boolean> = {
      'a search with signs': ({ target }) => /\?s=.*%2[27]/.test(target),
      'an order': ({ method, target }) => method === 'POST' && target === '/?wc-ajax=checkout',
      'a message to the shop': ({ method, target }) => method === 'POST' && target.endsWith('/feedback'),
      'a page that asks for news': ({ target }) => target.startsWith('/wp-json/mise/v1/orders/'),
      'a film in pieces': ({ status, target }) => status === 206 && target.endsWith('.mp4'),
      'an unchanged file': ({ status }) => status === 304,
      'an old link': ({ status, referrer }) => status === 404 && referrer.startsWith('https://www.google'),
      'a mistyped password': ({ method, status, target }) =>
        method === 'POST' && status === 200 && target === '/wp-login.php',
      'an upload of pictures': ({ target }) => target === '/wp-admin/async-upload.php',
      'a notice of a payment': ({ target }) => target === '/?wc-api=wc_payments',
      'a reader of the newsletter': ({ target }) => target.includes('utm_source=newsletter'),
      'an answer to a scanner': ({ status, client }) => status === 404 && client.startsWith('198.19.'),
      'a user of the server': ({ user }) => user !== undefined,
      'an AI crawler': ({ userAgent }) => userAgent.includes('GPTBot'),
      Jetpack: ({ target }) => target.startsWith('/xmlrpc.php?for=jetpack'),
    };
    for (const [what, isShown] of Object.entries(shows)) assert.ok(requests.some(isShown), `nothing shows ${what}`);
  });
});

describe('A day of attacks', () => {
  const { requests, truth } = attackDay(3);
  const attackers = new Set(
    truth.campaigns
      .filter((each) => !each.clientsAreVictims)
      .flatMap(({ clients }) => clients.map(({ address }) => address)),
  );

  it('is the same for the same seed and another for another seed', () => {
    const again = attackDay(3);
    assert.deepEqual(again.requests, requests);
    assert.deepEqual(again.truth, truth);
    assert.notDeepEqual(attackDay(4).truth, truth);
  });

  it('has a campaign of every family, with those of the other logs', () => {
    const families = [...truth.campaigns, ...otherLogs(3, START).map(({ campaign }) => campaign)].map(
      ({ family }) => family,
    );
    assert.deepEqual(families.toSorted(), CAMPAIGN_FAMILIES.toSorted());
  });

  it('is in the order of a log', () => {
    const ends = requests.map(endOf);
    assert.deepEqual(
      ends,
      ends.toSorted((a, b) => a - b),
    );
  });

  it('tells the truth about each attacker’s requests', () => {
    const sent = new Map<string, number>();
    for (const { client } of requests) sent.set(client, (sent.get(client) ?? 0) + 1);
    for (const { family, clients, count, all } of truth.campaigns.filter((each) => !each.clientsAreVictims)) {
      const logged = clients.reduce((sum, { address }) => sum + sent.get(address)!, 0);
      assert.equal(logged, all, family);
      assert.equal(
        clients.reduce((sum, client) => sum + client.count, 0),
        count,
        family,
      );
      assert.ok(count > 0 && count <= all, family);
    }
  });

  it('gives no attacker the address of anybody else', () => {
    const others = clean({ seed: 3, days: 1, lines: 6_000 }).map(({ client }) => client);
    assert.deepEqual(
      others.filter((client) => attackers.has(client)),
      [],
    );
    assert.deepEqual(
      truth.noise.filter((client) => attackers.has(client)),
      [],
    );
    assert.ok(truth.noise.length > 10);
  });

  it('breaks the programs of the site for everybody for a while', () => {
    const errors = truth.campaigns.find(({ family }) => family === 'server-errors')!;
    assert.ok(errors.clients.length > 3);
    assert.ok(Date.parse(errors.last) - Date.parse(errors.first) < 30 * 60_000);
  });
});

describe('The logs beside the access log', () => {
  it('are the same for the same seed and others for another seed', () => {
    assert.deepEqual(otherLogs(3, START), otherLogs(3, START));
    assert.notDeepEqual(otherLogs(4, START), otherLogs(3, START));
  });

  it('hold what the truth says of them', () => {
    const patterns = [/FAIL LOGIN/, /auth_basic:error/, /tw_contact\.php/];
    otherLogs(3, START).forEach(({ text, campaign }, index) => {
      const [client] = campaign.clients;
      const lines = text
        .split('\n')
        .filter((line) => patterns[index]!.test(line) && line.includes(client?.address ?? ''));
      assert.equal(lines.length, campaign.count, campaign.family);
    });
  });
});
