import type { LoggedRequest } from '../lines';
import { Choice, type Random } from '../random';
import type { Actor } from './actor';
import { drawBrowser } from './browsers';
import { OFFICE, STAFF_HOME } from './places';
import type { ShopSite } from './shopSite';

const DAY = 86_400;
const HOUR = 3_600;
const AJAX = '/wp-admin/admin-ajax.php';

const ADMIN_PAGES = new Choice<string>([
  ['/wp-admin/', 4],
  ['/wp-admin/edit.php?post_type=product', 7],
  ['/wp-admin/edit.php?post_type=shop_order', 7],
  ['/wp-admin/admin.php?page=wc-orders&status=wc-processing', 7],
  ['/wp-admin/upload.php?mode=list', 3],
  ['/wp-admin/post-new.php?post_type=product', 3],
  ['/wp-admin/edit-comments.php', 2],
  ['/wp-admin/users.php?role=customer', 1],
  ['/wp-admin/plugins.php', 1],
  ['/wp-admin/theme-editor.php?file=functions.php&theme=mise', 0.1],
]);

const ADMIN_ASSETS = [
  '/wp-admin/load-styles.php?c=0&dir=ltr&load%5Bchunk_0%5D=dashicons,admin-bar,common,forms,admin-menu&ver=6.8.2',
  '/wp-admin/load-scripts.php?c=0&load%5Bchunk_0%5D=jquery-core,jquery-migrate,utils,hoverintent-js,common&ver=6.8.2',
];

/** The people who run the shop, on their working days. */
export function createStaff(random: (stream: number) => Random, site: ShopSite): Actor[] {
  return [
    daily(random(0), 0.9, (own, midnight) => workInWordPress(own, site, OFFICE, midnight + 9 * HOUR)),
    daily(random(1), 0.6, (own, midnight) => workInWordPress(own, site, OFFICE, midnight + 10 * HOUR)),
    daily(random(2), 0.5, (own, midnight) => workInWordPress(own, site, STAFF_HOME, midnight + 20 * HOUR)),
    daily(random(3), 0.4, (own, midnight) => writeInMovableType(own, site, midnight + 14 * HOUR)),
    daily(random(4), 0.7, (own, midnight) => readStatistics(own, site, midnight + 11 * HOUR)),
    daily(random(5), 0.3, (own, midnight) => uploadPriceList(own, site, midnight + 16 * HOUR)),
    daily(random(6), 0.1, (own, midnight) => developPlugin(own, site, midnight + 13 * HOUR)),
  ];
}

/** Does something on some days; `midnight` is the day's first second in Japan. */
function daily(random: Random, share: number, work: (random: Random, midnight: number) => LoggedRequest[]): Actor {
  return {
    begin(from, to) {
      const midnight = Math.ceil((from + 9 * HOUR) / DAY) * DAY - 9 * HOUR;
      return midnight >= from && midnight < to && random.chance(share) ? work(random, midnight) : [];
    },
  };
}

/** Somebody at work with a browser: requests follow each other, each from the page before. */
class Worker {
  readonly requests: LoggedRequest[] = [];
  time: number;
  readonly #random: Random;
  readonly #site: ShopSite;
  readonly #client: string;
  readonly #userAgent: string;
  readonly #user: string | undefined;
  #page = '/';

  constructor(random: Random, site: ShopSite, client: string, time: number, user?: string) {
    this.#random = random;
    this.#site = site;
    this.#client = client;
    this.#userAgent = drawBrowser(random, false);
    this.#user = user;
    this.time = time + random.integer(0, HOUR);
  }

  open(target: string, bytes = this.#random.integer(18_000, 90_000), status = 200): void {
    this.send('GET', target, status, bytes);
    this.#page = target;
  }

  send(method: string, target: string, status: number, bytes: number, user = this.#user): void {
    this.requests.push({
      time: this.time,
      client: this.#client,
      user: status === 401 ? undefined : user,
      method,
      target,
      protocol: 'HTTP/2.0',
      status,
      bytes,
      referrer: this.#site.origin + this.#page,
      userAgent: this.#userAgent,
    });
  }

