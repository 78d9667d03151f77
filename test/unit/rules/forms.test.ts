import assert from 'node:assert/strict';
import { SeededRandom } from '../../support/random';
import {
  BROWSER,
  DAY,
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
  type Request,
} from '../../support/traffic';

const random = new SeededRandom(31);
const ROBOT = '192.0.2.66';
const FORM = '/contact/send.php';
const site = (): Request[] => visits(random, 60);

/** People who open the form, fill it in and send it. */
const people = (count: number): Request[] =>
  many(count, (n) => {
    const start = random.integer(0, DAY - HOUR);
    return sent(
      [...every(1, 1, visitor(n), page('/contact/'), start), request(visitor(n), start + 200, `POST ${FORM} 302`)],
      { agent: BROWSER },
    );
  });

describe('A form that robots send', () => {
  it('slowly, all day, is an error with the number of mails that it may be', async () => {
    const slow = sent(every(10 * MINUTE, 80, ROBOT, `POST ${FORM}`), {
      agent: BROWSER,
      referrer: `${ORIGIN}/contact/`,
    });
    const [found, ...others] = await findingsIn([site(), people(30), slow]);
    assert.deepEqual(others, []);
    assert.deepEqual(outline([found!]), [`error mail-form-abuse: ${ROBOT} POST ${FORM} ×80`]);
    assert.match(found!.title, /80 times/);
    assert.match(found!.detail, /may be as many mails/);
  });

  it('from many addresses, one each, is one finding with all of them', async () => {
    const spread = many(60, (n) => sent([request(stranger(n), n * 900, `POST ${FORM}`)], { agent: BROWSER }));
    assert.deepEqual(await foundBy('mail-form-abuse', site(), people(30), spread), [
      `error mail-form-abuse: 60 clients POST ${FORM} ×60`,
    ]);
  });

  it('that is loaded before each time, without its pictures, is found as well', async () => {
    const flow = many(20, (n) =>
      sent(every(5, 1, ROBOT, ['GET /contact/', `POST ${FORM}`], n * 30 * MINUTE), { agent: BROWSER }),
    );
    assert.deepEqual(await foundBy('mail-form-abuse', site(), flow), [
      `warning mail-form-abuse: ${ROBOT} POST ${FORM} ×20`,
    ]);
  });

  it('as a flood is left to the flood rules', async () => {
    const flood = sent(every(5, 500, ROBOT, `POST ${FORM}`), { agent: BROWSER });
    const rules = (await findingsIn([site(), flood])).map(({ rule }) => rule);
    assert.deepEqual(rules, ['flood-address', 'hot-endpoint']);
  });

  it('is none that people send, nor one of another host', async () => {
    const elsewhere = many(40, (n) =>
      sent([request(visitor(900 + n), n * 600, `POST ${FORM}`)], {
        agent: BROWSER,
        referrer: 'https://shop.example.com/contact',
      }),
    );
    assert.deepEqual(await foundBy('mail-form-abuse', site(), people(60), elsewhere), []);
  });

  it('is no service that reports to a program, and no work in an administration', async () => {
    const hooks = [
      sent(uneven(random, 5 * MINUTE, 200, '203.0.113.40', 'POST /order/paid.php'), { agent: 'PayPal IPN' }),
      sent(uneven(random, 5 * MINUTE, 200, '203.0.113.41', 'POST /webhook/line.php'), { agent: BROWSER }),
      uneven(random, 5 * MINUTE, 200, '203.0.113.80', 'POST /wp-cron.php?doing_wp_cron=1'),
    ];
    assert.deepEqual(await foundBy('mail-form-abuse', site(), ...hooks), []);
  });
});

const comments = (status: number): Request[] =>
  many(30, (n) => sent(every(HOUR, 4, stranger(n), `POST /wp-comments-post.php ${status}`), { agent: BROWSER }));

