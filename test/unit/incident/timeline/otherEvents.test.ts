import assert from 'node:assert/strict';
import { joinIncident } from '../../../../server/src/incident/incident';
import type { IncidentSources } from '../../../../server/src/incident/incidentSources';
import { readHostNotice } from '../../../../server/src/incident/notice/readHostNotice';
import { timesInCopy, type TimedPaths } from '../../../../server/src/incident/timeline/copyTimes';
import type { EventKind } from '../../../../server/src/incident/timeline/incidentEvent';
import { openLogOf } from '../../../support/openLog';
import { findingOfSite } from '../../../support/siteFindings';
import { incidentOfLog, lineAt, PLANTED, told } from '../../../support/timeline';

const THIEF = '203.0.113.9';
const OWNER = '198.51.100.7';
const USE = lineAt('12:00:00', THIEF, 'POST /l.php').repeat(3);
/** When the copy was made. */
const COPIED = Date.parse('2021-11-05T10:00:00Z');

type Sources = Parameters<typeof incidentOfLog>[1];
type TimedSite = TimedPaths & NonNullable<IncidentSources['site']>;

async function events(log: string, kinds: readonly EventKind[], sources: Sources = {}): Promise<string[]> {
  return told((await incidentOfLog(log, sources)).events, ...kinds);
}

/** A line of ProFTPD's or any server's log of commands. */
function command(time: string, words: string, reply: number): string {
  return `${THIEF} UNKNOWN owner [01/Nov/2021:${time} +0900] "${words}" ${reply} -\n`;
}

/** A copy of a site whose bad file was modified at a time, and others beside it. */
function copyWith(modified: number, others: number, changed = COPIED): Sources {
  const paths = ['l.php', 'a.php', 'b.php', 'c.php'];
  return {
    site: {
      paths,
      findings: PLANTED,
      times: {
        modified: Float64Array.from(paths, (_, at) => (at === 0 ? modified : others)),
        changed: Float64Array.from(paths, (_, at) => (at === 0 ? changed : COPIED)),
      },
    },
  };
}

describe('FTP in the timeline', () => {
  it('is what was done to a bad file, by whatever server', async () => {
    const transfer = `Mon Nov  1 09:00:00 2021 1 ${THIEF} 12 /home/u/public_html/l.php b _ i r owner ftp 0 * c\n`;
    const vsftpd = `Mon Nov  1 09:00:00 2021 [pid 2] [owner] OK DELETE: Client "${THIEF}", "/public_html/l.php"\n`;
    const pure = `${THIEF} - owner [01/Nov/2021:09:00:00 -0000] "PUT /home/u/public_html/l.php" 200 12\n`;
    assert.match((await events(transfer, ['upload']))[0]!, /upload: l\.php was uploaded by FTP from 203\.0\.113\.9\.$/);
    assert.match((await events(vsftpd, ['delete']))[0]!, /delete: l\.php was deleted by FTP from/);
    assert.match((await events(pure, ['upload']))[0]!, /upload: l\.php was uploaded by FTP from/);
  });

  it('tells of new names, before and behind', async () => {
    const log =
      command('09:00:00', 'RNFR /public_html/x.txt', 350) +
      command('09:00:01', 'RNTO /public_html/l.php', 250) +
      command('10:00:00', 'RNFR /public_html/l.php', 350) +
      command('10:00:01', 'RNTO /public_html/y.txt', 250);
    assert.deepEqual(await events(log, ['rename']), [
      `09:00:01+09:00 rename: Another file was given the name l.php by FTP from ${THIEF}.`,
      `10:00:00+09:00 rename: l.php was given another name by FTP from ${THIEF}.`,
    ]);
  });

  it('leaves out what failed, and counts what is more than a few', async () => {
    assert.deepEqual(await events(command('09:00:00', 'STOR /public_html/l.php', 550), ['upload']), []);
    const often = Array.from({ length: 9 }, (_, n) => command(`09:00:0${n}`, 'STOR /public_html/l.php', 226)).join('');
    const said = await events(often, ['upload', 'left-out']);
    assert.equal(said.length, 6);
    assert.match(said.at(-1)!, /^- left-out: 4 more changes/);
  });
});

