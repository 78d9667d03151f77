import { type AddressPlan, drawAddress } from './addresses';
import { drawUserAgent } from './agents';
import { drawEntry, type Entry } from './entries';
import type { LoggedRequest } from './lines';
import { Choice, type Random } from './random';
import type { Page, Resource, TrafficSite } from './trafficSite';

interface Visitor {
  readonly client: string;
  readonly userAgent: string;
  readonly phone: boolean;
  /** Some browsers and security programs never say where a visitor comes from. */
  readonly discreet: boolean;
  /** Paths in the browser's cache. */
  readonly cache: Set<string>;
}

const PHONES = 0.62;
const RETURNING = 0.4;
const DISCREET = 0.12;
const FILLS_FORM = 0.006;
/** Visitors remembered for coming back; older ones make room. */
const REMEMBERED = 20_000;

const PAGES_PER_VISIT = new Choice([1, 2, 3, 4, 6, 9].map((pages) => [pages, 1 / pages] as const));

/** The people who visit a site with browsers; some of them come back. */
export class Crowd {
  readonly #random: Random;
  readonly #site: TrafficSite;
  readonly #addresses: AddressPlan;
  readonly #pages: Choice<Page>;
  readonly #visitors: Visitor[] = [];

  constructor(random: Random, site: TrafficSite, addresses: AddressPlan) {
    this.#random = random;
    this.#site = site;
    this.#addresses = addresses;
    this.#pages = new Choice(site.pages.map((page) => [page, page.weight] as const));
  }

  /** All requests of one visit that begins at `time` (s since 1970-01-01 UTC), on `entry` or on any page. */
  visit(time: number, entry = this.#pages.pick(this.#random)): LoggedRequest[] {
    const random = this.#random;
    const visit = new Visit(random, this.#site, this.#drawVisitor(), time);
    visit.open(entry, drawEntry(random));
    for (let pages = PAGES_PER_VISIT.pick(random); pages > 1; pages -= 1) {
      visit.read();
      visit.open(this.#pages.pick(random));
    }
    if (random.chance(FILLS_FORM)) visit.fillForm();
    return visit.requests;
  }

  #drawVisitor(): Visitor {
    const random = this.#random;
    if (this.#visitors.length > 0 && random.chance(RETURNING)) return random.pick(this.#visitors);
    const phone = random.chance(PHONES);
    const visitor: Visitor = {
      client: drawAddress(random, this.#addresses, phone),
      userAgent: drawUserAgent(random, phone),
      phone,
      discreet: random.chance(DISCREET),
      cache: new Set(),
    };
    if (this.#visitors.length < REMEMBERED) this.#visitors.push(visitor);
    else this.#visitors[random.integer(0, REMEMBERED - 1)] = visitor;
    return visitor;
  }
}

/** One visitor's way through the site. */
class Visit {
  readonly requests: LoggedRequest[] = [];
  #time: number;
  #location = '-';

  constructor(
    private readonly random: Random,
    private readonly site: TrafficSite,
    private readonly visitor: Visitor,
    time: number,
  ) {
    this.#time = time;
  }

  /** Loads a page and what belongs to it, coming from the page before unless from elsewhere. */
  open(page: Page, { referrer, query }: Entry = { referrer: this.#location, query: '' }): void {
    const { random, visitor } = this;
    const firstVisit = visitor.cache.size === 0;
    this.#fetch({ ...page, path: page.path + query }, referrer);
    this.#location = this.site.origin + page.path + query;
    for (const asset of page.assets) {
      if (random.chance(0.3)) this.#time += 1;
      // A cached file is mostly not asked for at all, now and then asked whether it changed.
      if (!visitor.cache.has(asset.path) || random.chance(0.15)) this.#fetch(asset, this.#location);
    }
    if (firstVisit) this.#askForIcon();
    if (page.video !== undefined && random.chance(0.4)) this.#watch(page.video);
  }

  read(): void {
    this.#time += Math.ceil(this.random.gap(45));
  }

  /** Opens the form, fills it in, sends it and is led on to the thanks. */
  fillForm(): void {
    const { form } = this.site;
    this.read();
    this.open(form.page);
    this.#time += this.random.integer(70, 400);
    this.#log({ method: 'POST', target: form.action, status: 302, bytes: 0, referrer: this.#location });
    this.open(form.thanks);
  }

  #fetch(resource: Resource, referrer: string): void {
    const { cache } = this.visitor;
    const unchanged = cache.has(resource.path) && this.random.chance(0.8);
    cache.add(resource.path);
    const answer = unchanged ? { status: 304, bytes: 0 } : { status: 200, bytes: resource.bytes };
    this.#log({ method: 'GET', target: resource.path, ...answer, referrer });
  }

  /** Browsers ask for icons that a small site never made. */
  #askForIcon(): void {
    const { random, site, visitor } = this;
    if (!random.chance(visitor.phone ? 0.15 : 0.7)) return;
    const target = visitor.phone ? '/apple-touch-icon.png' : '/favicon.ico';
    this.#log({ method: 'GET', target, status: 404, bytes: site.notFoundBytes, referrer: this.#location });
  }

  /** A player asks for a film in ranges: two bytes to see whether it may, then piece after piece (RFC 9110, 15.3.7). */
  #watch(video: Resource): void {
    const { random } = this;
    const range = { method: 'GET', target: video.path, status: 206, referrer: this.#location };
    this.#log({ ...range, bytes: 2 });
    const pieces = random.integer(1, 5);
    for (let piece = 0; piece < pieces; piece += 1) {
      const duration = random.integer(1, 9);
      this.#log({ ...range, bytes: Math.ceil(video.bytes / pieces), duration });
      this.#time += duration + random.integer(0, 6);
    }
  }

  #log(request: Omit<LoggedRequest, 'time' | 'client' | 'protocol' | 'userAgent'>): void {
    const { client, userAgent, discreet } = this.visitor;
    const referrer = discreet ? '-' : request.referrer;
    const protocol = this.site.browserProtocol;
    this.requests.push({ ...request, referrer, time: this.#time, client, protocol, userAgent });
  }
}
