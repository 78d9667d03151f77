import assert from 'node:assert/strict';
import { SeededRandom } from '../../support/random';
import {
  BROWSER,
  every,
  findingsIn,
  findingsInLog,
  foundBy,
  HOUR,
  many,
  MINUTE,
  ORIGIN,
  outline,
  page,
  request,
  sent,
  stranger,
  uneven,
  visitor,
  visits,
  type Ask,
  type Request,
} from '../../support/traffic';

const random = new SeededRandom(41);
const ROBOT = '192.0.2.66';
const OWNER = '203.0.113.10';
/** Time of the line number `n` of a log beside the access log. */
const time = (n: number): string => new Date(Date.UTC(2021, 10, 1) + n * 2000).toISOString().slice(11, 19);

const site = (): Request[] => visits(random, 60);

/** An owner at work in WordPress, after `mistakes` wrong passwords. */
const owner = (mistakes: number, from = 9 * HOUR): Request[] =>
  sent(
    [
      request(OWNER, from, 'GET /wp-login.php'),
      ...every(15, mistakes, OWNER, 'POST /wp-login.php', from + 10),
      request(OWNER, from + 200, 'POST /wp-login.php 302'),
      ...every(
        20,
        40,
        OWNER,
        ['GET /wp-admin/', 'GET /wp-admin/load-styles.php', 'POST /wp-admin/admin-ajax.php'],
        from + 201,
      ),
    ],
    { agent: BROWSER },
  );

describe('Passwords tried by one address', () => {
  const programs: [program: string, ask: Ask][] = [
    ['WordPress', 'POST /wp-login.php'],
    ['xmlrpc.php', 'POST /xmlrpc.php'],
    ['Joomla', 'POST /administrator/index.php 303'],
    ['Drupal', 'POST /user/login'],
    ['Movable Type', 'POST /mt/mt.cgi'],
    ['EC-CUBE', 'POST /eccube/admin/login_check 302'],
    ['phpMyAdmin', 'POST /phpmyadmin/index.php'],
    ['webmail', 'POST /webmail/?_task=login 401'],
    ['control panel', 'POST /login_up.php'],
    ['an interface', 'POST /api/auth/login 401'],
  ];
  for (const [program, ask] of programs) {
    it(`are found for ${program}`, async () => {
      const found = await findingsIn([site(), every(2, 300, ROBOT, ask)]);
      const path = ask.split(/[ ?]/)[1];
      assert.deepEqual(outline(found), [`warning brute-force: ${ROBOT} POST ${path} ×300`]);
      assert.match(found[0]!.title, new RegExp(`${ROBOT.replaceAll('.', '\\.')} tried 300 passwords on `));
    });
  }

  it('are found for a folder with a password of the server', async () => {
    const tries = many(200, (n) => sent([request(ROBOT, n, 'GET /stats/ 401')], { user: `user${n % 7}` }));
    assert.deepEqual(await foundBy('brute-force', site(), tries), [`warning brute-force: ${ROBOT} GET /stats/ ×200`]);
  });

  it('are information when they are few or refused', async () => {
    assert.deepEqual(await foundBy('brute-force', site(), every(1, 9, ROBOT, 'POST /wp-login.php')), [
      `information brute-force: ${ROBOT} POST /wp-login.php ×9`,
    ]);
    const refused = await findingsIn([site(), every(10, 80, ROBOT, 'POST /wp-login.php 403')]);
    assert.deepEqual(outline(refused), [`information brute-force: ${ROBOT} POST /wp-login.php ×80`]);
    assert.match(refused[0]!.detail, /refused every one/);
  });

  it('are found when they come slowly', async () => {
    assert.deepEqual(await foundBy('brute-force', site(), every(10 * MINUTE, 140, ROBOT, 'POST /wp-login.php')), [
      `warning brute-force: ${ROBOT} POST /wp-login.php ×140`,
    ]);
  });

  it('are told apart for addresses that have nothing in common', async () => {
    const one = sent(every(1, 200, '192.0.2.66', 'POST /wp-login.php'), { agent: 'a' });
    const neighbour = sent(every(1, 100, '192.0.2.67', 'POST /wp-login.php'), { agent: 'a' });
    const other = sent(every(1, 150, '198.51.100.9', 'POST /wp-login.php'), { agent: 'b' });
    assert.deepEqual(await foundBy('brute-force', site(), one, neighbour, other), [
      'warning brute-force: 2 clients POST /wp-login.php ×300',
      'warning brute-force: 198.51.100.9 POST /wp-login.php ×150',
    ]);
  });

  it('are none of people: mistakes, work, interfaces and hooks', async () => {
    const ordinary = [
      owner(3),
      // Movable Type sends all work through the program that asks for the password.
      sent(uneven(random, 50, 70, OWNER, 'POST /mt/mt.cgi'), { agent: BROWSER }),
      // An application renews its token now and then.
      every(HOUR, 20, '203.0.113.20', ['GET /api/orders 401', 'POST /api/auth/token', 'GET /api/orders']),
      // A network drive is asked for its password each time.
      many(200, (n) => [
        request(OWNER, n, 'PROPFIND /dav/ 401'),
        ...sent([request(OWNER, n, 'PROPFIND /dav/ 207')], { user: 'me' }),
      ]),
      // A robot meets a protected folder.
      every(1, 50, '203.0.113.30', 'GET /private/ 401').map((each, n) => ({ ...each, target: `/private/${n}` })),
      sent(every(40 * MINUTE, 30, '203.0.113.50', 'POST /xmlrpc.php?for=jetpack&token=1'), { agent: 'Jetpack' }),
      every(20, 200, '203.0.113.60', 'POST /webmail/?_task=mail&_action=refresh'),
    ];
    assert.deepEqual(await foundBy('brute-force', site(), ...ordinary), []);
    assert.deepEqual(await foundBy('login-after-failures', site(), ...ordinary), []);
  });

  it('are found in the error log, and in the logs of FTP and mail', async () => {
    const logs: Record<string, (n: number) => string> = {
      'error log': (n) =>
        `[Mon Nov 01 ${time(n)}.000000 2021] [auth_basic:error] [pid 9] [client ${ROBOT}:4711] AH01617: user admin: authentication failure for "/stats/": Password Mismatch`,
      FTP: (n) => `Mon Nov  1 ${time(n)} 2021 [pid 9] [admin] FAIL LOGIN: Client "${ROBOT}"`,
    };
    for (const [name, line] of Object.entries(logs)) {
      const found = await findingsInLog(Array.from({ length: 150 }, (_, n) => `${line(n)}\n`).join(''));
      assert.deepEqual(
        found.map(({ rule, severity, clients }) => [rule, severity, clients[0]?.address]),
        [['brute-force', 'warning', ROBOT]],
        name,
      );
    }
  });
});

