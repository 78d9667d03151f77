import { cumulativeVisits } from '../dayCurve';
import type { LoggedRequest } from '../lines';
import { Random } from '../random';
import type { Actor } from './actor';
import { createBackground } from './background';
import { createCrawlers } from './crawlers';
import { createNewsletter, createSale } from './events';
import { createServices } from './services';
import { Shoppers } from './shoppers';
import { createShopSite, type ShopSite } from './shopSite';
import { createStaff } from './staff';
import { Timeline } from './timeline';

/** How much clean traffic, and when. */
export interface CleanTrafficOptions {
  readonly seed: number;
  /** First second of the first day, s since 1970-01-01 UTC. */
  readonly start: number;
  readonly days: number;
  /** Requests in all, give or take a few. */
  readonly lines: number;
}

const DAY = 86_400;
/** Actors are asked for ten minutes at a time, so that little is held in memory. */
const SLICE = 600;
const CRAWLERS = 0.2;
/** Share of all requests that newsletter readers send. */
const NEWSLETTER = 0.03;
const NEWSLETTER_HOUR = 18;
const SALE_HOUR = 12;
/** Requests of one reader of a newsletter, on average. */
const REQUESTS_OF_A_READER = 45;

/** Independent sequences of random numbers, by what they are for. */
const STREAM = {
  site: 1,
  shoppers: 2,
  crawlers: 100,
  services: 200,
  staff: 300,
  background: 400,
  newsletter: 500,
  sale: 600,
};

/** The shop of a seed: attacks are aimed at the same pages that people visit. */
export function shopOf(seed: number): ShopSite {
  return createShopSite(new Random(seed, STREAM.site));
}

/** What a shop's log holds when nothing is wrong, in the order of the log. The same options always give the same requests. */
export function* cleanTraffic(options: CleanTrafficOptions): Generator<LoggedRequest> {
  const { seed, start, days, lines } = options;
  const end = start + days * DAY;
  const site = shopOf(seed);
  const shoppers = new Shoppers(new Random(seed, STREAM.shoppers), site);
  const actors = createActors(options, site, shoppers);
  const timeline = new Timeline(start);
  const random = new Random(seed, STREAM.shoppers + 1);
  let requests = 0;
  let ofPrograms = 0;
  for (let from = start; from < end; from += SLICE) {
    const to = from + SLICE;
    const begun = actors.flatMap((actor) => actor.begin(from, to)).filter(({ time }) => time < end);
    timeline.add(begun);
    requests += begun.length;
    ofPrograms += begun.length;
    // What is left of the lines belongs to people, more of it at noon than at night.
    const expected = (ofPrograms / (to - start)) * (end - to);
    const left = lines - requests - expected;
    const share =
      (visitsUpTo(to, start) - visitsUpTo(from, start)) / (visitsUpTo(end, start) - visitsUpTo(from, start));
    for (let quota = left * share; quota > 0;) {
      const visit = shoppers.visit(from + random.integer(0, SLICE - 1)).filter(({ time }) => time < end);
      timeline.add(visit);
      requests += visit.length;
      quota -= Math.max(1, visit.length);
    }
    yield* timeline.until(to);
  }
  yield* timeline.until(end);
}

function createActors({ seed, start, days, lines }: CleanTrafficOptions, site: ShopSite, shoppers: Shoppers): Actor[] {
  const streams =
    (first: number) =>
    (stream: number): Random =>
      new Random(seed, first + stream);
  const newsletter = start + Math.floor(days / 2) * DAY + NEWSLETTER_HOUR * 3_600;
  const readers = Math.round((lines * NEWSLETTER) / REQUESTS_OF_A_READER);
  return [
    ...createCrawlers(streams(STREAM.crawlers), site, (lines * CRAWLERS) / days),
    ...createServices(streams(STREAM.services), site, start),
    ...createStaff(streams(STREAM.staff), site),
    createBackground(new Random(seed, STREAM.background), site, start),
    createNewsletter(new Random(seed, STREAM.newsletter), site, shoppers, newsletter, readers),
    createSale(new Random(seed, STREAM.sale), site, shoppers, start + SALE_HOUR * 3_600, Math.round(readers / 10)),
  ];
}

/** Visits of a site up to a time, in arbitrary units. */
function visitsUpTo(time: number, start: number): number {
  const passed = time - start;
  return Math.floor(passed / DAY) * cumulativeVisits(DAY) + cumulativeVisits(passed % DAY);
}
