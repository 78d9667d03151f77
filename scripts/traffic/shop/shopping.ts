import { drawEntry } from '../entries';
import { Choice } from '../random';
import type { Page } from '../trafficSite';
import { formEncoded, SEARCH_WORDS } from './searchWords';
import type { Visit } from './visit';

const PAGES_PER_VISIT = new Choice([1, 2, 3, 4, 6, 9, 14].map((pages) => [pages, 1 / pages] as const));
const SORTS = ['popularity', 'rating', 'date', 'price', 'price-desc'];
const COLOURS = ['blue', 'white', 'black', 'green', 'red'];
const OLD_LINKS = ['/shop/item.php', '/goods/', '/index.html', '/link.htm', '/catalog/2014/', '/diary/'];
const JSON_BYTES = 412;

/** What some visitors do on the way, each with its probability. */
const ERRANDS: readonly (readonly [probability: number, errand: (visit: Visit) => void])[] = [
  [0.07, search],
  [0.05, sortCategory],
  [0.06, buy],
  [0.002, payInVain],
  [0.025, logIn],
  [0.004, register],
  [0.008, writeToShop],
  [0.002, comment],
  [0.01, watchOrder],
  [0.01, reload],
];

/** A visit of a person: an entry, some pages, perhaps an errand. `entry` is the first page where that is known. */
export function visitShop(visit: Visit, entry?: { readonly page: Page; readonly query: string }): void {
  const { random, site } = visit;
  if (entry !== undefined) visit.open(entry.page, { referrer: '-', query: entry.query });
  else if (random.chance(0.012)) visit.miss(drawOldLink(visit), 'https://www.google.com/');
  else visit.open(site.popular.pick(random), drawEntry(random));
  for (let pages = PAGES_PER_VISIT.pick(random); pages > 1; pages -= 1) {
    visit.pause(45);
    visit.open(site.popular.pick(random));
    for (const [probability, errand] of ERRANDS) if (random.chance(probability)) errand(visit);
  }
}

function drawOldLink({ random }: Visit): string {
  return `${random.pick(OLD_LINKS)}${random.chance(0.5) ? `?id=${random.integer(1, 400)}` : ''}`;
}

function search(visit: Visit): void {
  const { random, site } = visit;
  for (let tries = random.integer(1, 3); tries > 0; tries -= 1) {
    visit.pause(12);
    const query = `?s=${formEncoded(random.pick(SEARCH_WORDS))}&post_type=product`;
    visit.open({ ...site.front, assets: site.contact.assets }, { referrer: `${site.origin}/`, query });
  }
  visit.pause(20);
  visit.open(random.pick(site.products));
}

function sortCategory(visit: Visit): void {
  const { random, site } = visit;
  const category = random.pick(site.categories);
  for (let clicks = random.integer(1, 5); clicks > 0; clicks -= 1) {
    const filter = random.chance(0.4) ? `&filter_color=${random.pick(COLOURS)}%2C${random.pick(COLOURS)}` : '';
    const price = random.chance(0.3)
      ? `&min_price=${random.integer(1, 9) * 500}&max_price=${random.integer(10, 30) * 500}`
      : '';
    const paged = random.chance(0.4) ? `&paged=${random.integer(2, 9)}` : '';
    visit.open(category, {
      referrer: site.origin + category.path,
      query: `?orderby=${random.pick(SORTS)}${filter}${price}${paged}`,
    });
    visit.pause(15);
  }
}