  pause(mean: number): void {
    this.time += Math.ceil(this.#random.gap(mean));
  }
}

/** Log-in, sometimes with a wrong password first, then admin pages that send a heartbeat as long as they are open. */
function workInWordPress(random: Random, site: ShopSite, client: string, from: number): LoggedRequest[] {
  const worker = new Worker(random, site, client, from);
  const end = worker.time + random.integer(2, 8) * HOUR;
  worker.open(`/wp-login.php?redirect_to=${encodeURIComponent(`${site.origin}/wp-admin/`)}&reauth=1`, 9_120);
  for (let mistakes = random.chance(0.3) ? random.integer(1, 3) : 0; mistakes > 0; mistakes -= 1) {
    worker.pause(15);
    worker.send('POST', '/wp-login.php', 200, 9_820);
  }
  worker.pause(12);
  worker.send('POST', '/wp-login.php', 302, 0);
  while (worker.time < end) {
    if (random.chance(0.05)) uploadPictures(random, worker);
    else if (random.chance(0.02)) updatePlugin(random, worker);
    else if (random.chance(0.25)) editProduct(random, worker);
    else stayOn(random, worker, ADMIN_PAGES.pick(random));
  }
  return worker.requests;
}

function stayOn(random: Random, worker: Worker, page: string): void {
  worker.open(page);
  for (const asset of ADMIN_ASSETS) {
    worker.send('GET', asset, random.chance(0.7) ? 304 : 200, random.integer(20_000, 90_000));
  }
  const leaves = worker.time + Math.ceil(random.gap(700));
  const heartbeat = random.pick([15, 60, 120]);
  for (worker.time += heartbeat; worker.time < leaves; worker.time += heartbeat) {
    worker.send('POST', AJAX, 200, random.integer(40, 120));
  }
}

/** Product editor: the text is saved every minute, pictures and prices by scripts. */
function editProduct(random: Random, worker: Worker): void {
  const product = random.integer(1_000, 1_900);
  worker.open(`/wp-admin/post.php?post=${product}&action=edit`);
  for (let minutes = random.integer(3, 25); minutes > 0; minutes -= 1) {
    worker.time += 60;
    worker.send('POST', `/wp-json/wp/v2/product/${product}/autosaves?_locale=user`, 200, 5_120);
    if (random.chance(0.5)) worker.send('POST', AJAX, 200, random.integer(200, 4_000));
  }
  worker.send('POST', '/wp-admin/post.php', 302, 0);
  worker.open(`/wp-admin/post.php?post=${product}&action=edit&message=1`);
}

/** Twenty photographs dropped at once: one request each, one after the other. */
function uploadPictures(random: Random, worker: Worker): void {
  worker.open('/wp-admin/media-new.php');
  for (let pictures = random.integer(5, 40); pictures > 0; pictures -= 1) {
    worker.time += random.integer(1, 3);
    worker.send('POST', '/wp-admin/async-upload.php', 200, random.integer(900, 1_100));
  }
}

function updatePlugin(random: Random, worker: Worker): void {
  worker.open('/wp-admin/plugins.php');
  worker.pause(10);
  worker.send('POST', AJAX, 200, 640);
  worker.pause(8);
  worker.open(`/wp-admin/update.php?action=upload-plugin&package=${random.integer(10, 99)}&overwrite=update-plugin`);
}

/** The diary of the shop is kept in an older program. */
function writeInMovableType(random: Random, site: ShopSite, from: number): LoggedRequest[] {
  const worker = new Worker(random, site, OFFICE, from);
  worker.open('/mt/mt.cgi', 6_400);
  worker.pause(15);
  if (random.chance(0.2)) worker.send('POST', '/mt/mt.cgi', 200, 6_720);
  worker.send('POST', '/mt/mt.cgi', 200, 31_000);
  for (let steps = random.integer(10, 70); steps > 0; steps -= 1) {
    worker.pause(50);
    worker.send('POST', '/mt/mt.cgi', random.chance(0.4) ? 302 : 200, random.integer(900, 40_000));
  }
  return worker.requests;
}

/** A folder with a password of the server: the browser is refused once and then sends the name along. */
function readStatistics(random: Random, site: ShopSite, from: number): LoggedRequest[] {
  const worker = new Worker(random, site, OFFICE, from, 'tencho');
  for (let mistakes = random.chance(0.2) ? 3 : 1; mistakes > 0; mistakes -= 1) {
    worker.send('GET', '/private/stats/', 401, 381);
    worker.pause(8);
  }
  for (let pages = random.integer(3, 20); pages > 0; pages -= 1) {
    worker.open(`/private/stats/${random.pick(['', 'referrers.html', 'pages.html', 'days.html'])}`);
    worker.pause(30);
  }
  return worker.requests;
}

/** A program for the staff alone: nothing leads to it, and it takes files. */
function uploadPriceList(random: Random, site: ShopSite, from: number): LoggedRequest[] {
  const worker = new Worker(random, site, OFFICE, from);
  for (let lists = random.integer(1, 4); lists > 0; lists -= 1) {
    worker.open('/tools/price_upload.php', 3_120);
    worker.pause(40);
    worker.send('POST', '/tools/price_upload.php', 200, random.integer(3_200, 9_000));
    worker.pause(60);
  }
  return worker.requests;
}

/** Somebody changes the shop's plug-in on the running site, which breaks now and then. */
function developPlugin(random: Random, site: ShopSite, from: number): LoggedRequest[] {
  const worker = new Worker(random, site, STAFF_HOME, from);
  for (let tries = random.integer(20, 90); tries > 0; tries -= 1) {
    const status = random.chance(0.3) ? 500 : 200;
    worker.open(`/order-status/?order=${random.integer(10_000, 99_999)}&debug=1`, status === 500 ? 0 : 18_900, status);
    worker.pause(35);
    if (random.chance(0.5)) worker.send('POST', '/wp-json/mise/v1/preview', status, random.integer(100, 4_000));
  }
  return worker.requests;
}
