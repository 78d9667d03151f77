import type { Entry } from '../entries';
import type { LoggedRequest } from '../lines';
import type { Random } from '../random';
import type { Page, Resource } from '../trafficSite';
import type { ShopSite } from './shopSite';

/** Somebody with a browser. */
export interface Visitor {
  readonly client: string;
  readonly userAgent: string;
  readonly phone: boolean;
  /** Some browsers and security programs never say where a visitor comes from. */
  readonly discreet: boolean;
  /** Number by which the shop's own statistics know the visitor; 0 for those who don't want that. */
  readonly statisticsId: number;
  /** Paths in the browser's cache. */
  readonly cache: Set<string>;
}

/** What the server answered, and how long it took in s. */
export type Answer = Pick<LoggedRequest, 'status' | 'bytes' | 'duration'>;

const PROTOCOL = 'HTTP/2.0';
const TITLES = ['湯のみ', 'Union Jack Mug', '“秋の新作”', 'Plates & Bowls', "Children's Cup", 'お買い物かご'];

/** One visitor's way through the shop: every step adds what the server logs. */
export class Visit {
  readonly requests: LoggedRequest[] = [];
  readonly random: Random;
  readonly site: ShopSite;
  readonly visitor: Visitor;
  /** When the visitor is now, s since 1970-01-01 UTC. */
  time: number;
  #location = '-';

  constructor(random: Random, site: ShopSite, visitor: Visitor, time: number) {
    this.random = random;
    this.site = site;
    this.visitor = visitor;
    this.time = time;
  }

  /** Loads a page and what belongs to it, coming from the page before unless from elsewhere. */
  open(page: Page, { referrer, query }: Entry = { referrer: this.#location, query: '' }): void {
    const firstVisit = this.visitor.cache.size === 0;
    this.#log(
      'GET',
      page.path + query,
      this.random.chance(0.02) ? { status: 304, bytes: 0 } : success(page.bytes),
      referrer,
    );
    this.#location = this.site.origin + page.path + query;
    for (const asset of page.assets) this.#load(asset);
    this.#count(referrer);
    if (firstVisit) this.#askForIcon();
    if (page.video !== undefined && this.random.chance(0.4)) this.#watch(page.video);
  }

  /** Comes to a page that isn't there (any more). */
  miss(target: string, referrer: string): void {
    this.#log('GET', target, { status: 404, bytes: this.site.notFoundBytes }, referrer);
    this.#location = this.site.origin + target;
    for (const asset of this.site.contact.assets) this.#load(asset);
  }

  /** Time passes: mostly little, now and then much. Mean in s. */
  pause(mean: number): void {
    this.time += Math.ceil(this.random.gap(mean));
  }

  /** What a script of the page asks for. */
  ask(method: string, target: string, answer: Answer): void {
    this.#log(method, target, answer, this.#location);
  }

  /** Sends a form and is led on to a page. */
  send(target: string, next: Page, query = ''): void {
    this.ask('POST', target, { status: 302, bytes: 0 });
    this.open(next, { referrer: this.#location, query });
  }

  /** The shop's own statistics: a script of each page sends its title and where the visitor comes from. */
  #count(referrer: string): void {
    const { statisticsId } = this.visitor;
    if (statisticsId === 0) return;
    const query = new URLSearchParams({
      action_name: `${this.random.pick(TITLES)} | 器の店 <うつわ>`,
      idsite: '1',
      rec: '1',
      r: String(this.random.integer(100_000, 999_999)),
      url: this.#location,
      urlref: referrer === '-' ? '' : referrer,
      _id: statisticsId.toString(16),
      res: this.visitor.phone ? '390x844' : '1920x1080',
    });
    this.ask('POST', `/matomo/matomo.php?${query.toString()}`, { status: 204, bytes: 0 });
  }

  #load(asset: Resource): void {
    const { random, visitor } = this;
    if (random.chance(0.2)) this.time += 1;
    const known = visitor.cache.has(asset.path);
    // A cached file is mostly not asked for at all, now and then asked whether it changed.
    if (known && !random.chance(0.1)) return;
    visitor.cache.add(asset.path);
    const answer = known && random.chance(0.9) ? { status: 304, bytes: 0 } : success(asset.bytes);
    this.ask('GET', asset.path, asset.bytes < 0 ? { status: 404, bytes: this.site.notFoundBytes } : answer);
  }

  /** Browsers ask for icons that a small shop never made. */
  #askForIcon(): void {
    const { random, visitor } = this;
    if (!random.chance(visitor.phone ? 0.15 : 0.6)) return;
    const target = visitor.phone ? '/apple-touch-icon.png' : '/favicon.ico';
    this.ask('GET', target, { status: 404, bytes: this.site.notFoundBytes });
  }

  /** A player asks for a film in ranges: two bytes to see whether it may, then piece after piece (RFC 9110, 15.3.7). */
  #watch(video: Resource): void {
    const { random } = this;
    this.ask('GET', video.path, { status: 206, bytes: 2 });
    const pieces = random.integer(2, 30);
    for (let piece = 0; piece < pieces; piece += 1) {
      const duration = random.integer(1, 9);
      this.ask('GET', video.path, { status: 206, bytes: Math.ceil(video.bytes / pieces), duration });
      this.time += duration + random.integer(0, 6);
    }
  }

  #log(method: string, target: string, answer: Answer, from: string): void {
    const { client, userAgent, discreet } = this.visitor;
    const referrer = discreet ? '-' : from;
    this.requests.push({ ...answer, method, target, referrer, time: this.time, client, protocol: PROTOCOL, userAgent });
  }
}

function success(bytes: number): Answer {
  return { status: 200, bytes };
}
