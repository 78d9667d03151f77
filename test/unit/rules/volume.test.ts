import assert from 'node:assert/strict';
import { SeededRandom } from '../../support/random';
import {
  BROWSER,
  DAY,
  every,
  findingsIn,
  foundBy,
  HOUR,
  many,
  MINUTE,
  ORIGIN,
  page,
  request,
  sent,
  stranger,
  uneven,
  visitor,
  visits,
  type Request,
} from '../../support/traffic';

const random = new SeededRandom(21);
const ROBOT = '192.0.2.66';
const site = (): Request[] => visits(random, 80);

const crowdFlood = (): Request[] => many(120, (n) => uneven(random, 40, 20, stranger(n), 'GET /shop/', 12 * HOUR));

describe('A flood from many addresses', () => {
  it('is one finding with all addresses and no visitor', async () => {
    const [found, ...others] = (await findingsIn([site(), visits(random, 40, '/shop/'), crowdFlood()])).filter(
      ({ rule }) => rule === 'distributed-flood',
    );
    assert.equal(others.length, 0);
    assert.equal(found?.severity, 'warning');
    assert.equal(found?.clients.length, 120);
    assert.equal(found?.count, 2400);
    assert.ok(found?.clients.every(({ address }) => address.startsWith('198.18.')));
  });

  it('is told beside a monitor and a flood of one address on the same page', async () => {
    const monitor = every(MINUTE, 1440, '203.0.113.9', 'GET /shop/');
    const single = uneven(random, 0.1, 8000, ROBOT, 'GET /shop/', 15 * HOUR);
    const found = (await findingsIn([site(), monitor, single, crowdFlood()])).find(
      ({ rule }) => rule === 'distributed-flood',
    );
    assert.equal(found?.clients.length, 120);
  });

  it('is not what a newsletter brings', async () => {
    const crowd = many(800, (n) =>
      every(90, 2, visitor(n), page('/shop/'), 12 * HOUR + random.integer(0, 20 * MINUTE)),
    );
    assert.deepEqual(await foundBy('distributed-flood', site(), crowd), []);
  });

  it('is not many servers that fetch a preview of a shared link', async () => {
    const previews = many(600, (n) =>
      every(1, 1, stranger(n), 'GET /shop/', 12 * HOUR + random.integer(0, 5 * MINUTE)),
    );
    assert.deepEqual(await foundBy('distributed-flood', site(), previews), []);
  });

  it('is not many applications that ask one interface', async () => {
    const apps = many(300, (n) => uneven(random, 60, 30, stranger(n), 'GET /api/messages', 9 * HOUR));
    assert.deepEqual(await foundBy('distributed-flood', site(), apps), []);
  });
});

describe('A crawl', () => {
  it('is somebody who reads page after page faster than people', async () => {
    const crawl = many(400, (n) => [request(ROBOT, Math.floor(n / 5), `GET /page/${n}`)]);
    assert.deepEqual(await foundBy('crawl', site(), crawl), [`information crawl: ${ROBOT} GET /page/0 ×400`]);
  });

  it('is somebody slower who says that it is a browser and loads no pictures', async () => {
    const crawl = many(900, (n) => [request(ROBOT, n * 3, `GET /page/${n}`)]);
    assert.deepEqual(await foundBy('crawl', site(), sent(crawl, { agent: BROWSER })), [
      `information crawl: ${ROBOT} GET /page/0 ×900`,
    ]);
    assert.deepEqual(await foundBy('crawl', site(), crawl), []);
  });

  it('is two findings for two that have nothing in common', async () => {
    const crawls = ['192.0.2.66', '198.51.100.66'].map((client) =>
      many(400, (n) => [request(client, Math.floor(n / 5), `GET /page/${n}`)]),
    );
    assert.equal(
      (await foundBy('crawl', site(), sent(crawls[0]!, { agent: BROWSER }), sent(crawls[1]!, { agent: BROWSER })))
        .length,
      2,
    );
  });

  it('is not a search engine that says who it is', async () => {
    const googlebot = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
    const crawl = many(3000, (n) => [request('66.249.66.1', Math.floor(n / 3), `GET /page/${n}`)]);
    assert.deepEqual(await foundBy('crawl', site(), sent(crawl, { agent: googlebot })), []);
  });

  it('is not an application that loads all at once, nor a gallery', async () => {
    const application = [
      ...every(1, 1, visitor(500), page('/app/')),
      ...many(200, (n) => [request(visitor(500), 9, `GET /api/item/${n}`)]),
    ];
    const gallery = many(300, (n) => [request(visitor(501), 20 + Math.floor(n / 20), `GET /photo/${n}.jpg`)]);
    assert.deepEqual(await foundBy('crawl', site(), application, gallery), []);
  });
});

const letters = (n: number): string =>
  String.fromCharCode(65 + (n % 26), 65 + (Math.floor(n / 26) % 26), 88, 81, 90, 74);