describe('Times of files in the timeline', () => {
  const kinds = ['file-time', 'left-out'] as const;

  it('say little alone, and more where they agree with an upload or a first call', async () => {
    const upload = command('11:00:00', 'STOR /public_html/l.php', 226);
    const [alone] = await events(USE, kinds, copyWith(Date.parse('2021-11-01T05:00:00Z'), 0));
    assert.equal(
      alone,
      '14:00:00+09:00 file-time: l.php was last changed, by its own time. Such times are often forged.',
    );
    const uploaded = await incidentOfLog(upload, copyWith(Date.parse('2021-11-01T02:00:30Z'), 0));
    const agreeing = uploaded.events.find(({ kind }) => kind === 'file-time');
    assert.match(agreeing!.text, /agrees with its upload/);
    assert.equal(agreeing!.certainty, 'likely');
    assert.match(
      (await events(USE, kinds, copyWith(Date.parse('2021-11-01T03:00:10Z'), 0)))[0]!,
      /agrees with its first call/,
    );
  });

  it('say nothing where the download set them', async () => {
    const said = await events(USE, kinds, copyWith(COPIED, COPIED));
    assert.deepEqual(said.length, 1);
    assert.match(said[0]!, /^- left-out: Bad files whose time is that of the download, .*: 1\.$/);
  });

  it('are told once of bad files that have the same', async () => {
    const paths = ['l.php', 'm.php', 'n.php'];
    const second = Date.parse('2021-11-01T05:00:00Z');
    const site = {
      paths,
      findings: paths.map((file) => findingOfSite({ places: [{ file }] })),
      times: {
        modified: Float64Array.of(second, second, second + 1000),
        changed: Float64Array.from(paths, () => COPIED),
      },
    };
    const { events: all } = await incidentOfLog(USE, { site });
    const [group, alone, ...others] = all.filter(({ kind }) => kind === 'file-time');
    assert.deepEqual(others, []);
    assert.match(group!.text, /^2 bad files were last changed in this very second, .* such as l\.php/);
    assert.deepEqual(group!.places, [{ file: 'l.php' }, { file: 'm.php' }]);
    assert.match(alone!.text, /^n\.php was last changed/);
  });

  it('are not forgotten when the files are taken out of the copy', async () => {
    const paths = [
      'l.php',
      'm.php',
      'n.php',
      'img/o.php',
      'img/p.php',
      'img/q.php',
      'img/r.php',
      's.php',
      'index.html',
    ];
    const second = Date.parse('2021-11-01T05:00:00Z');
    const times = [second, second, second + 1000, ...paths.slice(3, 7).map(() => second + 2000), COPIED, COPIED];
    const bad = ['l.php', 'm.php', 'n.php', 'img/o.php', 's.php'];
    const siteOf = (kept: readonly string[], copied: number): TimedSite => ({
      paths: kept,
      findings: bad.filter((file) => kept.includes(file)).map((file) => findingOfSite({ places: [{ file }] })),
      times: {
        modified: Float64Array.from(kept, (path) => times[paths.indexOf(path)]!),
        changed: Float64Array.from(kept, () => copied),
      },
    });
    const site = siteOf(paths, COPIED);
    const before = await events(USE, kinds, { site });
    assert.equal(before.length, 4);
    const inCopy = timesInCopy(site, new Set(bad));
    const findings = site.findings.slice(0, 1);
    const hadFiles = bad.map((file) => ({ file, findings, times: inCopy.get(file)! }));
    const left = paths.filter((path) => !bad.includes(path));
    assert.deepEqual(await events(USE, kinds, { site: siteOf(left, COPIED), hadFiles }), before);
    const copiedAnew = siteOf(left, COPIED + 9 * 86_400_000);
    const { events: all } = await incidentOfLog(USE, { site: copiedAnew, hadFiles });
    assert.deepEqual(told(all, ...kinds), before, 'also with another copy');
    assert.ok(all.filter(({ kind }) => kind === 'file-time').every(({ places }) => places.length === 0));
  });

  it('of a disk that is the server’s own are no times of a download', async () => {
    const planted = Date.parse('2021-10-01T00:00:00Z');
    assert.match((await events(USE, kinds, copyWith(planted, 0, planted)))[0]!, /file-time/);
  });

  it('are doubted where they are those of the neighbours, or older than the upload', async () => {
    const old = Date.parse('2019-01-01T00:00:00Z');
    assert.match((await events(USE, kinds, copyWith(old, old + 300)))[0]!, /same to the second as 3 files beside it/);
    const upload = command('11:00:00', 'STOR /public_html/l.php', 226);
    assert.match((await events(upload, kinds, copyWith(old, 0)))[0]!, /older than its upload/);
  });
});

