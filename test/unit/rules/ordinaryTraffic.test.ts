import assert from 'node:assert/strict';
import { SeededRandom } from '../../support/random';
import {
  DAY,
  every,
  findingsIn,
  HOUR,
  MINUTE,
  outline,
  page,
  readers,
  request,
  uneven,
  visitor,
  type Ask,
  type Request,
} from '../../support/traffic';

const random = new SeededRandom(12);
const SERVER = '203.0.113.80';
const EDITOR = '192.0.2.10';

/** Some traffic that every site has, so that shares mean something. */
const quietSite = (): Request[] => readers(random, 60);

async function assertSilent(...traffic: Request[][]): Promise<void> {
  assert.deepEqual(outline(await findingsIn(traffic)), []);
}

describe('Ordinary traffic is no finding:', () => {
  it('a busy page read by 2,000 people', () => assertSilent(readers(random, 2000, '/news/')));

  it('a search bot that crawls 20,000 pages', () =>
    assertSilent(
      Array.from({ length: 20_000 }, (_, n) => request('198.51.100.7', n * 2, `GET /page/${n}`)),
      quietSite(),
    ));

  it('a search bot that crawls 20,000 pages of one script', () =>
    assertSilent(
      Array.from({ length: 20_000 }, (_, n) => request('198.51.100.7', Math.floor(n / 2), `GET /index.php?p=${n}`)),
      quietSite(),
    ));

  it('a monitor that asks every minute for a week', () =>
    assertSilent(
      every(MINUTE, 7 * 24 * 60, '198.51.100.8', 'HEAD /'),
      every(MINUTE, 7 * 24 * 60, '198.51.100.9', 'GET /status'),
    ));

  it('feed readers, at fixed and at uneven times', () =>
    assertSilent(
      every(5 * MINUTE, 2016, '198.51.100.8', 'GET /feed/ 304'),
      uneven(random, 5 * MINUTE, 2016, '198.51.100.9', 'GET /feed/'),
    ));

  it('the heartbeat of WordPress, day and night, of an editor who loads admin pages', () =>
    assertSilent(
      every(15, 4000, EDITOR, 'POST /wp-admin/admin-ajax.php'),
      every(HOUR, 8, EDITOR, page('/wp-admin/')),
      quietSite(),
    ));

  it('an editor who builds a page and sends up many pictures', () =>
    assertSilent(
      uneven(random, 4, 300, EDITOR, 'POST /wp-admin/async-upload.php'),
      uneven(random, 20, 400, EDITOR, 'POST /wp-admin/admin-ajax.php'),
      every(200, 10, EDITOR, page('/wp-admin/upload')),
      quietSite(),
    ));

  it('a server that calls its own wp-cron.php once a minute', () =>
    assertSilent(every(MINUTE, 3 * 24 * 60, SERVER, 'POST /wp-cron.php?doing_wp_cron=1'), quietSite()));

  it('a server that calls its own wp-cron.php when people come', () =>
    assertSilent(uneven(random, 3 * MINUTE, 480, SERVER, 'POST /wp-cron.php?doing_wp_cron=1'), quietSite()));

  it('a film watched in parts', () =>
    assertSilent(...[1, 2, 3].map((n) => every(0.5, 1500, visitor(n), 'GET /kiln.mp4 206', n * HOUR)), quietSite()));

  it('an office behind one address', () =>
    assertSilent(
      Array.from({ length: 800 }, () =>
        every(0.2, 1, '198.51.100.20', page(`/p${random.integer(1, 20)}/`), random.integer(0, 8 * HOUR)),
      ).flat(),
      uneven(random, 600, 50, '198.51.100.20', 'POST /contact/send.php'),
      quietSite(),
    ));

  it('a receiver of messages from another service', () =>
    assertSilent(uneven(random, 4 * MINUTE, 350, '198.51.100.30', 'POST /webhook.php'), quietSite()));

  it('an application whose many users ask one address all the time', () =>
    assertSilent(
      ...Array.from({ length: 200 }, (_, n) => [
        ...every(1, 1, visitor(n), page('/app/'), n * 300),
        ...uneven(random, 8, 120, visitor(n), 'POST /api/graphql', n * 300 + 9),
        ...uneven(random, 8, 120, visitor(n), 'GET /api/messages', n * 300 + 9),
      ]),
    ));

  it('members who log in, many at once', () =>
    assertSilent(
      ...Array.from({ length: 900 }, (_, n) => {
        const start = random.integer(9 * HOUR, 10 * HOUR);
        return [
          ...every(1, 1, visitor(n), page('/login/'), start),
          ...every(20, 3, visitor(n), 'POST /login/', start + 9),
        ];
      }),
    ));

  it('a contact form on a quiet day', () =>
    assertSilent(
      Array.from({ length: 40 }, (_, n) => {
        const asks: Ask[] = [
          ...page('/contact/'),
          'POST /contact/send.php',
          'POST /contact/send.php',
          'GET /contact/thanks.html',
        ];
        return every(1, 1, visitor(n), asks, random.integer(0, DAY));
      }).flat(),
    ));
});
