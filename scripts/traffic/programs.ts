import type { LoggedRequest } from './lines';
import { Choice, type Random } from './random';
import type { Resource, TrafficSite } from './trafficSite';

const DAY = 86_400;

/** A program that visits by itself and says so, from one or more addresses. */
export interface Program {
  readonly userAgent: string;
  readonly addresses: readonly string[];
}

/** Programs that come every day. */
export interface Programs {
  /** Busiest first. */
  readonly searchBots: readonly Program[];
  readonly feedReaders: readonly Program[];
  readonly monitor: Program;
}

const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
const GOOGLEBOT_SMARTPHONE =
  'Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) ' +
  'Chrome/95.0.4638.54 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
const BINGBOT = 'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)';
const APPLEBOT =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_5) AppleWebKit/605.1.15 (KHTML, like Gecko) ' +
  'Version/13.1.1 Safari/605.1.15 (Applebot/0.1; +http://www.apple.com/go/applebot)';

/** The usual programs, at the addresses given for each. */
export function usualPrograms(
  at: Record<'google' | 'bing' | 'apple' | 'feeds' | 'monitor', readonly string[]>,
): Programs {
  return {
    searchBots: [
      { userAgent: GOOGLEBOT, addresses: at.google },
      { userAgent: BINGBOT, addresses: at.bing },
      { userAgent: APPLEBOT, addresses: at.apple },
      { userAgent: GOOGLEBOT_SMARTPHONE, addresses: at.google },
    ],
    feedReaders: at.feeds.map((address, index) => ({
      userAgent:
        index % 2 === 0
          ? 'Feedly/1.0 (+http://www.feedly.com/fetcher.html; 7 subscribers)'
          : 'Tiny Tiny RSS/21.09 (http://tt-rss.org/)',
      addresses: [address],
    })),
    monitor: {
      userAgent: 'Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)',
      addresses: at.monitor,
    },
  };
}

/** `lines` requests of search bots over a day: in each crawl one bot reads robots.txt and then many pages in a row. */
export function searchBotDay(
  random: Random,
  site: TrafficSite,
  bots: readonly Program[],
  midnight: number,
  lines: number,
): LoggedRequest[] {
  const bot = new Choice(bots.map((program, index) => [program, bots.length - index] as const));
  const requests: LoggedRequest[] = [];
  while (requests.length < lines) crawl(random, site, bot.pick(random), midnight, requests);
  requests.length = lines;
  return requests;
}

function crawl(random: Random, site: TrafficSite, bot: Program, midnight: number, requests: LoggedRequest[]): void {
  const mean = random.integer(2, 40);
  const client = random.pick(bot.addresses);
  let time = midnight + random.integer(0, DAY - 1);
  for (const { path, bytes } of crawledResources(random, site)) {
    if (time >= midnight + DAY) return;
    const answer =
      path !== site.robots.path && random.chance(0.35) ? { status: 304, bytes: 0 } : { status: 200, bytes };
    requests.push(programRequest(site, { time, client, method: 'GET', target: path, ...answer }, bot));
    time += Math.ceil(random.gap(mean));
  }
}

function crawledResources(random: Random, site: TrafficSite): Resource[] {
  const resources = [site.robots];
  if (random.chance(0.2)) resources.push(site.sitemap);
  for (let pages = random.integer(5, 60); pages > 0; pages -= 1) {
    const page = random.pick(site.pages);
    resources.push(page);
    if (page.assets.length > 0 && random.chance(0.1)) resources.push(random.pick(page.assets));
  }
  return resources;
}

/** Feed readers look in all day, each at its own interval, and mostly hear that nothing is new. */
export function feedReaderDay(
  random: Random,
  site: TrafficSite,
  readers: readonly Program[],
  midnight: number,
): LoggedRequest[] {
  return readers.flatMap((reader) => {
    const interval = random.pick([900, 1_800, 3_600]);
    const client = random.pick(reader.addresses);
    const requests: LoggedRequest[] = [];
    for (
      let time = midnight + random.integer(0, interval);
      time < midnight + DAY;
      time += interval + random.integer(0, 9)
    ) {
      const answer = random.chance(0.08) ? { status: 200, bytes: site.feed.bytes } : { status: 304, bytes: 0 };
      requests.push(programRequest(site, { time, client, method: 'GET', target: site.feed.path, ...answer }, reader));
    }
    return requests;
  });
}

/** A monitor that asks for the front page every minute, every fifth time with HEAD. */
export function monitorDay(random: Random, site: TrafficSite, monitor: Program, midnight: number): LoggedRequest[] {
  const front = site.pages[0];
  if (front === undefined) return [];
  const second = random.integer(0, 50);
  const client = random.pick(monitor.addresses);
  const requests: LoggedRequest[] = [];
  for (let minute = 0; minute < 1_440; minute += 1) {
    const time = midnight + minute * 60 + second + random.integer(0, 2);
    const head = minute % 5 === 0;
    const request = { time, client, method: head ? 'HEAD' : 'GET', target: front.path, status: 200 };
    requests.push(programRequest(site, { ...request, bytes: head ? 0 : front.bytes }, monitor));
  }
  return requests;
}

/** Completes a request of a program, which sends no referrer and speaks an older version than browsers. */
function programRequest(
  site: TrafficSite,
  request: Omit<LoggedRequest, 'protocol' | 'referrer' | 'userAgent'>,
  program: Program,
): LoggedRequest {
  return { ...request, protocol: site.programProtocol, referrer: '-', userAgent: program.userAgent };
}
