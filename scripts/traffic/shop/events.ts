import type { LoggedRequest } from '../lines';
import type { Random } from '../random';
import type { Actor } from './actor';
import { MAIL_GATEWAYS } from './places';
import type { Shoppers } from './shoppers';
import type { ShopSite } from './shopSite';

/** Minutes in which half of those come who follow the link of a newsletter. */
const RUSH = 12 * 60;
/** Readers whose mail goes through a gateway that opens every link first. */
const CHECKED = 0.04;

/**
 * A newsletter that goes out at a time: `readers` people come to one page, most of them within minutes, each with a number of
 * their own behind the address.
 */
export function createNewsletter(
  random: Random,
  site: ShopSite,
  shoppers: Shoppers,
  at: number,
  readers: number,
): Actor {
  return {
    begin(from, to) {
      if (at < from || at >= to) return [];
      return Array.from({ length: readers }, () => {
        const draw = random.next();
        const time = at + Math.floor((RUSH * draw) / (1.02 - draw));
        const query = `?utm_source=newsletter&utm_medium=email&utm_campaign=autumn&uid=${random.integer(1e8, 9e8)}`;
        const visit = shoppers.visit(time, { page: site.campaign, query });
        return random.chance(CHECKED) ? [check(random, site, time, query), ...visit] : visit;
      }).flat();
    },
  };
}

function check(random: Random, site: ShopSite, time: number, query: string): LoggedRequest {
  const { path, bytes } = site.campaign;
  return {
    time,
    client: random.pick(MAIL_GATEWAYS),
    method: random.pick(['GET', 'HEAD']),
    target: path + query,
    protocol: 'HTTP/1.1',
    status: 200,
    bytes,
    referrer: '-',
    userAgent:
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/116.0.0.0 Safari/537.36',
  };
}

/** Whoever waits for a thing that sells out at once loads its page again and again, from some minutes before the hour on. */
const BEFORE_SALE = 5 * 60;
const AFTER_SALE = 3 * 60;

/** Something rare is sold from a time on: `buyers` people wait for it. */
export function createSale(random: Random, site: ShopSite, shoppers: Shoppers, at: number, buyers: number): Actor {
  const from = at - BEFORE_SALE;
  const page = site.products[3]!;
  return {
    begin(begin, to) {
      if (from < begin || from >= to) return [];
      return Array.from({ length: buyers }, () => {
        const patience = random.integer(3, 20);
        return shoppers.wait(from + random.integer(0, BEFORE_SALE), page, patience, at + random.integer(0, AFTER_SALE));
      }).flat();
    },
  };
}
