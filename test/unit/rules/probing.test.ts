import assert from 'node:assert/strict';
import { SeededRandom } from '../../support/random';
import {
  BROWSER,
  every,
  findingsIn,
  foundBy,
  HOUR,
  many,
  outline,
  page,
  request,
  sent,
  visitor,
  visits,
  type Request,
} from '../../support/traffic';

const random = new SeededRandom(51);
const ROBOT = '192.0.2.66';
const site = (): Request[] => visits(random, 60);

const missing = (count: number, pause: number, client = ROBOT): Request[] =>
  many(count, (n) => [request(client, Math.floor(n * pause), `GET /old/${n}.php 404`)]);

describe('A search for weak spots', () => {
  it('is many names that are not there, one after the other', async () => {
    assert.deepEqual(await foundBy('vulnerability-scan', site(), missing(40, 1)), [
      `information vulnerability-scan: ${ROBOT} GET /old/0.php ×40`,
    ]);
  });

  it('is a warning when hundreds of names are tried', async () => {
    assert.deepEqual(await foundBy('vulnerability-scan', site(), missing(900, 0.2)), [
      `warning vulnerability-scan: ${ROBOT} GET /old/0.php ×900`,
    ]);
  });

  it('is one finding for the daily noise of many addresses', async () => {
    const noise = many(50, (n) => [
      request(`198.18.${n}.1`, n * 900, 'GET /boaform/admin/formLogin 404'),
      request(`198.18.${n}.1`, n * 900 + 2, 'GET /actuator/health 404'),
    ]);
    assert.deepEqual(await foundBy('vulnerability-scan', site(), noise), [
      'information vulnerability-scan: 50 clients GET /boaform/admin/formLogin ×100',
    ]);
  });

  it('is no visitor with dead links, no slow search engine, no application', async () => {
    const visit = [
      ...every(1, 1, visitor(1), page('/')),
      ...missing(14, 0.5, visitor(1)),
      ...every(1, 30, visitor(1), 'GET /'),
    ];
    const engine = missing(60, 300, '198.51.100.7');
    const application = [
      ...every(1, 1, visitor(2), page('/cloud/')),
      ...many(30, (n) => [
        request(visitor(2), 9, `GET /cloud/avatar/${n} 404`),
        request(visitor(2), 9, `GET /cloud/file/${n}`),
      ]),
    ];
    assert.deepEqual(await foundBy('vulnerability-scan', site(), visit, engine, application), []);
  });
});

const hello = (at: number): Request => ({
  at,
  client: ROBOT,
  method: '',
  target: String.raw`\x16\x03\x01`,
  status: 400,
});

describe('Requests that are none', () => {
  it('are information', async () => {
    const bytes = Array.from({ length: 15 }, (_, n) => hello(n));
    assert.deepEqual(await foundBy('malformed-requests', site(), bytes), [
      `information malformed-requests: ${ROBOT} nothing ×15`,
    ]);
    assert.deepEqual(
      await foundBy(
        'malformed-requests',
        site(),
        sent([request(ROBOT, 9, 'GET / 400')], {}).map((each) => ({ ...each, method: '', target: 'GET / HTTP/1.2' })),
      ),
      [`information malformed-requests: ${ROBOT} GET / HTTP/1.2 ×1`],
    );
  });

  it('are no health checks at fixed times', async () => {
    const checks = Array.from({ length: 300 }, (_, n) => hello(n * 5));
    assert.deepEqual(await foundBy('malformed-requests', site(), checks), []);
  });
});

describe('A search for plug-ins', () => {
  const plugins = many(20, (n) => [
    request(ROBOT, n, `GET /wp-content/plugins/plugin-${n}/readme.txt ${n === 3 ? 200 : 404}`),
  ]);

  it('says whether something was answered', async () => {
    const found = (await findingsIn([site(), plugins])).find(({ rule }) => rule === 'cms-enumeration');
    assert.deepEqual(outline([found!]), [
      `information cms-enumeration: ${ROBOT} GET /wp-content/plugins/plugin-0/readme.txt ×20`,
    ]);
    assert.match(found!.detail, /1 of the requests were answered/);
  });

  it('is none of visitors whose pages load files of plug-ins', async () => {
    const visit = every(1, 3, visitor(1), [
      ...page('/'),
      'GET /wp-content/plugins/form/style.css',
      'GET /wp-content/plugins/form/ajax.php',
    ]);
    assert.deepEqual(await foundBy('cms-enumeration', site(), visit), []);
  });
});

