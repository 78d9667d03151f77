import assert from 'node:assert/strict';
import { analyseSet } from '../../../server/src/logAnalysis';
import { joinIncident, type Incident } from '../../../server/src/incident/incident';
import { memorySource } from '../../../server/src/log/byteSource';
import { timeZoneOf } from '../../../server/src/log/localZone';
import { readLog } from '../../../server/src/log/readLog';
import { LogSetBuilder } from '../../../server/src/log/set/logSet';
import type { Finding } from '../../../server/src/rules/finding';
import { DEFAULT_LOG_SETTINGS } from '../../../server/src/settings';
import { findingOfSite } from '../../support/siteFindings';

const OTHER = '198.51.100.7';
const THIEF = '203.0.113.9';
const SHELL = [findingOfSite()];
const LEFT_OVER = [findingOfSite({ rule: 'orphaned-mailer', severity: 'warning', title: 'left over' })];

function entry(seconds: number, client: string, request: string, status: number, bytes = 512): string {
  const time = new Date(Date.UTC(2021, 10, 1) + seconds * 1000).toISOString().slice(11, 19);
  return `${client} - - [01/Nov/2021:${time} +0900] "${request} HTTP/1.1" ${status} ${bytes} "-" "Mozilla/5.0"\n`;
}

/** Guessed passwords, of which the last was right. */
function guesses(client: string): string {
  return (
    Array.from({ length: 60 }, (_, n) => entry(10_000 + n, client, 'POST /wp-login.php', 200)).join('') +
    entry(10_100, client, 'POST /wp-login.php', 302) +
    entry(10_101, client, 'GET /wp-admin/', 200)
  );
}

const PATHS = ['index.html', 'l.php', 'wp-login.php'];

/** What is known of an incident by one log. */
async function incidentOf(log: string, findings: readonly Finding[] = SHELL): Promise<Incident> {
  return joinedLogs({ 'access.log': log }, findings);
}

/** The same by several logs. */
async function joinedLogs(
  logs: Readonly<Record<string, string>>,
  findings: readonly Finding[] = SHELL,
): Promise<Incident> {
  const set = new LogSetBuilder();
  for (const [name, log] of Object.entries(logs)) set.add(name, await readLog(memorySource(Buffer.from(log))));
  const { model, findings: logFindings } = analyseSet(set.finish(timeZoneOf('Asia/Tokyo')!), DEFAULT_LOG_SETTINGS);
  return joinIncident({ model, logFindings, site: { paths: PATHS, findings } });
}

/** What is said of each cause, and what speaks for and against it. */
async function causes(log: string, findings: readonly Finding[] = SHELL): Promise<Record<string, string>> {
  const incident = await incidentOf(log, findings);
  return Object.fromEntries(
    incident.causes.map(({ id, verdict, evidence }) => [
      id,
      [verdict, ...evidence.map(({ speaks }) => speaks)].join(' '),
    ]),
  );
}

