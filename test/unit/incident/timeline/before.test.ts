import assert from 'node:assert/strict';
import type { EventKind } from '../../../../server/src/incident/timeline/incidentEvent';
import { joinIncident } from '../../../../server/src/incident/incident';
import { openLogOf } from '../../../support/openLog';
import { findingOfSite } from '../../../support/siteFindings';
import { incidentOfLog, lineAt, PLANTED, told } from '../../../support/timeline';
import { endsSoon } from '../../../support/endsSoon';

const THIEF = '203.0.113.9';
const NEIGHBOUR = '203.0.113.77';
const OTHER = '198.51.100.7';
const USE = lineAt('12:00:00', THIEF, 'POST /l.php').repeat(3);
const EXPLOIT = 'GET /x.php?page=../../../../../../etc/passwd';

async function before(log: string, ...kinds: readonly EventKind[]): Promise<string[]> {
  return told((await incidentOfLog(log)).events, ...kinds);
}

/** Wrong passwords, one a second, then the right one. */
function guesses(client: string, wrong: number): string {
  const failures = Array.from({ length: wrong }, (_, n) => {
    return lineAt(`10:00:${String(n).padStart(2, '0')}`, client, 'POST /wp-login.php');
  });
  return failures.join('') + lineAt('10:01:00', client, 'POST /wp-login.php', 302);
}

describe('What came before the bad files were used', () => {
  it('is counted by kind for the network of those who used them, and for no others', async () => {
    const log =
      guesses(NEIGHBOUR, 30) +
      lineAt('11:00:00', THIEF, 'GET /backup.zip.php', 404) +
      lineAt('11:00:01', THIEF, 'POST /plugin/up.php') +
      lineAt('11:00:02', OTHER, 'POST /contact.php') +
      lineAt('11:00:03', NEIGHBOUR, EXPLOIT) +
      USE;
    const [event, ...others] = await before(log, 'before');
    assert.deepEqual(others, []);
    assert.equal(
      event,
      '10:00:00+09:00 before: 203.0.113.0/24 came before the bad files were used; tries to log in: 31, requests that look like attacks: 1, requests for what is not there or not allowed: 1, requests that sent something to other programs: 1.',
    );
  });

  it('is nothing where all came later', async () => {
    assert.deepEqual(await before(USE + lineAt('13:00:00', THIEF, 'POST /wp-login.php'), 'before'), []);
  });

  it('is a log-in of the same address without any failure', async () => {
    const log = lineAt('11:00:00', THIEF, 'POST /wp-login.php', 302) + USE;
    assert.deepEqual(await before(log, 'log-in'), [
      `11:00:00+09:00 log-in: ${THIEF} logged in to WordPress, without any failure before. The same address used the bad files.`,
    ]);
  });

  it('is a log-in of a neighbour after failures, with what was done then', async () => {
    const log = guesses(NEIGHBOUR, 3) + lineAt('10:02:00', NEIGHBOUR, 'GET /wp-admin/plugin-install.php') + USE;
    assert.deepEqual(await before(log, 'log-in'), [
      `10:01:00+09:00 log-in: ${NEIGHBOUR} got into WordPress after 3 failures. An address of the same network used the bad files. What it did then: opened the installation of plug-ins.`,
    ]);
  });

  it('is a guessed password of anybody, but no ordinary log-in of others', async () => {
    const guessed = await before(guesses(OTHER, 30) + USE, 'log-in');
    assert.deepEqual(guessed, [`10:01:00+09:00 log-in: ${OTHER} got into WordPress after 30 failures.`]);
    assert.deepEqual(await before(lineAt('11:00:00', OTHER, 'POST /wp-login.php', 302) + USE, 'log-in'), []);
  });

  it('is an attack of the same address, and not what it sent to the bad file itself', async () => {
    const log =
      lineAt('11:00:00', THIEF, EXPLOIT) + lineAt('12:00:00', THIEF, 'GET /l.php?cmd=cat+/etc/passwd;id') + USE;
    assert.deepEqual(await before(log, 'exploit'), [
      `11:00:00+09:00 exploit: ${THIEF} sent requests that look like path traversal (1), such as ${EXPLOIT}. The same address used the bad files.`,
    ]);
  });

  it('is no attack of strangers that was refused, nor one that came later', async () => {
    const log = lineAt('11:00:00', OTHER, EXPLOIT, 404).repeat(20) + USE + lineAt('13:00:00', THIEF, EXPLOIT);
    assert.deepEqual(await before(log, 'exploit'), []);
  });

  it('is what was sent to another program just before the first call', async () => {
    const log = lineAt('11:59:30', THIEF, 'POST /wp-content/plugins/old/up.php') + USE;
    assert.deepEqual(await before(log, 'write'), [
      `11:59:30+09:00 write: ${THIEF} sent something to /wp-content/plugins/old/up.php, 30 seconds before l.php was called for the first time: it may have come that way.`,
    ]);
    const refused = lineAt('11:59:30', THIEF, 'POST /wp-content/plugins/old/up.php', 403) + USE;
    assert.deepEqual(await before(refused, 'write'), []);
  });

  it('tells which bad file led to the next', async () => {
    const log = USE + lineAt('12:05:00', THIEF, 'POST /m.php');
    const list = { format: 'paths' as const, files: [{ path: '/l.php' }, { path: '/m.php' }], leftOut: 0 };
    const { events } = await incidentOfLog(log, { list });
    assert.deepEqual(told(events, 'write'), [
      `12:00:00+09:00 write: ${THIEF} sent something to /l.php, 5 minutes before m.php was called for the first time: it may have come that way. That is a bad file as well, which was there before.`,
    ]);
  });

  it('can’t be told apart by address behind a proxy', async () => {
    const proxy = '10.0.0.5';
    const log =
      lineAt('11:00:00', proxy, 'POST /wp-login.php', 302) + lineAt('12:00:00', proxy, 'POST /l.php').repeat(3);
    assert.deepEqual(await before(log, 'log-in', 'before'), []);
    assert.match((await before(log, 'left-out'))[0]!, /through a proxy/);
  });

  it('leaves out who only looked at a bad file with a browser that loads the site’s pages', async () => {
    const owner = ['GET /a.css', 'GET /b.js', 'GET /c.png', 'GET /d.png'].map((ask) => lineAt('11:00:00', OTHER, ask));
    const log =
      owner.join('') +
      lineAt('11:00:01', OTHER, 'POST /wp-login.php', 302) +
      USE +
      lineAt('14:00:00', OTHER, 'GET /l.php');
    assert.deepEqual(await before(log, 'log-in'), []);
  });
});

