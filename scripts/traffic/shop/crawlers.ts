import { drawIpv4 } from '../addresses';
import type { LoggedRequest } from '../lines';
import type { Random } from '../random';
import type { Actor } from './actor';
import type { ShopSite } from './shopSite';

/** A program that reads whole sites and says who it is. */
interface Crawler {
  readonly userAgent: string;
  /** First octets of the networks that its operator publishes or is known for. */
  readonly networks: readonly string[];
  /** How many addresses of them visit this shop. */
  readonly addresses: number;
  /** Share of all requests of crawlers. */
  readonly share: number;
  /** Mean pause between two requests of a session, s. */
  readonly pause: number;
  /** Requests of a session: fewest and most. */
  readonly session: readonly [number, number];
  /** Share of its requests that ask for sorted and filtered lists, of which a shop has more than anyone can read. */
  readonly lists?: number;
  readonly pictures?: boolean;
}

const COMPATIBLE = (name: string): string => `Mozilla/5.0 (compatible; ${name})`;
const CHROME = 'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible;';

/** Crawlers of autumn 2025 with the networks that they really use (operators' pages; the owners of the networks agree). */
const CRAWLERS: readonly Crawler[] = [
  {
    userAgent:
      'Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.7258.138 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    networks: ['66.249.66', '66.249.68', '66.249.79'],
    addresses: 24,
    share: 22,
    pause: 25,
    session: [5, 60],
    lists: 0.15,
  },
  {
    userAgent: COMPATIBLE('Googlebot/2.1; +http://www.google.com/bot.html'),
    networks: ['66.249.66', '66.249.79'],
    addresses: 10,
    share: 6,
    pause: 30,
    session: [3, 40],
  },
  {
    userAgent: 'Googlebot-Image/1.0',
    networks: ['66.249.66'],
    addresses: 6,
    share: 5,
    pause: 8,
    session: [10, 80],
    pictures: true,
  },
  {
    userAgent: `${CHROME} bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/116.0.1938.76 Safari/537.36`,
    networks: ['157.55.39', '40.77.167', '207.46.13'],
    addresses: 30,
    share: 14,
    pause: 6,
    session: [10, 120],
    lists: 0.2,
  },
  {
    userAgent:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15 (Applebot/0.1; +http://www.apple.com/go/applebot)',
    networks: ['17.241.219', '17.241.227', '17.22.237'],
    addresses: 16,
    share: 6,
    pause: 40,
    session: [2, 20],
  },
  {
    userAgent: `${CHROME} GPTBot/1.2; +https://openai.com/gptbot)`,
    networks: ['20.171.207'],
    addresses: 6,
    share: 10,
    pause: 2,
    session: [100, 700],
    lists: 0.4,
  },
  {
    userAgent: `${CHROME} ClaudeBot/1.0; +claudebot@anthropic.com)`,
    networks: ['216.73.216'],
    addresses: 4,
    share: 9,
    pause: 3,
    session: [80, 500],
    lists: 0.3,
  },
  {
    userAgent: 'meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)',
    networks: ['57.141.0', '57.141.4'],
    addresses: 40,
    share: 9,
    pause: 4,
    session: [20, 200],
    lists: 0.6,
  },
  {
    userAgent: `${CHROME} Amazonbot/0.1; +https://developer.amazon.com/support/amazonbot) Chrome/119.0.6045.214 Safari/537.36`,
    networks: ['3.224.220', '52.70.240'],
    addresses: 12,
    share: 4,
    pause: 15,
    session: [10, 80],
    lists: 0.3,
  },
  {
    userAgent:
      'Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36 (compatible; Bytespider; spider-feedback@bytedance.com)',
    networks: ['47.128.20', '47.128.55'],
    addresses: 30,
    share: 3,
    pause: 20,
    session: [3, 30],
  },
  {
    userAgent: COMPATIBLE('AhrefsBot/7.0; +http://ahrefs.com/robot/'),
    networks: ['54.36.148', '51.222.253'],
    addresses: 60,
    share: 7,
    pause: 12,
    session: [20, 120],
    lists: 0.3,
  },
  {
    userAgent: COMPATIBLE('SemrushBot/7~bl; +http://www.semrush.com/bot.html'),
    networks: ['85.208.96', '185.191.171'],
    addresses: 24,
    share: 6,
    pause: 10,
    session: [10, 90],
    lists: 0.2,
  },
  {
    userAgent: COMPATIBLE('DotBot/1.2; +https://opensiteexplorer.org/dotbot; help@moz.com'),
    networks: ['216.244.66'],
    addresses: 4,
    share: 2,
    pause: 20,
    session: [10, 60],
  },
  {
    userAgent: COMPATIBLE('PetalBot;+https://webmaster.petalsearch.com/site/petalbot'),
    networks: ['114.119.130', '114.119.145'],
    addresses: 20,
    share: 3,
    pause: 30,
    session: [2, 25],
  },
  {
    userAgent: COMPATIBLE('YandexBot/3.0; +http://yandex.com/bots'),
    networks: ['5.255.253'],
    addresses: 8,
    share: 2,
    pause: 20,
    session: [3, 30],
  },
  {
    userAgent: 'AdsBot-Google (+http://www.google.com/adsbot.html)',
    networks: ['66.249.79', '74.125.212'],
    addresses: 8,
    share: 4,
    pause: 10,
    session: [5, 40],
  },
  {
    userAgent:
      'Mozilla/5.0 (X11; Linux x86_64; Storebot-Google/1.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36',
    networks: ['66.249.79'],
    addresses: 4,
    share: 3,
    pause: 12,
    session: [5, 60],
  },
  {
    userAgent: COMPATIBLE('Baiduspider/2.0; +http://www.baidu.com/search/spider.html'),
    networks: ['116.179.37', '220.181.108'],
    addresses: 10,
    share: 2,
    pause: 20,
    session: [2, 20],
  },
  {
    userAgent: 'DuckDuckBot/1.1; (+http://duckduckgo.com/duckduckbot.html)',
    networks: ['20.191.45'],
    addresses: 3,
    share: 1,
    pause: 20,
    session: [2, 20],
  },
  {
    userAgent: 'ICC-Crawler/3.0 (Mozilla-compatible; ; https://ucri.nict.go.jp/en/icccrawler.html)',
    networks: ['202.180.34'],
    addresses: 2,
    share: 1,
    pause: 30,
    session: [5, 40],
  },
];

const SORTS = ['popularity', 'rating', 'date', 'price', 'price-desc', 'menu_order'];
const COLOURS = ['blue', 'white', 'black', 'green', 'red', 'brown', 'grey'];
const DAY = 86_400;

/** Every crawler; together they send about `perDay` requests a day. */
export function createCrawlers(random: (stream: number) => Random, site: ShopSite, perDay: number): Actor[] {
  const shares = CRAWLERS.reduce((sum, { share }) => sum + share, 0);
  return CRAWLERS.map((crawler, index) =>
    createCrawler(random(index), site, crawler, (perDay * crawler.share) / shares),
  );
}

function createCrawler(random: Random, site: ShopSite, crawler: Crawler, perDay: number): Actor {
  const addresses = Array.from({ length: crawler.addresses }, () => drawIpv4(random, random.pick(crawler.networks)));
  const [fewest, most] = crawler.session;
  const sessionsPerSecond = perDay / ((fewest + most) / 2) / DAY;
  return {
    begin(from, to) {
      const expected = (to - from) * sessionsPerSecond;
      const sessions = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0);
      return Array.from({ length: sessions }, () => {
        return crawl(random, site, crawler, random.pick(addresses), random.integer(from, to - 1));
      }).flat();
    },
  };
}