describe('The cause of an incident', () => {
  const calls = Array.from({ length: 30 }, (_, n) => entry(40_000 + n, THIEF, 'POST /l.php', 200)).join('');

  it('is a program of the site’s own where nothing was put there', async () => {
    assert.deepEqual(await causes(calls, LEFT_OVER), { 'left-over-program': 'shown for' });
  });

  it('is a guessed password where somebody got in before, and is shown where the same address used the file', async () => {
    assert.match((await causes(guesses(THIEF) + calls))['cms-account']!, /^shown for/);
    assert.match((await causes(guesses(OTHER) + calls))['cms-account']!, /^possible for/);
  });

  it('is no guessed password where all tries failed, or came later', async () => {
    const failures = Array.from({ length: 60 }, (_, n) => entry(10_000 + n, OTHER, 'POST /wp-login.php', 200)).join('');
    assert.match((await causes(failures + calls))['cms-account']!, /^unlikely .*against$/);
    const later = Array.from({ length: 60 }, (_, n) => entry(60_000 + n, THIEF, 'POST /wp-login.php', 200)).join('');
    assert.equal(
      (await causes(calls + later + entry(60_100, THIEF, 'POST /wp-login.php', 302)))['cms-account'],
      'unlikely against',
    );
  });

  it('is a hole in a program where who used the file attacked before', async () => {
    const attack = entry(20_000, THIEF, 'POST /vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php', 200);
    assert.match((await causes(attack + calls))['vulnerable-program']!, /^shown for/);
    assert.equal((await causes(calls))['vulnerable-program'], 'unlikely against');
  });

  it('is the password of FTP where the file was uploaded by it', async () => {
    const upload = `Mon Nov  1 09:00:00 2021 1 ${THIEF} 12 /home/u/public_html/l.php b _ i r owner ftp 0 * c\n`;
    assert.equal((await causes(upload))['ftp-account'], 'shown for');
    const other = `Mon Nov  1 09:00:00 2021 1 ${OTHER} 12 /home/u/public_html/index.html b _ i r owner ftp 0 * c\n`;
    assert.equal((await causes(other))['ftp-account'], 'unlikely against');
    assert.equal((await causes(calls))['ftp-account'], 'unknown');
  });

  it('is only possibly a hole where who used the file attacked, and was refused', async () => {
    const attack = entry(20_000, THIEF, 'POST /vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php', 404);
    assert.match((await causes(attack + calls))['vulnerable-program']!, /^possible for/);
  });

  it('is a password that was known where the same address logged in without any failure', async () => {
    const logIn = entry(30_000, THIEF, 'POST /wp-login.php', 302);
    assert.equal((await causes(logIn + calls))['cms-account'], 'shown for');
    const neighbour = entry(30_000, '203.0.113.77', 'POST /wp-login.php', 302);
    assert.equal((await causes(neighbour + calls))['cms-account'], 'possible for');
    assert.equal(
      (await causes(entry(30_000, OTHER, 'POST /wp-login.php', 302) + calls))['cms-account'],
      'unlikely against',
    );
  });

  it('is possibly a hole where something was sent to a program just before, unless that was work of who had logged in', async () => {
    const write = entry(39_900, THIEF, 'POST /wp-content/plugins/old/up.php', 200);
    assert.equal((await causes(write + calls))['vulnerable-program'], 'possible for');
    const logIn = entry(39_800, THIEF, 'POST /wp-login.php', 302);
    assert.equal((await causes(logIn + write + calls))['vulnerable-program'], 'unlikely against');
  });

  it('is not the password of FTP where the file was used before it was uploaded', async () => {
    const early = entry(3600, THIEF, 'POST /l.php', 200);
    const upload = `Mon Nov  1 09:00:00 2021 1 ${THIEF} 12 /home/u/public_html/l.php b _ i r owner ftp 0 * c\n`;
    const { causes: found } = await joinedLogs({ 'access.log': early, xferlog: upload });
    const ftp = found.find(({ id }) => id === 'ftp-account')!;
    assert.notEqual(ftp.verdict, 'shown');
    assert.match(ftp.evidence[0]!.text, /used before that already/);
  });

  it('is not the password of FTP either where such a file was uploaded again and again', async () => {
    const early = entry(3600, THIEF, 'POST /l.php', 200);
    const uploads = ['09:00:00', '09:30:00']
      .map((time) => `Mon Nov  1 ${time} 2021 1 ${THIEF} 12 /home/u/public_html/l.php b _ i r owner ftp 0 * c\n`)
      .join('');
    const { causes: found } = await joinedLogs({ 'access.log': early, xferlog: uploads });
    const { verdict, evidence } = found.find(({ id }) => id === 'ftp-account')!;
    assert.notEqual(verdict, 'shown');
    assert.deepEqual(new Set(evidence.map(({ speaks }) => speaks)), new Set(['against']));
  });

  it('is the password of FTP where a robot asked for the file before it was there', async () => {
    const probe = entry(3600, OTHER, 'GET /l.php', 404);
    const upload = `Mon Nov  1 09:00:00 2021 1 ${THIEF} 12 /home/u/public_html/l.php b _ i r owner ftp 0 * c\n`;
    const { causes: found } = await joinedLogs({ 'access.log': probe + calls, xferlog: upload });
    assert.equal(found.find(({ id }) => id === 'ftp-account')!.verdict, 'shown');
  });

  it('can’t be told of FTP where its log begins later than the file was used', async () => {
    const early = entry(3600, THIEF, 'POST /l.php', 200);
    const other = `Mon Nov  1 09:00:00 2021 1 ${OTHER} 12 /home/u/public_html/index.html b _ i r owner ftp 0 * c\n`;
    const { causes: found } = await joinedLogs({ 'access.log': early, xferlog: other });
    const ftp = found.find(({ id }) => id === 'ftp-account')!;
    assert.equal(ftp.verdict, 'unknown');
    assert.match(ftp.missing[0]!, /^The FTP log begins at 2021-11-01 09:00:00:/);
  });

  it('may be another one where nothing is shown, and says what to ask for', async () => {
    const found = (await incidentOf(calls)).causes.find(({ id }) => id === 'unknown')!;
    assert.equal(found.verdict, 'possible');
    assert.match(found.missing.join(' '), /No FTP log was given/);
    const attack = entry(20_000, THIEF, 'POST /vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php', 200);
    assert.ok((await incidentOf(attack + calls)).causes.every(({ id }) => id !== 'unknown'));
  });

  it('names the likeliest first', async () => {
    const attack = entry(20_000, THIEF, 'POST /vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php', 200);
    assert.equal(Object.keys(await causes(attack + calls))[0], 'vulnerable-program');
  });

  it('is not known of any kind where no log was read', () => {
    const site = { paths: ['l.php'], findings: SHELL };
    assert.deepEqual(
      joinIncident({ site }).causes.map(({ verdict }) => verdict),
      ['unknown', 'unknown', 'unknown', 'unknown'],
    );
  });

  it('is not guessed at where there is no file to explain', async () => {
    assert.deepEqual(await causes(entry(1, OTHER, 'GET /', 200), []), {});
  });
});
