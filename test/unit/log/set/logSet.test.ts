import assert from 'node:assert/strict';
import { memorySource } from '../../../../server/src/log/byteSource';
import { UTC } from '../../../../server/src/log/localZone';
import { fileOfLine } from '../../../../server/src/log/logModel';
import { LogTable } from '../../../../server/src/log/logTable';
import { readLog } from '../../../../server/src/log/readLog';
import { LogSetBuilder, type LogSet } from '../../../../server/src/log/set/logSet';
import { entriesOf } from '../../../support/entries';
import { combinedLine, logOf } from '../../../support/lines';
import { SeededRandom } from '../../../support/random';
import { DAY, every, HOUR, logText, readers, request, type Request } from '../../../support/traffic';

async function setOf(logs: Readonly<Record<string, string>>): Promise<LogSet> {
  const builder = new LogSetBuilder();
  for (const [name, log] of Object.entries(logs)) builder.add(name, await readLog(memorySource(Buffer.from(log))));
  return builder.finish(UTC);
}

/** The entries of a set as `file line`, in its order. */
function places({ files, table }: LogSet): string[] {
  return entriesOf(new LogTable(table)).map(({ line }) => {
    const file = files[fileOfLine(files, line)]!;
    return `${file.name} ${line - file.linesBefore}`;
  });
}

/** What was left out, in words. */
function leftOut({ files, copies }: LogSet): string[] {
  return copies.map(
    ({ file, of, entries, kind }) => `${kind}: ${entries} of ${files[file]!.name} in ${files[of]!.name}`,
  );
}

const random = new SeededRandom(11);

/** A day of people on a site; `day` 0 is 1 November 2021. */
function dayOf(visitors: number, day = 0, path = '/'): Request[] {
  return readers(random, visitors, path)
    .map((each) => ({ ...each, at: each.at + day * DAY }))
    .toSorted((a, b) => a.at - b.at);
}

const FLOOD = Array.from({ length: 400 }, (_, n) =>
  request('192.0.2.66', HOUR + Math.floor(n / 8), 'POST /form.php 200'),
);

function lines(log: string): string[] {
  return log.split('\n').slice(0, -1);
}

function text(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}

function lineOf(n: number): string {
  return combinedLine({ client: `192.0.2.${n}` });
}

function requestsOf({ table }: LogSet, address: string): number {
  return entriesOf(new LogTable(table)).filter(({ client }) => client === address).length;
}

/** A flood of three requests a second, some of them a second late. */
function floodAt(shift: number): Request[] {
  return Array.from({ length: 900 }, (_, n) =>
    request('192.0.2.66', HOUR + Math.floor(n / 3) + (n % 7 === shift ? 1 : 0), 'POST /f.php 200'),
  );
}

/** What the server behind another logs: its own time, bytes and clients. */
function behind(requests: readonly Request[], client?: string): string {
  const seen = requests.map((each) => ({
    ...each,
    at: each.at - (each.at % 5 === 0 ? 1 : 0),
    client: client ?? each.client,
  }));
  return logText(seen).replaceAll(' 99 "-" "x"', ' 81 "-" "x"');
}

/** The traffic of different browsers. */
function varied(log: string): string {
  return text(lines(log).map((line) => line.replace('"x"', `"browser ${browserOf(line.split(' ')[6] ?? '')}"`)));
}

function browserOf(target: string): number {
  return Buffer.from(target).reduce((sum, byte) => sum + byte, 0) % 9;
}

describe('A set of logs', () => {
  it('is one timeline in the order of time, whatever the order of its files', async () => {
    const [monday, tuesday, wednesday] = [0, 1, 2].map((day) => logText(dayOf(20, day)));
    const set = await setOf({ 'access.log': wednesday!, 'access.log.1': tuesday!, 'access.log.2': monday! });
    const times = [...set.table.time];
    assert.deepEqual(
      times,
      times.toSorted((a, b) => a - b),
    );
    assert.equal(set.table.rows, lines(monday! + tuesday! + wednesday!).length);
    assert.deepEqual(set.copies, []);
    assert.equal(places(set)[0], 'access.log.2 1');
    assert.match(places(set).at(-1)!, /^access\.log /);
  });

  it('keeps the order of lines within a second, the older file first', async () => {
    const set = await setOf({
      'new.log': text([lineOf(4), lineOf(5)]),
      'old.log': text([combinedLine({ time: '01/Nov/2021:10:00:00 +0900' }), lineOf(2), lineOf(1)]),
    });
    assert.deepEqual(places(set), ['old.log 1', 'old.log 2', 'old.log 3', 'new.log 1', 'new.log 2']);
  });

  it('compares times across zones', async () => {
    const set = await setOf({
      'tokyo.log': text([combinedLine({ time: '01/Nov/2021:09:30:00 +0900' })]),
      'utc.log': text([
        combinedLine({ time: '01/Nov/2021:00:00:00 +0000' }),
        combinedLine({ time: '01/Nov/2021:01:00:00 +0000' }),
      ]),
    });
    assert.deepEqual(places(set), ['utc.log 1', 'tokyo.log 1', 'utc.log 2']);
  });

  it('knows the place of entries and unreadable lines in their own files', async () => {
    const set = await setOf({
      'a.log': text(['?', combinedLine({ time: '01/Nov/2021:12:00:00 +0900' })]),
      'b.log': text([combinedLine({ time: '01/Nov/2021:11:00:00 +0900' }), '?']),
    });
    assert.deepEqual(places(set), ['b.log 1', 'a.log 2']);
    assert.deepEqual([...set.table.rejected], [1, 4]);
    assert.deepEqual(
      set.files.map(({ name, linesBefore, lines: count }) => [name, linesBefore, count]),
      [
        ['a.log', 0, 2],
        ['b.log', 2, 2],
      ],
    );
  });

  it('counts on where an entry has no time', async () => {
    const untimed = '192.0.2.9 - - [-] "GET / HTTP/1.1" 200 5';
    const set = await setOf({
      'a.log': text([combinedLine({ time: '01/Nov/2021:10:00:00 +0900' }), combinedLine(), untimed]),
      'b.log': text([combinedLine({ time: '01/Nov/2021:10:30:00 +0900' })]),
    });
    assert.deepEqual(places(set), ['a.log 1', 'b.log 1', 'a.log 2']);
  });

  it('has no midnight: days may be cut at four in the morning', async () => {
    const all = dayOf(60, 0).concat(dayOf(60, 1));
    const cut = DAY + 4 * HOUR;
    const set = await setOf({
      'example.jp.access_log_20211103': logText(all.filter(({ at }) => at >= cut)),
      'example.jp.access_log_20211102': logText(all.filter(({ at }) => at < cut)),
    });
    assert.equal(set.table.rows, all.length);
    assert.deepEqual(set.copies, []);
    const inOne = await setOf({ all: logText(all) });
    assert.deepEqual([...set.table.time], [...inOne.table.time]);
  });
});

