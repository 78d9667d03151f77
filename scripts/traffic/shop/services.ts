import { drawIpv4 } from '../addresses';
import type { LoggedRequest } from '../lines';
import type { Random } from '../random';
import { repeating, type Actor } from './actor';
import { FEED_READERS, MONITORS, PAYMENTS, SERVER, STOCK_PROGRAM } from './places';
import type { ShopSite } from './shopSite';

type Request = Pick<LoggedRequest, 'client' | 'method' | 'target' | 'status' | 'bytes' | 'userAgent'>;

const FEED_AGENTS = [
  'Feedly/1.0 (+http://www.feedly.com/fetcher.html; 14 subscribers; like FeedFetcher-Google)',
  'Mozilla/5.0 (compatible; Inoreader/1.0; +https://www.inoreader.com/feed-fetcher; 3 subscribers)',
  'Tiny Tiny RSS/24.06 (https://tt-rss.org/)',
  'FreshRSS/1.27.0 (Linux; https://freshrss.org)',
];
/** Networks of Jetpack's servers (https://jetpack.com/support/how-to-add-jetpack-ips-allowlist/). */
const JETPACK = ['192.0.80', '192.0.101', '192.0.118'];
const PREVIEWS: readonly (readonly [agent: string, network: string])[] = [
  ['facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)', '69.171.230'],
  ['facebookexternalhit/1.1;line-poker/1.0', '147.92.179'],
  ['Twitterbot/1.0', '199.16.157'],
  ['Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)', '3.224.220'],
];

/** Programs that serve the shop or its readers, whatever the number of visitors. Each gets its own random numbers. */
export function createServices(random: (stream: number) => Random, site: ShopSite, start: number): Actor[] {
  return [
    ...MONITORS.map((client, index) => monitor(random(index), client, start)),
    ...FEED_READERS.map((client, index) => feedReader(random(10 + index), client, FEED_AGENTS[index]!, start)),
    scheduledTasks(random(20), site, start),
    stockProgram(random(21), start),
    jetpack(random(22), site, start),
    payments(random(23), start),
    previews(random(24), site, start),
    prefetchProxy(random(25), start),
    linkChecker(random(26), site, start),
    pingbacks(random(27), start),
    mailQueue(random(28), start),
    certificateRenewal(random(29), start),
  ];
}

/** Asks for the front page every minute or five, sometimes with HEAD. */
function monitor(random: Random, client: string, start: number): Actor {
  const every = random.pick([60, 300]);
  const method = random.pick(['GET', 'HEAD']);
  const userAgent = 'Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)';
  const request = { client, method, target: '/', status: 200, bytes: method === 'GET' ? 64_310 : 0, userAgent };
  return repeating(
    start + random.integer(0, every),
    (time) => time + every + random.integer(-1, 1),
    (time) => [program(time, request)],
  );
}

function feedReader(random: Random, client: string, userAgent: string, start: number): Actor {
  const every = random.pick([900, 1_800, 3_600]);
  return repeating(
    start + random.integer(0, every),
    (time) => time + every + random.integer(0, 9),
    (time) => {
      const answer = random.chance(0.05) ? { status: 200, bytes: 41_220 } : { status: 304, bytes: 0 };
      return [program(time, { client, method: 'GET', target: '/feed/', ...answer, userAgent })];
    },
  );
}

/** WordPress calls itself when a visit finds work due. */
function scheduledTasks(random: Random, site: ShopSite, start: number): Actor {
  const userAgent = `WordPress/6.8.2; ${site.origin}`;
  return repeating(
    start + random.integer(0, 60),
    (time) => time + 60 + Math.ceil(random.gap(90)),
    (time) => {
      const target = `/wp-cron.php?doing_wp_cron=${time}.${random.integer(1_000_000, 9_999_999)}0997070312`;
      return [program(time, { client: SERVER, method: 'POST', target, status: 200, bytes: 0, userAgent })];
    },
  );
}

/** The stock of the warehouse is written into the shop every five minutes, all day. */
function stockProgram(random: Random, start: number): Actor {
  const userAgent = 'WooCommerce API Client-PHP/3.1.0';
  const target = '/wp-json/wc/v3/products/batch';
  return repeating(
    start + random.integer(0, 300),
    (time) => time + 300 + random.integer(-2, 2),
    (time) => {
      const read = {
        client: STOCK_PROGRAM,
        method: 'GET',
        target: '/wp-json/wc/v3/orders?status=processing',
        userAgent,
      };
      const write = { client: STOCK_PROGRAM, method: 'POST', target, status: 200, bytes: 18_330, userAgent };
      return [program(time, { ...read, status: 200, bytes: random.integer(2, 9_000) }), program(time + 2, write)];
    },
  );
}