const sprayOf = (count: number): Request[] =>
  many(count, (n) => sent(every(HOUR, 3, stranger(n), 'POST /wp-login.php', n * 60), { agent: 'sprayer' }));

describe('Passwords tried by many addresses', () => {
  it('are one finding with all of them, and not the owner who mistypes', async () => {
    const [found, ...others] = await findingsIn([site(), sprayOf(120), owner(2)]);
    assert.deepEqual(others, []);
    assert.deepEqual(outline([found!]), ['warning password-spraying: 120 clients POST /wp-login.php ×360']);
    assert.ok(!found!.clients.some(({ address }) => address === OWNER));
  });

  it('are none of members who log in', async () => {
    const members = many(300, (n) =>
      every(9, 1, visitor(n), [...page('/login/'), 'POST /login/', 'POST /login/ 302'], n * 60),
    );
    assert.deepEqual(await foundBy('password-spraying', site(), members), []);
  });

  it('are none where nobody can be told from a robot', async () => {
    const members = many(300, (n) => every(9, 2, visitor(n), 'POST /login/', n * 60));
    assert.deepEqual(await foundBy('password-spraying', members), []);
  });
});

describe('A log-in after many failures', () => {
  const after: Ask[] = [
    'GET /wp-admin/',
    'GET /wp-admin/plugin-install.php?tab=upload',
    'POST /wp-admin/update.php?action=upload-plugin',
    'GET /wp-admin/plugins.php?action=activate&plugin=x 302',
  ];

  it('is an error that says what was done then, and the only one about that address', async () => {
    const attack = [
      ...every(3, 60, ROBOT, 'POST /wp-login.php'),
      request(ROBOT, 200, 'POST /wp-login.php 302'),
      ...every(1, 1, ROBOT, after, 210),
    ];
    const [found, ...others] = await findingsIn([site(), attack]);
    assert.deepEqual(others, []);
    assert.equal(found?.rule, 'login-after-failures');
    assert.equal(found?.severity, 'error');
    assert.match(found?.title ?? '', /after 60 failures/);
    assert.match(found?.detail ?? '', /uploaded a plug-in or a theme at 2021-11-01 00:03:32/);
    assert.match(found?.detail ?? '', /switched on a plug-in/);
  });

  it('is found for Joomla by what the client gets to see', async () => {
    const attack = [
      ...every(3, 40, ROBOT, ['GET /administrator/index.php', 'POST /administrator/index.php 303']),
      request(ROBOT, 140, 'GET /administrator/index.php?option=com_installer'),
    ];
    assert.equal((await foundBy('login-after-failures', site(), attack)).length, 1);
  });

  it('is found for FTP, with the files that were uploaded', async () => {
    const lines = [
      ...Array.from(
        { length: 40 },
        (_, n) => `Mon Nov  1 ${time(n)} 2021 [pid 9] [shop] FAIL LOGIN: Client "${ROBOT}"`,
      ),
      `Mon Nov  1 ${time(41)} 2021 [pid 9] [shop] OK LOGIN: Client "${ROBOT}"`,
      `Mon Nov  1 ${time(42)} 2021 [pid 9] [shop] OK UPLOAD: Client "${ROBOT}", "/home/shop/public_html/l.php", 3104 bytes, 30.11Kbyte/sec`,
    ];
    const [found] = await findingsInLog(lines.map((line) => `${line}\n`).join(''));
    assert.equal(found?.rule, 'login-after-failures');
    assert.match(found?.detail ?? '', /uploaded files at/);
  });

  it('is found for one of many that guess together', async () => {
    const spray = many(60, (n) =>
      sent(every(HOUR, 5, stranger(n), 'POST /wp-login.php', n * 60), { agent: 'sprayer' }),
    );
    const success = sent([request(stranger(3), 23 * HOUR, 'POST /wp-login.php 302')], { agent: 'sprayer' });
    assert.deepEqual(
      (await foundBy('login-after-failures', site(), spray, success)).map((line) => line.split(' ').slice(0, 3)),
      [['error', 'login-after-failures:', stranger(3)]],
    );
  });

  it('is no owner who mistypes the password, and no program that redirects everybody', async () => {
    const redirects = sent(every(2, 300, ROBOT, 'POST /wp-login.php 302'), { referrer: `${ORIGIN}/wp-login.php` });
    assert.deepEqual(await foundBy('login-after-failures', site(), owner(3), owner(7, 14 * HOUR)), []);
    assert.deepEqual(await foundBy('login-after-failures', site(), redirects), []);
  });
});