describe('An entry that stands in several files', () => {
  const log = logText(dayOf(80), FLOOD);

  it('counts once where a file was copied', async () => {
    const set = await setOf({ 'a.log': log, 'copy of a.log': log, 'third.log': log });
    assert.equal(set.table.rows, lines(log).length);
    assert.ok(places(set).every((place) => place.startsWith('a.log ')));
    assert.deepEqual(leftOut(set), [
      `copy: ${lines(log).length} of copy of a.log in a.log`,
      `copy: ${lines(log).length} of third.log in a.log`,
    ]);
  });

  it('counts as often as one file has it: floods repeat lines', async () => {
    const once = await setOf({ 'a.log': log });
    assert.equal(requestsOf(once, '192.0.2.66'), 400);
    assert.equal(requestsOf(await setOf({ 'a.log': log, 'b.log': log }), '192.0.2.66'), 400);
  });

  it('counts once where rotations overlap, even within a second', async () => {
    const all = lines(log);
    for (const [end, start] of [
      [500, 420],
      [all.length - 30, 300],
    ] as const) {
      const set = await setOf({ 'access.log': text(all.slice(start)), 'access.log.1': text(all.slice(0, end)) });
      assert.equal(set.table.rows, all.length);
    }
  });

  it('counts once where a file is an excerpt of another', async () => {
    const excerpt = text(lines(log).filter((line) => line.includes('POST')));
    const set = await setOf({ 'posts.log': excerpt, 'a.log': log });
    assert.equal(set.table.rows, lines(log).length);
    assert.ok(places(set).every((place) => place.startsWith('a.log ')));
  });

  it('counts each time where rotations meet in the midst of a flood', async () => {
    const all = lines(logText(dayOf(10), FLOOD));
    const middle = all.findIndex((line) => line.includes('POST')) + 204;
    const set = await setOf({ 'access.log': text(all.slice(middle)), 'access.log.1': text(all.slice(0, middle)) });
    assert.equal(set.table.rows, all.length);
    assert.deepEqual(set.copies, []);
  });

  it('counts for each site that a scanner visits in the same second', async () => {
    const scan = every(2, 200, '192.0.2.77', ['GET /wp-login.php 404', 'GET /.env 404', 'GET /admin 404']);
    const sites = [logText(dayOf(40, 0, '/a'), scan), logText(dayOf(40, 0, '/b'), scan)];
    const set = await setOf({ 'a.log': sites[0]!, 'b.log': sites[1]! });
    assert.equal(set.table.rows, lines(sites.join('')).length);
    assert.deepEqual(set.copies, []);
  });

  it('counts for each site that the same flood goes to, in the same seconds or not', async () => {
    const set = await setOf({ 'a.log': logText(floodAt(1)), 'b.log': logText(floodAt(4)) });
    assert.equal(set.table.rows, 1800);
  });

  it('is found in time that grows with the lines', async () => {
    const same = logOf(60_000, (n) =>
      combinedLine({ time: `01/Nov/2021:10:00:${String(n % 3).padStart(2, '0')} +0900` }),
    );
    const builder = await setOf({ 'a.log': same, 'b.log': same, 'c.log': same });
    assert.equal(builder.table.rows, 60_000);
  });
});

describe('Requests that two servers saw', () => {
  const visits = dayOf(150).flatMap((each, n) => [each, { ...each, target: `/page${n % 40}` }]);

  it('count once, as the server in front saw them', async () => {
    for (const client of [undefined, '127.0.0.1']) {
      const dynamic = visits.filter(({ target }) => !target.endsWith('.png'));
      const set = await setOf({
        access_log: varied(behind(dynamic, client)),
        proxy_access_log: varied(logText(visits)),
      });
      assert.equal(set.table.rows, visits.length);
      assert.deepEqual(leftOut(set), [`relay: ${dynamic.length} of access_log in proxy_access_log`]);
    }
  });

  it('are not taken for the same where they are those of two sites', async () => {
    const set = await setOf({ 'a.log': varied(logText(dayOf(150))), 'b.log': varied(logText(dayOf(150))) });
    assert.deepEqual(set.copies, []);
  });

  it('are not taken for the same where a few robots visit both sites', async () => {
    const robots = [1, 2, 3].flatMap((n) =>
      every(3, 200, `192.0.2.${n}`, ['GET / 200', 'GET /a 404', 'GET /b 404'], n),
    );
    const set = await setOf({ 'a.log': logText(robots), 'b.log': behind(robots) });
    assert.deepEqual(set.copies, []);
  });
});