/** Jetpack speaks to the site through xmlrpc.php, which attackers love too. */
function jetpack(random: Random, site: ShopSite, start: number): Actor {
  return repeating(
    start + random.integer(0, 3_600),
    (time) => time + Math.ceil(random.gap(2_400)),
    (time) => {
      const client = drawIpv4(random, random.pick(JETPACK));
      const target = `/xmlrpc.php?for=jetpack&token=a%3A1%3A1&timestamp=${time}&nonce=${random.integer(1e8, 9e8)}`;
      return [
        program(time, {
          client,
          method: 'POST',
          target,
          status: 200,
          bytes: 840,
          userAgent: `Jetpack by WordPress.com (${site.host})`,
        }),
      ];
    },
  );
}

/** The payment company tells the shop of each payment, and again when it does not answer at once. */
function payments(random: Random, start: number): Actor {
  return repeating(
    start,
    (time) => time + Math.ceil(random.gap(1_500)),
    (time) => {
      const request = {
        client: random.pick(PAYMENTS),
        method: 'POST',
        target: '/?wc-api=wc_payments',
        userAgent: 'Payments/1.0 (+https://pay.example.com/webhooks)',
      };
      const failed = random.chance(0.02) ? [program(time, { ...request, status: 500, bytes: 0 })] : [];
      return [...failed, program(time + 20 * failed.length, { ...request, status: 200, bytes: 2 })];
    },
  );
}

/** Somebody shares a page: the service fetches it to show a preview, a few times within a minute. */
function previews(random: Random, site: ShopSite, start: number): Actor {
  return repeating(
    start + random.integer(0, 900),
    (time) => time + Math.ceil(random.gap(1_800)),
    (time) => {
      const [userAgent, network] = random.pick(PREVIEWS);
      const { path, bytes } = random.favour(site.products);
      return Array.from({ length: random.integer(1, 4) }, (_, index) =>
        program(time + index * random.integer(0, 15), {
          client: drawIpv4(random, network),
          method: 'GET',
          target: path,
          status: 206,
          bytes,
          userAgent,
        }),
      );
    },
  );
}

/** Phones load search results in advance through a proxy, which asks first whether it may. */
function prefetchProxy(random: Random, start: number): Actor {
  const userAgent = 'Chrome Privacy Preserving Prefetch Proxy';
  return repeating(
    start,
    (time) => time + Math.ceil(random.gap(700)),
    (time) => [
      program(time, {
        client: drawIpv4(random, '66.102.8'),
        method: 'GET',
        target: '/.well-known/traffic-advice',
        status: 404,
        bytes: 19_874,
        userAgent,
      }),
    ],
  );
}

/** A plug-in of the owner's own looks once a day which links are broken. */
function linkChecker(random: Random, site: ShopSite, start: number): Actor {
  return repeating(
    start + random.integer(0, 86_400),
    (time) => time + 86_400,
    (time) =>
      Array.from({ length: 60 }, (_, index) => {
        const gone = random.chance(0.08);
        const target = gone ? `/old/${random.integer(1, 99)}.html` : random.pick(site.articles).path;
        const request = { client: SERVER, method: 'HEAD', target, status: gone ? 404 : 200, bytes: 0 };
        return program(time + index * 3, { ...request, userAgent: `WordPress/6.8.2; ${site.origin}` });
      }),
  );
}

/** Blogs that link to the shop say so, as WordPress does by itself. */
function pingbacks(random: Random, start: number): Actor {
  return repeating(
    start + random.integer(0, 40_000),
    (time) => time + Math.ceil(random.gap(50_000)),
    (time) => {
      const userAgent = `WordPress/6.8.2; https://blog${random.integer(1, 40)}.example.com; verifying pingback from ${SERVER}`;
      const client = drawIpv4(random, '192.0.2');
      return [program(time, { client, method: 'POST', target: '/xmlrpc.php', status: 200, bytes: 382, userAgent })];
    },
  );
}

/** A job of the rented server calls a program that no page leads to, all day: mails that wait are sent. */
function mailQueue(random: Random, start: number): Actor {
  const target = '/batch/send_queue.php?key=5f2c9a81d7e04b36';
  return repeating(
    start + random.integer(0, 600),
    (time) => time + 600 + random.integer(0, 2),
    (time) => [
      program(time, {
        client: SERVER,
        method: 'GET',
        target,
        status: 200,
        bytes: random.integer(2, 60),
        userAgent: 'Wget/1.21.4',
      }),
    ],
  );
}

/** Let's Encrypt looks from several places whether the site is who it says. */
function certificateRenewal(random: Random, start: number): Actor {
  const userAgent = "Mozilla/5.0 (compatible; Let's Encrypt validation server; +https://www.letsencrypt.org)";
  return repeating(
    start + random.integer(0, 30 * 86_400),
    (time) => time + 60 * 86_400,
    (time) => {
      const target = `/.well-known/acme-challenge/${random.integer(1e8, 9e8).toString(36)}Qx_${random.integer(1e8, 9e8).toString(36)}`;
      return Array.from({ length: 5 }, (_, index) =>
        program(time + index, {
          client: `192.0.2.${210 + index}`,
          method: 'GET',
          target,
          status: 200,
          bytes: 87,
          userAgent,
        }),
      );
    },
  );
}

function program(time: number, request: Request): LoggedRequest {
  return { ...request, time, protocol: 'HTTP/1.1', referrer: '-' };
}