describe('A search for user names', () => {
  it('is found by number and as a list', async () => {
    const asks = [
      ...many(8, (n) => [request(ROBOT, n * 3, `GET /?author=${n + 1} ${n < 2 ? 301 : 404}`)]),
      request(ROBOT, 40, 'GET /wp-json/wp/v2/users 401'),
    ];
    const found = (await findingsIn([site(), asks])).find(({ rule }) => rule === 'user-enumeration');
    assert.equal(found?.count, 9);
    assert.match(found?.detail ?? '', /2 of the requests were answered/);
  });

  it('is no reader who follows the link of an author', async () => {
    assert.deepEqual(
      await foundBy(
        'user-enumeration',
        site(),
        every(1, 2, visitor(1), [...page('/'), 'GET /?author=1', 'GET /?author=2']),
      ),
      [],
    );
  });
});

describe('A search for secret files', () => {
  const asked = [
    '/.env',
    '/.git/config',
    '/wp-config.php.bak',
    '/backup.sql',
    '/phpinfo.php',
    '/.aws/credentials',
    '/id_rsa',
  ];
  const hunt = (status: string): Request[] => asked.map((path, n) => request(ROBOT, n, `GET ${path} ${status}`));

  it('is information when nothing was handed out', async () => {
    const found = await findingsIn([site(), hunt('404')]);
    assert.deepEqual(outline(found), [`information sensitive-file-hunt: ${ROBOT} GET /.env ×7`]);
    assert.match(found[0]!.detail, /None of them was handed out/);
  });

  it('finds what was handed out, as an error each', async () => {
    const got = [
      ...sent([request(ROBOT, 20, 'GET /.env')], { bytes: 1204 }),
      ...sent([request(ROBOT, 21, 'GET /backup.sql.gz')], { bytes: 48_000_000 }),
    ];
    assert.deepEqual(await foundBy('sensitive-file-exposed', site(), hunt('404'), got), [
      `error sensitive-file-exposed: ${ROBOT} GET /.env ×1`,
    ]);
    assert.deepEqual(await foundBy('dump-download', site(), hunt('404'), got), [
      `error dump-download: ${ROBOT} GET /backup.sql.gz ×1`,
    ]);
  });

  it('takes a page that answers for everything for what it is', async () => {
    const application = hunt('200').map((each) => ({ ...each, bytes: 2310 }));
    const found = await findingsIn([site(), application]);
    assert.deepEqual(outline(found), [`information sensitive-file-hunt: ${ROBOT} GET /.env ×7`]);
  });

  it('takes an answer of a size that no such file has for what it is', async () => {
    const odd = [
      ...sent([request(ROBOT, 20, 'GET /wp-config.php')], { bytes: 0 }),
      ...sent([request(ROBOT, 21, 'GET /.git/HEAD')], { bytes: 64_000 }),
      ...sent([request(ROBOT, 22, 'GET /phpinfo.php')], { bytes: 700 }),
    ];
    assert.deepEqual(await foundBy('sensitive-file-exposed', site(), odd), []);
  });

  it('leaves alone what visitors load and download from pages', async () => {
    const downloads = many(30, (n) => [
      ...every(1, 1, visitor(n), page('/download/'), (n * HOUR) / 4),
      ...sent([request(visitor(n), (n * HOUR) / 4 + 9, 'GET /download/site.zip')], {
        bytes: 3_000_000,
        agent: BROWSER,
      }),
      ...sent([request(visitor(n), (n * HOUR) / 4 + 9, 'GET /config.json')], { bytes: 300, agent: BROWSER }),
    ]);
    assert.deepEqual(outline(await findingsIn([site(), downloads])), []);
  });
});