describe('What the host wrote, in the timeline', () => {
  it('are its times, days and moments, and what it did', async () => {
    const notice = readHostNotice('2021年11月1日 10:56 に確認いたしました。\n2021年11月3日\nWAF設定を有効化しました。');
    const said = await events(USE, ['notice', 'measure'], { notice });
    assert.deepEqual(said.slice(0, 2), [
      '10:56:00+09:00 notice: The host’s mail names this time.',
      '2021-11-03T00:00:00+09:00 notice: The host’s mail names this day.',
    ]);
    assert.match(said[2]!, /^- measure: What the host did; its mail does not say when:/);
  });

  it('keeps the zone that the mail names', async () => {
    const notice = readHostNotice('Seen at 2021-11-01T01:56:00Z, and at 2021-11-01 03:57 +0100.');
    const { events: all } = await incidentOfLog(USE, { notice });
    const said = all.filter(({ kind }) => kind === 'notice').map(({ time }) => time);
    assert.deepEqual(said, ['2021-11-01T01:56:00+00:00', '2021-11-01T03:57:00+01:00']);
  });

  it('has the time of Japan where no log tells the zone', () => {
    const notice = readHostNotice('2021年11月1日 10:56 に確認いたしました。');
    assert.deepEqual(told(joinIncident({ notice }).events, 'notice'), [
      '10:56:00+09:00 notice: The host’s mail names this time.',
    ]);
  });
});

describe('What logs can’t show, in the timeline', () => {
  it('is what came before they begin, above all where a file was used at once', async () => {
    const early = await events(lineAt('11:50:00', OWNER, 'GET /') + USE, ['log-begin']);
    assert.match(
      early[0]!,
      /^11:50:00\+09:00 log-begin: .*l\.php was used 10 minutes later: it may have been there long before/,
    );
    const late = await events(lineAt('01:00:00', OWNER, 'GET /') + USE, ['log-begin']);
    assert.doesNotMatch(late[0]!, /l\.php/);
  });

  it('is told of FTP apart', async () => {
    const said = await events(command('10:00:00', 'STOR /public_html/index.html', 226), ['log-begin']);
    assert.deepEqual(said, [
      '10:00:00+09:00 log-begin: The FTP logs that were read begin. What was done by FTP before can’t be seen.',
    ]);
  });

  it('is a gap that only the rhythm of the log tells', async () => {
    const gap = findingOfSite({
      rule: 'log-gap',
      title: 'The log has no entries for 3 hours',
      first: '2021-11-01T02:00:00+09:00',
      places: [{ file: 'access.log', line: 7 }],
    });
    const { model } = await openLogOf(USE);
    const { events: all } = joinIncident({ model, logFindings: [gap], site: { paths: ['l.php'], findings: PLANTED } });
    assert.deepEqual(told(all, 'gap'), ['02:00:00+09:00 gap: The log has no entries for 3 hours.']);
  });

  it('is a day without any entry, and no quiet night', async () => {
    const nextDays = (day: number) => USE.replaceAll('01/Nov', `0${day}/Nov`);
    assert.deepEqual(await events(USE + nextDays(3), ['gap']), [
      '12:00:00+09:00 gap: For 2 days the logs that were read have no entries. If there is a file for that time, download it, too.',
    ]);
    assert.deepEqual(
      await events(
        lineAt('22:00:00', OWNER, 'GET /') +
          lineAt('06:00:00', OWNER, 'GET /').replace('01/Nov', '02/Nov') +
          nextDays(2),
        ['gap'],
      ),
      [],
    );
  });
});

/** A time of day, so many seconds after one o'clock. */
function timeOf(second: number): string {
  return new Date(Date.UTC(2021, 10, 1, 1) + second * 1000).toISOString().slice(11, 19);
}

describe('Floods in the timeline', () => {
  it('have a beginning, a highest minute and an end, one for each endpoint', async () => {
    const slow = Array.from({ length: 300 }, (_, n) => lineAt(timeOf(n * 10), THIEF, 'POST /tw/form.php'));
    const fast = Array.from({ length: 240 }, (_, n) =>
      lineAt(timeOf(3000 + Math.floor(n / 4)), OWNER, 'POST /tw/form.php'),
    );
    const said = await events([...slow, ...fast].join(''), ['flood-begin', 'flood-peak', 'flood-end']);
    assert.deepEqual(
      said.map((each) => each.slice(15)),
      [
        'flood-begin: The flood on POST /tw/form.php began (2 addresses in all).',
        'flood-peak: The flood on POST /tw/form.php was at its highest: 240 requests within a minute.',
        'flood-end: The flood on POST /tw/form.php ended.',
      ],
    );
    assert.match(said[1]!, /^01:50:00/);
  });
});
