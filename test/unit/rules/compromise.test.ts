import assert from 'node:assert/strict';
import { groupTable, openModel } from '../../../server/src/log/logModel';
import { memorySource } from '../../../server/src/log/byteSource';
import { UTC } from '../../../server/src/log/localZone';
import { readLog } from '../../../server/src/log/readLog';
import { LogSetBuilder } from '../../../server/src/log/set/logSet';
import type { Finding } from '../../../server/src/rules/finding';
import { logRules } from '../../../server/src/rules/log/table';
import { runRules } from '../../../server/src/rules/runRules';
import { SeededRandom } from '../../support/random';
import {
  BROWSER,
  every,
  findingsIn,
  foundBy,
  HOUR,
  logText,
  many,
  outline,
  page,
  request,
  sent,
  uneven,
  visitor,
  visits,
  type Request,
} from '../../support/traffic';

const random = new SeededRandom(61);
const ROBOT = '192.0.2.66';
const site = (): Request[] => visits(random, 60);

/** Answers of many sizes, as programs give them. */
const commands = (path: string, count: number, from = 0): Request[] =>
  many(count, (n) =>
    sent([request(ROBOT, from + n * 40, `POST ${path}`)], { agent: BROWSER, bytes: 500 + ((n * 7919) % 9000) }),
  );

describe('The use of a back door', () => {
  for (const path of [
    '/wp-content/uploads/2021/10/cache.php',
    '/images/l.php',
    '/.well-known/about.php',
    '/wp-content/themes/mise/404x.php',
    '/wp-includes/css/conf.php',
  ]) {
    it(`is found at ${path}`, async () => {
      assert.deepEqual(outline(await findingsIn([site(), commands(path, 30)])), [
        `error web-shell-use: ${ROBOT} POST ${path} ×30`,
      ]);
    });
  }

  it('is found by a name that web shells have, and by commands in the query', async () => {
    const named = sent(every(60, 4, ROBOT, 'GET /alfa.php'), { bytes: 3111 });
    assert.deepEqual(await foundBy('web-shell-use', site(), named), [
      `warning web-shell-use: ${ROBOT} GET /alfa.php ×4`,
    ]);
    const asked = sent([request(ROBOT, 9, 'GET /images/x.php?cmd=id')], { bytes: 54 });
    assert.deepEqual(await foundBy('web-shell-use', site(), asked), [
      `error web-shell-use: ${ROBOT} GET /images/x.php ×1`,
    ]);
  });

  it('is found where a program was not there first and then was', async () => {
    const before = every(HOUR, 2, ROBOT, 'GET /l.php 404');
    const found = (await findingsIn([site(), before, commands('/l.php', 8, 5 * HOUR)])).find(
      ({ rule }) => rule === 'web-shell-use',
    );
    assert.equal(found?.severity, 'error');
    assert.match(found?.detail ?? '', /not there at first/);
  });

  it('is a warning where a program is only new and called by nobody else', async () => {
    assert.deepEqual(await foundBy('web-shell-use', site(), commands('/l.php', 8, 5 * HOUR)), [
      `warning web-shell-use: ${ROBOT} POST /l.php ×8`,
    ]);
  });

  it('is none of programs that visitors call', async () => {
    const captcha = many(40, (n) =>
      sent(every(3, 1, visitor(n), [...page('/contact/'), 'GET /images/captcha.php?key=1', 'POST /js/check.php']), {
        agent: BROWSER,
      }),
    );
    assert.deepEqual(await foundBy('web-shell-use', site(), captcha), []);
  });

  it('is none of services, of scanners that get nothing, and of sites that answer anything', async () => {
    const hook = sent(uneven(random, 300, 60, '203.0.113.40', 'POST /shop/paid.php', 6 * HOUR), {
      agent: 'PayPal IPN',
    });
    const scanner = ['/images/x.php', '/alfa.php', '/wso.php'].map((path, n) => request(ROBOT, n, `POST ${path} 404`));
    const empty = sent(every(9, 4, ROBOT, 'POST /wp-content/uploads/index.php'), { bytes: 0 });
    const anything = ['/alfa.php', '/wso.php', '/c99.php', '/images/x.php'].map((path, n) => ({
      ...request(ROBOT, n, `POST ${path}`),
      bytes: 8123,
    }));
    assert.deepEqual(await foundBy('web-shell-use', site(), hook, scanner, empty), []);
    assert.deepEqual(await foundBy('web-shell-use', site(), anything), []);
  });
});

describe('A search for back doors', () => {
  it('is information, once for all', async () => {
    const names = ['/wso.php', '/alfa.php', '/wp-content/c99.php', '/leafmailer.php'];
    const hunts = ['192.0.2.66', '198.51.100.66'].flatMap((client) =>
      names.map((path, n) => request(client, n, `GET ${path} 404`)),
    );
    assert.deepEqual(await foundBy('back-door-hunt', site(), hunts), [
      'information back-door-hunt: 2 clients GET /wso.php ×8',
    ]);
  });
});

