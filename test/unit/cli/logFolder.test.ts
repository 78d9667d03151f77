import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { runEntriesCommand } from '../../../server/src/cli/entriesCommand';
import { runLogCommand } from '../../../server/src/cli/logCommand';
import { zipOf } from '../../support/archives';
import { FakeDisk } from '../../support/fakeDisk';
import { combinedLine } from '../../support/lines';
import { DAY, every, logText, readers, type Request } from '../../support/traffic';
import { SeededRandom } from '../../support/random';

const ROBOT = '192.0.2.66';
const random = new SeededRandom(5);

/** A flood over two days, half of it in each. */
const flood = every(6, 300, ROBOT, 'POST /form.php', DAY - 900);
const people = [...readers(random, 30), ...readers(random, 30).map((each) => ({ ...each, at: each.at + DAY }))];

function daily(day: number): string {
  const isToday = ({ at }: Request): boolean => Math.floor(at / DAY) === day;
  return logText(people.filter(isToday), flood.filter(isToday));
}

const disk = new FakeDisk({
  '/logs/20211101.log.gz': gzipSync(daily(0)),
  '/logs/20211102.log': Buffer.from(daily(1)),
  '/logs/20211102 copy.log': Buffer.from(daily(1)),
  '/logs/readme.txt': Buffer.from('no log'),
  '/logs/locked.zip': zipOf([{ name: 'x.log', content: 'x' }], { encrypted: true }),
  '/one.log': Buffer.from(`${combinedLine()}\n`),
});

async function run(
  command: typeof runLogCommand | typeof runEntriesCommand,
  ...parameters: string[]
): Promise<{ code: number; out: string; errors: string }> {
  const out: string[] = [];
  const errors: string[] = [];
  const code = await command(
    parameters,
    (line) => out.push(line),
    (line) => errors.push(line),
    disk,
  );
  return { code, out: out.join('\n'), errors: errors.join('\n') };
}

interface Answer {
  readonly logs: readonly { readonly file: string; readonly entries: number; readonly copies?: readonly unknown[] }[];
  readonly notLogs?: number;
  readonly findings: readonly {
    readonly rule: string;
    readonly count?: number;
    readonly places: readonly { readonly file: string; readonly line: number }[];
  }[];
}

describe('log-site-audit log with a folder', () => {
  it('finds what only all days together show, each entry once, and names the file of each place', async () => {
    const { out, code } = await run(runLogCommand, '/logs', '--json');
    const { logs, findings, notLogs } = JSON.parse(out) as Answer;
    // The archive that needs a password could not be read.
    assert.equal(code, 2);
    assert.deepEqual(
      logs.map(({ file }) => file),
      ['20211101.log.gz', '20211102 copy.log', '20211102.log'],
    );
    assert.equal(notLogs, 1);
    assert.deepEqual(logs[1]?.copies, [{ of: '20211102.log', entries: logs[1]!.entries, kind: 'copy' }]);
    const found = findings.find(({ rule }) => rule === 'flood-address');
    assert.equal(found?.count, 300);
    const files = new Set(found.places.map(({ file }) => file));
    assert.deepEqual([...files], ['20211101.log.gz', '20211102.log']);
    assert.deepEqual(found.places[0], {
      file: '20211101.log.gz',
      line:
        daily(0)
          .split('\n')
          .findIndex((line) => line.startsWith(ROBOT)) + 1,
    });
  });

  it('says in words what was read, what counts once, and what is no log or could not be read', async () => {
    const { out, errors } = await run(runLogCommand, '/logs');
    assert.match(out, /^20211101\.log\.gz: [\d,]+ lines/);
    assert.match(out, /of these entries are also in 20211102\.log and count once/);
    assert.match(out, /1 other files are no logs/);
    assert.match(errors, /locked\.zip\/x\.log: .*password/);
  });

  it('refuses a time zone that there is not', async () => {
    for (const command of [runLogCommand, runEntriesCommand]) {
      const { code, errors } = await run(command, '/one.log', '--time-zone', 'Mars/Olympus');
      assert.equal(code, 2);
      assert.match(errors, /--time-zone/);
    }
  });
});

describe('log-site-audit entries', () => {
  it('prints the entries of one file without its name', async () => {
    const { out, code } = await run(runEntriesCommand, '/one.log');
    assert.equal(code, 0);
    assert.deepEqual(Object.keys(JSON.parse(out) as object)[0], 'line');
  });

  it('prints those of folders and archives with the name of their file', async () => {
    const { out, code } = await run(runEntriesCommand, '/logs', '/one.log');
    assert.equal(code, 2);
    const entries = out.split('\n').map((line) => JSON.parse(line) as { file: string; line: number });
    assert.equal(entries.length, daily(0).split('\n').length + 2 * daily(1).split('\n').length - 3 + 1);
    assert.deepEqual(
      [...new Set(entries.map(({ file }) => file))],
      ['/logs/20211101.log.gz', '/logs/20211102 copy.log', '/logs/20211102.log', '/one.log'],
    );
  });
});