/** A look at the front page with a browser. */
function visitOf(client: string): string {
  return ['GET /index.php', 'GET /a.css', 'GET /b.js', 'GET /c.png']
    .map((ask) => lineAt('08:00:00', client, ask))
    .join('');
}

describe('A page that was changed and that visitors call', () => {
  it('tells nothing by its calls, and hides nothing of what came before other files were used', async () => {
    const visitors = Array.from({ length: 5 }, (_, n) => visitOf(`198.51.100.${n}`)).join('');
    const site = {
      paths: ['index.php', 'l.php'],
      findings: ['index.php', 'l.php'].map((file) => findingOfSite({ places: [{ file }] })),
    };
    const log = visitors + lineAt('11:00:00', THIEF, 'POST /wp-login.php', 302) + USE;
    const { events } = await incidentOfLog(log, { site });
    assert.deepEqual(told(events, 'first-call'), [
      `12:00:00+09:00 first-call: l.php was called for the first time, by ${THIEF}.`,
    ]);
    assert.equal(told(events, 'log-in').length, 1);
    assert.deepEqual(told(events, 'left-out'), [
      '- left-out: Files that visitors call as well, so that their calls tell nothing: 1.',
    ]);
  });
});

describe('What is too much for the timeline', () => {
  it('is counted: log-ins and attacks', async () => {
    const clients = Array.from({ length: 40 }, (_, n) => `203.0.${n}.9`);
    const log = clients
      .map((client) => lineAt('10:00:00', client, 'POST /wp-login.php', 302) + lineAt('11:00:00', client, EXPLOIT))
      .join('');
    const uses = clients.map((client, n) => lineAt('12:00:00', client, `POST /s/${n}.php`)).join('');
    const files = clients.map((_, n) => ({ path: `/home/u/public_html/s/${n}.php` }));
    const site = { paths: files.map((_, n) => `s/${n}.php`), findings: [] };
    const { events } = await incidentOfLog(log + uses, { list: { format: 'paths', files, leftOut: 0 }, site });
    assert.deepEqual(told(events, 'left-out').slice(0, 3), [
      '- left-out: 20 more networks of those who used the bad files were there before.',
      '- left-out: 20 more log-ins are not told here.',
      '- left-out: 10 more attacks are not told here.',
    ]);
  });
});

describe('Networks in the timeline', () => {
  it('come first once, the earliest use of each', async () => {
    const log = USE + lineAt('12:10:00', NEIGHBOUR, 'POST /l.php') + lineAt('12:20:00', OTHER, 'POST /l.php');
    assert.deepEqual(await before(log, 'network-call'), [
      `12:20:00+09:00 network-call: ${OTHER} used the bad files for the first time.`,
    ]);
  });

  it('are counted beyond twenty', async () => {
    const log = Array.from({ length: 60 }, (_, n) => lineAt('12:00:00', `192.0.${n}.1`, 'POST /l.php')).join('');
    const said = await before(log, 'network-call', 'left-out');
    assert.equal(said.filter((each) => each.includes('network-call')).length, 20);
    assert.match(said.at(-1)!, /39 more networks came later/);
  });

  it('take a time that grows with the number of callers and no faster', async () => {
    const lines = Array.from({ length: 100_000 }, (_, n) =>
      lineAt('12:00:00', `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`, 'POST /l.php'),
    );
    const { model } = await openLogOf(lines.join(''));
    await endsSoon(() => joinIncident({ model, site: { paths: ['l.php'], findings: PLANTED } }));
  });
});
