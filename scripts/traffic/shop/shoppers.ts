import type { LoggedRequest } from '../lines';
import type { Random } from '../random';
import type { Page } from '../trafficSite';
import { drawBrowser } from './browsers';
import { drawHome, drawMobile, OFFICE } from './places';
import type { ShopSite } from './shopSite';
import { visitShop } from './shopping';
import { Visit, type Visitor } from './visit';

const PHONES = 0.66;
const AWAY_FROM_HOME = 0.45;
const RETURNING = 0.35;
const DISCREET = 0.12;
const COUNTED = 0.7;
const FROM_OFFICE = 0.01;
const OFFICE_PEOPLE = 60;
/** Visitors remembered for coming back; older ones make room. */
const REMEMBERED = 8_000;
const HOUR = 3_600;
const JST_OFFSET = 9 * HOUR;

/** The people who visit the shop; some of them come back, and those of one office share an address. */
export class Shoppers {
  readonly #random: Random;
  readonly #site: ShopSite;
  readonly #known: Visitor[] = [];
  readonly #office: Visitor[];

  constructor(random: Random, site: ShopSite) {
    this.#random = random;
    this.#site = site;
    this.#office = Array.from({ length: OFFICE_PEOPLE }, () => createVisitor(random, OFFICE, false));
  }

  /** All requests of one visit that begins at `time` (s since 1970-01-01 UTC), on a given page or on any. */
  visit(time: number, entry?: { readonly page: Page; readonly query: string }): LoggedRequest[] {
    const visit = new Visit(this.#random, this.#site, this.#drawVisitor(time), time);
    visitShop(visit, entry);
    return visit.requests;
  }

  /** Somebody who loads a page every `pause` seconds or so until a time. */
  wait(time: number, page: Page, pause: number, until: number): LoggedRequest[] {
    const visit = new Visit(this.#random, this.#site, this.#drawVisitor(time), time);
    for (visit.open(page); visit.time < until; visit.open(page)) visit.pause(pause);
    return visit.requests;
  }

  #drawVisitor(time: number): Visitor {
    const random = this.#random;
    const hour = Math.floor((time + JST_OFFSET) / HOUR) % 24;
    if (hour >= 9 && hour < 18 && random.chance(FROM_OFFICE)) return random.pick(this.#office);
    if (this.#known.length > 0 && random.chance(RETURNING)) return random.pick(this.#known);
    const phone = random.chance(PHONES);
    const client = phone && random.chance(AWAY_FROM_HOME) ? drawMobile(random) : drawHome(random);
    const visitor = createVisitor(random, client, phone);
    if (this.#known.length < REMEMBERED) this.#known.push(visitor);
    else this.#known[random.integer(0, REMEMBERED - 1)] = visitor;
    return visitor;
  }
}

function createVisitor(random: Random, client: string, phone: boolean): Visitor {
  return {
    client,
    userAgent: drawBrowser(random, phone),
    phone,
    discreet: random.chance(DISCREET),
    statisticsId: random.chance(COUNTED) ? random.integer(1e9, 9e9) : 0,
    cache: new Set(),
  };
}