function crawl(random: Random, site: ShopSite, crawler: Crawler, client: string, start: number): LoggedRequest[] {
  const requests: LoggedRequest[] = [];
  let time = start;
  const ask = (target: string, status: number, bytes: number): void => {
    const { userAgent } = crawler;
    requests.push({
      time,
      client,
      method: 'GET',
      target,
      protocol: 'HTTP/1.1',
      status,
      bytes,
      referrer: '-',
      userAgent,
    });
    time += Math.ceil(random.gap(crawler.pause));
  };
  if (random.chance(0.4)) ask('/robots.txt', 200, 168);
  for (let left = random.integer(...crawler.session); left > 0; left -= 1) {
    const draw = random.next();
    // Search engines remember pages for years after they went, and look whether they came back.
    if (draw < 0.03) ask(`/item/${random.integer(1, 2_000)}.html`, 404, site.notFoundBytes);
    else if (draw < 0.05) ask(`/product/${random.integer(1, 500)}-old/`, 301, 0);
    else if (crawler.pictures) ask(drawPicture(random, site), 200, random.integer(20_000, 200_000));
    else if (random.chance(crawler.lists ?? 0)) ask(drawList(random, site), 200, random.integer(48_000, 70_000));
    else ask(drawPage(random, site), random.chance(0.15) ? 304 : 200, random.integer(22_000, 64_000));
  }
  return requests.map((request) => (request.status === 304 ? { ...request, bytes: 0 } : request));
}

function drawPage(random: Random, site: ShopSite): string {
  const kinds = [site.products, site.products, site.products, site.articles, site.categories, site.company];
  return random.pick(random.pick(kinds)).path;
}

function drawPicture(random: Random, site: ShopSite): string {
  const shown = random.pick(site.products).assets;
  return shown.at(-random.integer(1, 2))!.path;
}

function drawList(random: Random, site: ShopSite): string {
  const { path } = random.pick(site.categories);
  const price = `min_price=${random.integer(1, 20) * 500}&max_price=${random.integer(21, 60) * 500}`;
  const paged = random.chance(0.5) ? `page/${random.integer(2, 20)}/` : '';
  return `${path}${paged}?filter_color=${random.pick(COLOURS)}&${price}&orderby=${random.pick(SORTS)}`;
}