function buy(visit: Visit): void {
  const { random, site } = visit;
  for (let things = random.integer(1, 4); things > 0; things -= 1) {
    visit.open(random.favour(site.products));
    visit.pause(30);
    visit.ask('POST', '/?wc-ajax=add_to_cart', { status: 200, bytes: 1_830 });
    visit.ask('POST', '/?wc-ajax=get_refreshed_fragments', { status: 200, bytes: 2_204 });
  }
  visit.open(site.cart);
  visit.pause(20);
  if (random.chance(0.3)) visit.send('/cart/', site.cart);
  if (!random.chance(0.5)) return;
  visit.open(site.checkout);
  // The sum is worked out anew with every field of the address.
  for (let fields = random.integer(2, 9); fields > 0; fields -= 1) {
    visit.pause(9);
    visit.ask('POST', '/?wc-ajax=update_order_review', { status: 200, bytes: random.integer(3_000, 5_000) });
  }
  if (random.chance(0.15)) visit.ask('POST', '/?wc-ajax=checkout', { status: 200, bytes: JSON_BYTES });
  visit.ask('POST', '/?wc-ajax=checkout', { status: 200, bytes: JSON_BYTES, duration: random.integer(1, 4) });
  const order = random.integer(10_000, 99_999);
  visit.open(
    { ...site.checkout, path: `/checkout/order-received/${order}/` },
    { referrer: `${site.origin}/checkout/`, query: `?key=wc_order_${random.integer(100_000, 999_999)}xQ` },
  );
}

/** A card is refused, or the network breaks off: the same order is sent again and again. */
function payInVain(visit: Visit): void {
  const { random, site } = visit;
  visit.open(site.checkout);
  for (let tries = random.integer(5, 30); tries > 0; tries -= 1) {
    visit.pause(14);
    visit.ask('POST', '/?wc-ajax=checkout', { status: random.chance(0.2) ? 500 : 200, bytes: JSON_BYTES });
  }
}

/** Customers forget their passwords: the page comes again with a message until it is right. */
function logIn(visit: Visit): void {
  const { random, site } = visit;
  visit.open(site.account);
  for (let mistakes = random.chance(0.25) ? random.integer(1, 4) : 0; mistakes > 0; mistakes -= 1) {
    visit.pause(14);
    visit.ask('POST', '/my-account/', { status: 200, bytes: 26_480 });
  }
  visit.pause(12);
  visit.send('/my-account/', { ...site.account, path: '/my-account/orders/' });
}

function register(visit: Visit): void {
  const { site } = visit;
  visit.open(site.account);
  visit.pause(60);
  visit.send('/my-account/?action=register', site.account);
}

/** The contact form: filled in, sent by a script (as Contact Form 7 does), sometimes corrected and sent again. */
function writeToShop(visit: Visit): void {
  const { random, site } = visit;
  visit.open(site.contact);
  visit.ask('GET', '/wp-json/contact-form-7/v1/contact-forms/12/feedback/schema', { status: 200, bytes: 690 });
  for (let sends = random.chance(0.3) ? 2 : 1; sends > 0; sends -= 1) {
    visit.pause(140);
    visit.ask('POST', '/wp-json/contact-form-7/v1/contact-forms/12/feedback', { status: 200, bytes: JSON_BYTES });
  }
}

function comment(visit: Visit): void {
  const { random, site } = visit;
  const article = random.favour(site.articles);
  visit.open(article);
  visit.pause(200);
  visit.send(
    '/wp-comments-post.php',
    article,
    `?unapproved=${random.integer(100, 999)}&moderation-hash=${random.integer(1e7, 9e7)}ab`,
  );
}

/** A page that asks for news every few seconds as long as it is open. */
function watchOrder(visit: Visit): void {
  const { random, site } = visit;
  const order = random.integer(10_000, 99_999);
  visit.open(site.orderStatus, { referrer: `${site.origin}/my-account/orders/`, query: `?order=${order}` });
  const every = random.pick([5, 10, 30]);
  const until = visit.time + random.integer(2, 45) * 60;
  while (visit.time < until) {
    visit.time += every;
    visit.ask('GET', `/wp-json/mise/v1/orders/${order}/status?_=${visit.time}${random.integer(100, 999)}`, {
      status: 200,
      bytes: 96,
    });
  }
}

/** Something sells out soon: the page is loaded again and again by hand. */
function reload(visit: Visit): void {
  const { random, site } = visit;
  const product = random.favour(site.products);
  for (let times = random.integer(4, 25); times > 0; times -= 1) {
    visit.open(product);
    visit.pause(8);
  }
}