describe('Use as a proxy', () => {
  const targets = ['www.example.com', 'mail.example.net', 'login.example.org', 'api.example.edu'];

  it('is information when it is refused or answered with the start page', async () => {
    const tries = [
      request(ROBOT, 1, 'CONNECT mail.example.net:25 405'),
      request(ROBOT, 2, 'GET http://www.example.com/ 400'),
    ];
    assert.deepEqual(await foundBy('open-proxy', site(), tries), [
      `information open-proxy: ${ROBOT} CONNECT mail.example.net:25 ×2`,
    ]);
    const same = targets.map((host, n) => ({ ...request(ROBOT, n, `GET http://${host}/`), bytes: 20_000 }));
    assert.deepEqual(await foundBy('open-proxy', site(), same), [
      `information open-proxy: ${ROBOT} GET http://www.example.com/ ×4`,
    ]);
  });

  it('is an error when other sites were handed on', async () => {
    const open = targets.map((host, n) => ({ ...request(ROBOT, n, `GET http://${host}/`), bytes: 3000 + n * 4111 }));
    assert.deepEqual(await foundBy('open-proxy', site(), open), [
      `error open-proxy: ${ROBOT} GET http://www.example.com/ ×4`,
    ]);
  });

  it('is none where the site itself is asked for by its whole address', async () => {
    assert.deepEqual(await foundBy('open-proxy', site(), every(9, 20, visitor(1), 'GET https://example.jp/')), []);
  });
});

const links = (referrer: string): Request[] =>
  many(40, (n) =>
    sent([request(visitor(n), n * 60, `GET /jump.php?url=https%3A%2F%2Fbad${n % 9}.example.com/x 302`)], {
      referrer,
    }),
  );

describe('A redirect to any site', () => {
  it('is a warning', async () => {
    assert.deepEqual(await foundBy('open-redirect', site(), links('-')), [
      'warning open-redirect: 40 clients GET /jump.php ×40',
    ]);
  });

  it('is none of links on the site’s own pages, nor of a server that leads everybody on', async () => {
    assert.deepEqual(await foundBy('open-redirect', site(), links('https://example.jp/links/')), []);
    const plain = many(300, (n) => [request(visitor(n), n, `GET /?ref=http://site${n}.example.com/ 301`)]);
    assert.deepEqual(await foundBy('open-redirect', plain), []);
  });
});

const upload = (client: string, file: string): string =>
  `Mon Nov  1 01:00:00 2021 [pid 9] [shop] OK UPLOAD: Client "${client}", "/home/shop/public_html${file}", 3104 bytes, 30.11Kbyte/sec\n`;

async function findingsInSet(ftp: string, traffic: readonly Request[][]): Promise<Finding[]> {
  const builder = new LogSetBuilder();
  const newest = Date.UTC(2021, 10, 30) / 1000;
  builder.add('vsftpd.log', await readLog(memorySource(Buffer.from(ftp)), { newest }));
  builder.add('access.log', await readLog(memorySource(Buffer.from(logText(...traffic)))));
  const { table, files } = builder.finish(UTC);
  return runRules(logRules, openModel(groupTable(table, files)));
}

describe('A program uploaded by FTP', () => {
  it('and called from elsewhere at once is an error with both times', async () => {
    // The access log is in Japanese time: 10:05 there is 01:05 of the FTP log.
    const use = commands('/l.php', 9, 10 * HOUR + 300);
    const [found] = await findingsInSet(upload(ROBOT, '/l.php'), [site(), use]);
    assert.equal(found?.rule, 'ftp-upload-before-use');
    assert.match(found?.title ?? '', /\/l\.php was uploaded by FTP and then used 9 times/);
    assert.match(found?.detail ?? '', /from 192\.0\.2\.66 \(user shop\)/);
    assert.deepEqual(found?.users, ['shop']);
    assert.deepEqual(found?.places.map(({ file }) => file).slice(0, 2), ['vsftpd.log', 'access.log']);
  });

  it('and visited like a page is none, nor one that was there before', async () => {
    const visited = many(20, (n) =>
      sent(every(2, 1, visitor(n), [...page('/'), 'POST /form.php'], 11 * HOUR + n * 60), { agent: BROWSER }),
    );
    const old = commands('/old.php', 30, 2 * HOUR);
    const later = commands('/old.php', 30, 12 * HOUR);
    const rules = await findingsInSet(upload('203.0.113.10', '/form.php') + upload('203.0.113.10', '/old.php'), [
      site(),
      visited,
      old,
      later,
    ]);
    assert.ok(!rules.some(({ rule }) => rule === 'ftp-upload-before-use'));
  });
});