describe('Cache busting', () => {
  it('is another number each time, with all that was sent', async () => {
    const flood = many(600, (n) => [request(ROBOT, Math.floor(n / 6), `GET /?${1_000_000 + n * 7919}`)]);
    assert.deepEqual(await foundBy('cache-busting', site(), flood), [`warning cache-busting: ${ROBOT} GET / ×600`]);
  });

  it('is another path of capital letters each time', async () => {
    const flood = many(200, (n) => [request(ROBOT, Math.floor(n / 6), `GET /${letters(n)} 404`)]);
    assert.deepEqual(await foundBy('cache-busting', site(), flood), [
      `warning cache-busting: ${ROBOT} GET /AAXQZJ ×200`,
    ]);
  });

  it('is not the links of a newsletter, nor versions of files, nor a script that asks again', async () => {
    const newsletter = many(1500, (n) =>
      every(1, 1, visitor(n), [`GET /?fbclid=a${n}b7c9d`, ...page('/').slice(1)], 12 * HOUR + n),
    );
    const files = many(400, (n) => [request(ROBOT, Math.floor(n / 8), `GET /style.css?${1_635_000_000 + n}`)]);
    const script = [
      ...every(1, 1, visitor(1), page('/app/')),
      ...many(400, (n) => [request(visitor(1), 10 + Math.floor(n / 3), `GET /now?_=${1_635_000_000 + n}`)]),
    ];
    assert.deepEqual(await foundBy('cache-busting', site(), newsletter, files, script), []);
  });
});

const switching = (count: number): Request[] =>
  many(count, (n) => sent([request(ROBOT, n * 2, 'GET /')], { agent: `Mozilla/5.0 (Windows NT 10.0) Chrome/${n}.0` }));

describe('One address with many browsers', () => {
  it('is information when they are few, a warning when they are made up', async () => {
    assert.deepEqual(await foundBy('agent-switching', site(), switching(16)), [
      `information agent-switching: ${ROBOT} GET / ×16`,
    ]);
    assert.deepEqual(await foundBy('agent-switching', site(), switching(300)), [
      `warning agent-switching: ${ROBOT} GET / ×300`,
    ]);
  });

  it('is no office, school or mobile network', async () => {
    const office = many(300, (n) =>
      sent(every(1, 1, '198.51.100.20', page(`/p${n % 9}/`), 9 * HOUR + n * 20), {
        agent: `Mozilla/5.0 (iPhone; ${n}) Safari`,
      }),
    );
    assert.deepEqual(await foundBy('agent-switching', site(), office), []);
  });
});

const shown = (referrer: string): Request[] =>
  many(2000, (n) =>
    sent([request(visitor(5000 + n), n * 30, 'GET /photo/kiln.jpg')], { referrer, bytes: 100_000, agent: BROWSER }),
  );

describe('Pictures used by other sites', () => {
  it('are one finding with the site and the bytes, and accuse no reader', async () => {
    const found = (await findingsIn([site(), shown('https://forum.example.net/thread/1/')])).find(
      ({ rule }) => rule === 'bandwidth-theft',
    );
    assert.match(found?.title ?? '', /forum\.example\.net shows files of this site: 190\.7 MB/);
    assert.deepEqual(found?.clients, []);
    assert.equal(found?.count, 2000);
  });

  it('are not pictures on the site’s own pages, nor in search engines', async () => {
    assert.deepEqual(
      await foundBy('bandwidth-theft', site(), shown(`${ORIGIN}/works/`), shown('https://www.google.co.jp/')),
      [],
    );
  });
});

describe('Server errors', () => {
  it('are one finding for the stretch of time, without names', async () => {
    const broken = many(150, (n) => [request(visitor(n), 10 * HOUR + n * 3, 'GET /shop/ 503')]);
    const found = (await findingsIn([site(), broken])).find(({ rule }) => rule === 'server-errors');
    assert.equal(found?.count, 150);
    assert.deepEqual(found?.clients, []);
    assert.match(found?.detail ?? '', /503 \(150\)/);
  });

  it('are no finding when they are few, or few among many requests', async () => {
    const some = many(40, (n) => [request(visitor(n), 10 * HOUR + n, 'GET /shop/ 500')]);
    const busy = many(3000, (n) => [
      request(visitor(n % 90), 10 * HOUR + (n % 600), `GET /shop/ ${n % 50 === 0 ? 500 : 200}`),
    ]);
    assert.deepEqual(await foundBy('server-errors', site(), some), []);
    assert.deepEqual(await foundBy('server-errors', busy), []);
  });
});

describe('The server’s own limit', () => {
  it('is told of who ran into it again and again', async () => {
    assert.deepEqual(await foundBy('rate-limited', site(), every(5, 12, ROBOT, 'GET / 429')), [
      `information rate-limited: ${ROBOT} GET / ×12`,
    ]);
    assert.deepEqual(await foundBy('rate-limited', site(), every(DAY / 5, 5, ROBOT, 'GET / 429')), []);
  });
});