describe('Comments by robots', () => {
  it('are one finding, a warning when they are accepted', async () => {
    assert.deepEqual(await foundBy('comment-spam', site(), comments(302)), [
      'warning comment-spam: 30 clients POST /wp-comments-post.php ×120',
    ]);
    assert.deepEqual(await foundBy('comment-spam', site(), comments(403)), [
      'information comment-spam: 30 clients POST /wp-comments-post.php ×120',
    ]);
  });

  it('are found on boards, in trackbacks and in systems with one program for all', async () => {
    for (const target of [
      '/cgi-bin/bbs.cgi',
      '/2021/11/news/trackback/',
      '/mt/mt-comments.cgi',
      '/index.php?q=comment/reply/12',
    ]) {
      assert.equal((await foundBy('comment-spam', site(), every(HOUR, 9, ROBOT, `POST ${target}`))).length, 1, target);
    }
  });

  it('are none of readers', async () => {
    const readers = many(30, (n) =>
      every(9, 1, visitor(n), [...page('/news/'), 'POST /wp-comments-post.php 302'], n * 900),
    );
    assert.deepEqual(await foundBy('comment-spam', site(), readers), []);
  });
});

describe('Registrations by robots', () => {
  it('are one finding for the site', async () => {
    const robots = many(12, (n) => every(HOUR, 5, stranger(n), 'POST /wp-login.php?action=register 302'));
    assert.deepEqual(await foundBy('registration-spam', site(), robots), [
      'warning registration-spam: 12 clients POST /wp-login.php ×60',
    ]);
    assert.deepEqual(await foundBy('brute-force', site(), robots), []);
  });

  it('are none of people who register', async () => {
    const members = many(30, (n) =>
      every(9, 1, visitor(n), [...page('/entry/'), 'POST /entry', 'POST /entry'], n * 900),
    );
    assert.deepEqual(await foundBy('registration-spam', site(), members), []);
  });
});

describe('Forms that the server refused', () => {
  it('are information', async () => {
    assert.deepEqual(await foundBy('refused-posts', site(), every(1, 30, ROBOT, 'POST /upload.php 403')), [
      `information refused-posts: ${ROBOT} POST /upload.php ×30`,
    ]);
  });

  it('are none of a visitor whose session ended', async () => {
    const visit = [...every(1, 1, visitor(1), page('/app/')), ...every(1, 20, visitor(1), 'POST /app/save 403', 60)];
    assert.deepEqual(await foundBy('refused-posts', site(), visit), []);
  });
});

describe('Credit cards tried by robots', () => {
  it('are a warning when they are many', async () => {
    const tries = every(10, 60, ROBOT, 'POST /shopping/confirm 400');
    assert.deepEqual(await foundBy('card-testing', site(), tries), [
      `warning card-testing: ${ROBOT} POST /shopping/confirm ×60`,
    ]);
  });

  it('are found from neighbours that take turns', async () => {
    const tries = many(40, (n) => [request(`192.0.2.${n + 1}`, n * 12, 'POST /shopping/confirm 400')]);
    assert.deepEqual(await foundBy('card-testing', site(), tries), [
      'warning card-testing: 40 clients POST /shopping/confirm ×40',
    ]);
  });

  it('are no sale with many buyers', async () => {
    const buyers = many(200, (n) =>
      every(
        4,
        1,
        visitor(n),
        [...page('/shop/'), 'POST /cart', 'POST /shopping/confirm', 'POST /shopping/confirm'],
        n * 2,
      ),
    );
    assert.deepEqual(await foundBy('card-testing', site(), buyers), []);
  });
});

const mails = (count: number, script: string): string =>
  Array.from({ length: count }, (_, n) => {
    const time = new Date(Date.UTC(2021, 10, 1, 1) + n * 20_000).toISOString();
    const stamp = `01-Nov-2021 ${time.slice(11, 19)} UTC`;
    return `[${stamp}] mail() on [${script}:12]: To: someone${n}@example.com -- Headers: From: a@example.jp\n`;
  }).join('');

describe('The log of sent mails', () => {
  it('shows the program that sent thousands', async () => {
    const found = await findingsInLog(mails(900, '/home/x/public_html/tw/tw_contact.php'));
    assert.deepEqual(
      found.map(({ rule, severity, count }) => [rule, severity, count]),
      [['mail-flood', 'error', 900]],
    );
    assert.match(found[0]!.title, /tw_contact\.php sent 900 mails/);
  });

  it('is no finding on a day of orders', async () => {
    assert.deepEqual(await findingsInLog(mails(60, '/home/x/public_html/shop/order.php')), []);
  });
});
