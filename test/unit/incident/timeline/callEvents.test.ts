import assert from 'node:assert/strict';
import { incidentOfLog, LEFT_OVER, lineAt, told } from '../../../support/timeline';

const THIEF = '203.0.113.9';
const OTHER = '198.51.100.7';

async function calls(log: string, ...more: Parameters<typeof incidentOfLog>[1][]): Promise<string[]> {
  const { events } = await incidentOfLog(log, ...more);
  return told(events, 'missing', 'first-call', 'last-call', 'left-out');
}

describe('Calls in the timeline', () => {
  it('are the first and the last of each bad file', async () => {
    const log =
      lineAt('10:00:00', THIEF, 'GET /l.php') +
      lineAt('10:00:05', OTHER, 'GET /') +
      lineAt('11:00:00', OTHER, 'POST /l.php');
    assert.deepEqual(await calls(log), [
      `10:00:00+09:00 first-call: l.php was called for the first time, by ${THIEF}.`,
      '11:00:00+09:00 last-call: l.php was called for the last time (2 calls in all).',
    ]);
  });

  it('begin when the file was there, and end when it was locked', async () => {
    const log =
      lineAt('09:00:00', OTHER, 'GET /l.php', 404) +
      lineAt('09:30:00', OTHER, 'GET /l.php', 404) +
      lineAt('10:00:00', THIEF, 'GET /l.php') +
      lineAt('10:00:01', THIEF, 'POST /l.php') +
      lineAt('12:00:00', THIEF, 'POST /l.php', 403);
    assert.deepEqual(await calls(log), [
      '09:30:00+09:00 missing: l.php was asked for and was not there yet. It came between this and its first call.',
      `10:00:00+09:00 first-call: l.php was called for the first time, by ${THIEF}.`,
      '10:00:01+09:00 last-call: l.php was called for the last time (2 calls in all). Since then it was refused (status 403).',
    ]);
  });

  it('of a form of the site’s own begin with the first that sent something', async () => {
    const log = lineAt('10:00:00', OTHER, 'GET /l.php') + lineAt('10:00:01', THIEF, 'POST /l.php').repeat(30);
    const site = { paths: ['l.php'], findings: LEFT_OVER };
    assert.deepEqual(
      (await calls(log, { site }))[0],
      `10:00:01+09:00 first-call: Something was sent to l.php for the first time, by ${THIEF}.`,
    );
  });

  it('are none where a file was only looked for', async () => {
    assert.deepEqual(await calls(lineAt('10:00:00', THIEF, 'GET /l.php', 404)), []);
  });

  it('are found in lines that are out of order, and sorted by the instant whatever the offset', async () => {
    const log =
      lineAt('10:00:02', THIEF, 'POST /l.php') +
      lineAt('10:00:00', OTHER, 'POST /l.php') +
      lineAt('01:00:03', OTHER, 'POST /l.php', 200, '+0000');
    assert.deepEqual(await calls(log), [
      `10:00:00+09:00 first-call: l.php was called for the first time, by ${OTHER}.`,
      '01:00:03+00:00 last-call: l.php was called for the last time (3 calls in all).',
    ]);
  });

  it('have no time where the log has none', async () => {
    assert.deepEqual(await calls(`host:${THIEF}\treq:POST /l.php HTTP/1.1\tstatus:200\tsize:5\n`.repeat(3)), [
      `- first-call: l.php was called for the first time, by ${THIEF}.`,
      '- last-call: l.php was called for the last time (3 calls in all).',
    ]);
  });

  it('are told of as many files as somebody reads, and how many more there are', async () => {
    const files = Array.from({ length: 130 }, (_, n) => `s/${n}.php`);
    const list = {
      format: 'paths' as const,
      files: files.map((path) => ({ path: `/home/u/public_html/${path}` })),
      leftOut: 0,
    };
    const log = files.map((path) => lineAt('10:00:00', THIEF, `GET /${path}`)).join('');
    const said = await calls(log, { list, site: { paths: files, findings: [] } });
    assert.equal(said.filter((each) => each.includes('first-call')).length, 100);
    assert.equal(said.at(-1), '- left-out: Of 30 more files nothing is told here.');
  });
});
