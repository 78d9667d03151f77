import assert from 'node:assert/strict';
import { SeededRandom } from '../../support/random';
import {
  BROWSER,
  DAY,
  every,
  findingsIn,
  HOUR,
  many,
  MINUTE,
  ORIGIN,
  outline,
  page,
  request,
  sent,
  stranger,
  uneven,
  visitor,
  visits,
  type Ask,
  type Request,
} from '../../support/traffic';

const random = new SeededRandom(81);
const OWNER = '203.0.113.10';
const OFFICE = '198.51.100.20';
const CARRIER = '203.0.113.200';

/** A visit of somebody with a browser: the pages and what they bring. */
function visit(client: string, from: number, paths: readonly string[], agent = BROWSER): Request[] {
  return paths.flatMap((path, n) => {
    const [opened, ...files] = every(1, 1, client, page(path), from + n * 40);
    return [
      ...sent([opened!], { agent, bytes: 18_000 }),
      ...sent(files, { agent, referrer: ORIGIN + path, bytes: 7000 }),
    ];
  });
}

const as = (agent: string, requests: readonly Request[]): Request[] => sent(requests, { agent });
const asked = (client: string, from: number, asks: readonly Ask[]): Request[] => every(1, 1, client, asks, from);

const days: Record<string, () => Request[]> = {
  'a newsletter that brings 2,000 people in half an hour': () =>
    many(2000, (n) => visit(visitor(n), 12 * HOUR + random.integer(0, 30 * MINUTE), ['/sale/'])),

  'the pictures of a newsletter, opened in mail programs': () =>
    many(1500, (n) => as(BROWSER, [request(stranger(n), 12 * HOUR + n, `GET /newsletter/open.php?id=a${n}f3c9`)])),

  'an application of one page whose parts ask all the time': () =>
    many(60, (n) => [
      ...visit(visitor(n), 9 * HOUR + n * 60, ['/app/']),
      ...sent(uneven(random, 5, 200, visitor(n), 'GET /api/state', 9 * HOUR + n * 60 + 9), {
        agent: BROWSER,
        referrer: `${ORIGIN}/app/`,
      }),
      ...sent(uneven(random, 20, 50, visitor(n), 'POST /api/events', 9 * HOUR + n * 60 + 9), {
        agent: BROWSER,
        referrer: `${ORIGIN}/app/`,
      }),
    ]),

  'a gallery of pictures': () =>
    many(50, (n) => [
      ...visit(visitor(n), n * 900, ['/gallery/']),
      ...sent(
        many(120, (k) => [request(visitor(n), n * 900 + 10 + Math.floor(k / 20), `GET /photo/${k}.jpg`)]),
        { agent: BROWSER, referrer: `${ORIGIN}/gallery/`, bytes: 200_000 },
      ),
    ]),

  'an office and a mobile network behind one address each': () =>
    many(400, (n) => [
      ...visit(
        OFFICE,
        9 * HOUR + random.integer(0, 8 * HOUR),
        ['/', '/news/'],
        `Mozilla/5.0 (Windows NT 10.0) Chrome/9${n % 9}.0`,
      ),
      ...visit(
        CARRIER,
        random.integer(0, DAY - HOUR),
        ['/'],
        `Mozilla/5.0 (Linux; Android 1${n % 3}; SO-${n}) Chrome/95.0 Mobile`,
      ),
    ]),

  'monitors, feed readers, and the site’s own timer': () => [
    ...as(
      'Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)',
      every(MINUTE, 1440, '203.0.113.30', 'HEAD /'),
    ),
    ...as(
      'Feedly/1.0 (+http://www.feedly.com/fetcher.html)',
      uneven(random, 900, 96, '203.0.113.31', 'GET /feed/ 304'),
    ),
    ...as(
      'WordPress/5.8.1; https://example.jp',
      uneven(random, 120, 700, '203.0.113.80', 'POST /wp-cron.php?doing_wp_cron=1'),
    ),
  ],

  'search engines and crawlers of language models at their usual pace': () =>
    ['GPTBot/1.2', 'ClaudeBot/1.0', 'AhrefsBot/7.0', 'Baiduspider/2.0', 'PetalBot'].flatMap((name, bot) =>
      as(
        `Mozilla/5.0 (compatible; ${name}; +http://example.com/bot)`,
        many(1500, (n) => [request(`203.0.113.${40 + bot}`, n * 20, `GET /page/${n} ${n % 40 === 0 ? 404 : 200}`)]),
      ),
    ),

  'an owner who works in WordPress, after three mistakes with the password': () =>
    as(BROWSER, [
      ...asked(OWNER, 9 * HOUR, [
        'GET /wp-login.php',
        'POST /wp-login.php',
        'POST /wp-login.php',
        'POST /wp-login.php',
        'POST /wp-login.php 302',
      ]),
      ...every(
        10 * MINUTE,
        30,
        OWNER,
        [
          'GET /wp-admin/',
          'GET /wp-admin/edit.php',
          'GET /wp-admin/upload.php',
          'GET /wp-admin/post.php?post=1&action=edit',
          'GET /wp-admin/load-styles.php',
          'POST /wp-admin/post.php 302',
        ],
        9 * HOUR + 60,
      ),
      ...every(15, 1200, OWNER, 'POST /wp-admin/admin-ajax.php', 9 * HOUR + 90),
      ...every(2, 60, OWNER, 'POST /wp-admin/async-upload.php', 11 * HOUR),
      ...asked(OWNER, 12 * HOUR, [
        'GET /wp-json/wp/v2/users?who=authors',
        'GET /wp-admin/theme-editor.php',
        'POST /wp-admin/update.php?action=upload-plugin',
      ]),
    ]),

  'an application that renews its token, and a webmail': () => [
    ...as(
      'ShopApp/3.1 (iPhone)',
      every(HOUR, 20, '203.0.113.60', ['GET /api/orders 401', 'POST /api/token', 'GET /api/orders']),
    ),
    ...as(BROWSER, every(30, 900, '203.0.113.61', 'POST /webmail/?_task=mail&_action=refresh')),
    ...as(BROWSER, visit('203.0.113.61', 8 * HOUR, ['/webmail/'])),
  ],

  'visitors who all come through the addresses of a CDN': () =>
    many(1500, (n) =>
      visit(
        `198.51.100.${100 + (n % 4)}`,
        random.integer(0, DAY - HOUR),
        ['/', '/shop/'],
        `Mozilla/5.0 (Windows NT 10.0) Chrome/${80 + (n % 15)}.0`,
      ),
    ),

  'orders of a shop, with payments and messages from services': () => [
    ...many(80, (n) => [
      ...visit(visitor(n), n * 900, ['/shop/', '/cart/']),
      ...as(
        BROWSER,
        asked(visitor(n), n * 900 + 100, [
          'POST /cart',
          'POST /shopping/confirm',
          'POST /shopping/confirm',
          'GET /shopping/complete',
        ]),
      ),
    ]),
    ...as('PayPal IPN ( https://www.paypal.com/ipn )', uneven(random, 600, 80, '203.0.113.70', 'POST /paypal/ipn.php')),
    ...as('LineBotWebhook/2.0', uneven(random, 400, 120, '203.0.113.71', 'POST /line/callback.php')),
  ],
};

describe('An ordinary day is no finding:', () => {
  for (const [day, traffic] of Object.entries(days)) {
    it(day, async () => {
      assert.deepEqual(outline(await findingsIn([visits(random, 120), traffic()])), []);
    });
  }

  it('all of that together', async () => {
    const all = Object.values(days).map((traffic) => traffic());
    assert.deepEqual(outline(await findingsIn([visits(random, 120), ...all])), []);
  });
});
