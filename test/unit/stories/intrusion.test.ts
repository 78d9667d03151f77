import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { countedEntries } from '../../../server/src/incident/countedEntries';
import { NO_ENTRY } from '../../../server/src/log/logTable';
import { nodeDisk } from '../../../server/src/nodeDisk';
import { readIncident } from '../../../server/src/readIncident';
import { incidentInJson, runIncident, type IncidentInJson } from '../../support/stories/incidentCommand';
import { CALLS_OF_SHELL } from '../../support/stories/intrusion/abuse';
import { createIntrusionStory } from '../../support/stories/intrusion/intrusionStory';
import { LISTED_FILES, type Fate } from '../../support/stories/intrusion/listedFiles';
import { ABUSERS, INTRUSION, REMOTE_ROOT, THIEF } from '../../support/stories/intrusion/places';
import type { WayIn } from '../../support/stories/intrusion/waysIn';
import { writeStory } from '../../support/stories/story';
import { TemporaryFolder } from '../../support/temporaryFolder';

const STATES: Readonly<Record<Fate, string>> = {
  present: 'present',
  empty: 'notDownloaded',
  locked: 'notDownloaded',
  deletedByFtp: 'gone',
  deletedInPanel: 'gone',
};

/** What the command is given of a story that lies in a folder. */
function partsIn(folder: string): string[] {
  const at = (name: string): string => path.join(folder, name);
  const { mail, list, logs, site } = INTRUSION;
  return ['--notice', at(mail), '--list', at(list), '--logs', at(logs), '--site', at(site)];
}

/** A story with another way in, read and forgotten. */
async function storyOf(way: WayIn): Promise<IncidentInJson> {
  const folder = await TemporaryFolder.create();
  try {
    await writeStory(folder.path, createIntrusionStory(way));
    return await incidentInJson(...partsIn(folder.path));
  } finally {
    await folder.remove();
  }
}

function verdicts({ causes }: IncidentInJson): Record<string, string> {
  return Object.fromEntries(causes.map(({ id, verdict }) => [id, verdict]));
}

/** The lines of the logs that speak for a cause. */
function linesFor({ causes }: IncidentInJson, id: string): string[] {
  const evidence = causes.find((cause) => cause.id === id)?.evidence ?? [];
  return evidence.flatMap(({ speaks, places }) =>
    speaks === 'for' ? places.map(({ file, line }) => `${file}:${line}`) : [],
  );
}

describe('The story of the files that a host locked', () => {
  let folder: TemporaryFolder;
  let incident: IncidentInJson;

  before(async () => {
    folder = await TemporaryFolder.create();
    await writeStory(folder.path, createIntrusionStory());
    incident = await incidentInJson(...partsIn(folder.path));
  });

  after(() => folder.remove());

  it('begins with a mail that says what happened, what the host did and what it asks for', () => {
    const { host, identifiers, measures, tasks } = incident.notice;
    assert.equal(host.id, 'xserver');
    assert.deepEqual(identifiers, { inquiry: '21110900417', server: 'potter', account: 'xsa1148295' });
    assert.deepEqual(new Set(measures), new Set(['waf-on', 'wordpress-security-on', 'files-locked']));
    assert.deepEqual(tasks.toSorted(), [
      'change-cms-password',
      'check-backups',
      'delete-files',
      'find-cause',
      'php-settings',
      'reply',
      'scan-computer',
      'turn-on-waf',
      'update-programs',
      'upload-clean-files',
    ]);
  });

  it('knows of each of the forty files whether it is there, gone, or was not downloaded', () => {
    const named = incident.files.filter((file) => file.named !== undefined);
    assert.deepEqual(
      Object.fromEntries(named.map((file) => [file.named!.path, `${file.state} ${file.file}`])),
      Object.fromEntries(
        LISTED_FILES.map((file) => [
          `${REMOTE_ROOT}/${file.path}`,
          `${STATES[file.fate]} ${INTRUSION.root}/${file.path}`,
        ]),
      ),
    );
    assert.equal(named.length, 40);
    const count = (state: string): number => named.filter((file) => file.state === state).length;
    assert.deepEqual([count('present'), count('notDownloaded'), count('gone')], [18, 14, 8]);
  });

  it('asks nothing, as what became of each can be told', () => {
    assert.equal(incident.questions, undefined);
  });

  it('accuses every file that is there and planted, and no file of the other domain', () => {
    const silent = incident.files.filter(({ state, findings }) => state === 'present' && findings.length === 0);
    assert.deepEqual(
      silent.map(({ file }) => file),
      [`${INTRUSION.root}/wp-content/languages/wp-lang.php`],
      'only the host accuses what does nothing',
    );
    const others = incident.files.filter(({ named }) => named === undefined);
    assert.deepEqual(
      others.map(({ file, severity }) => `${severity} ${file}`),
      [
        `warning ${INTRUSION.root}/wp-content/plugins/wp-file-manager/lib/php/connector.minimal.php`,
        'information tsuchinone.example/xserver_php/php.ini',
      ],
    );
  });

  it('counts the calls of l.php and knows its callers', () => {
    const shell = incident.files[0]!;
    assert.equal(shell.file, `${INTRUSION.root}/l.php`);
    assert.equal(shell.calls!.requests, CALLS_OF_SHELL);
    assert.deepEqual(shell.calls!.clients.map(({ address }) => address).toSorted(), [...ABUSERS].toSorted());
    assert.deepEqual(
      [shell.calls!.first, shell.calls!.last],
      ['2021-11-08T23:46:30+09:00', '2021-11-09T03:52:55+09:00'],
    );
  });

  it('flags all calls of l.php on the timeline of requests', async () => {
    const { logs, list } = INTRUSION;
    const { incident: read, analysis } = await readIncident(nodeDisk, {
      list: await readFile(path.join(folder.path, list), 'utf8'),
      logs: [path.join(folder.path, logs)],
    });
    const { table, isFlagged } = countedEntries(analysis!, read.files);
    const ofShell = [...isFlagged].filter((_, row) => {
      const endpoint = table.endpoint[row]!;
      return endpoint !== NO_ENTRY && analysis!.model.table.endpoint(endpoint).path === '/l.php';
    });
    assert.deepEqual([ofShell.length, new Set(ofShell)], [CALLS_OF_SHELL, new Set([1])]);
  });

  it('names the hole of the plug-in as the way in, with the lines, and nothing else', async () => {
    assert.deepEqual(verdicts(incident), {
      'vulnerable-program': 'shown',
      'left-over-program': 'unlikely',
      'cms-account': 'unlikely',
      'ftp-account': 'unlikely',
    });
    assert.equal(incident.causes[0]!.id, 'vulnerable-program');
    const lines = linesFor(incident, 'vulnerable-program');
    assert.equal(lines.length, 2, 'the look at the version, and the upload; what was uploaded was called later');
    assert.ok(
      lines.every((line) => line.startsWith('tsuchinone.example.access_log_20211109.gz:')),
      lines.join('\n'),
    );
  });

  it('names the password of FTP where the log of FTP has the upload', async () => {
    const other = await storyOf('ftp');
    assert.deepEqual(verdicts(other), {
      'ftp-account': 'shown',
      'left-over-program': 'unlikely',
      'cms-account': 'unlikely',
      'vulnerable-program': 'unlikely',
    });
    assert.equal(other.causes[0]!.id, 'ftp-account');
    const lines = linesFor(other, 'ftp-account');
    assert.ok(lines.includes('vsftpd.log:3') && lines.includes('vsftpd.log:18'), lines.join('\n'));
    const shell = other.files.find(({ file }) => file === `${INTRUSION.root}/l.php`);
    assert.deepEqual(
      shell!.uploads.map(({ client }) => client),
      [THIEF],
    );
  });

  it('names the password of WordPress where it was guessed', async () => {
    const other = await storyOf('wordpress');
    assert.deepEqual(verdicts(other), {
      'cms-account': 'shown',
      'left-over-program': 'unlikely',
      'vulnerable-program': 'unlikely',
      'ftp-account': 'unlikely',
    });
    assert.equal(other.causes[0]!.id, 'cms-account');
  });

  it('ends with a reply that quotes the numbers, and says what is done and what is open', async () => {
    const reply = await runIncident(...partsIn(folder.path), '--reply', 'ja', '--done', 'scan-computer');
    for (const number of ['21110900417', 'xsa1148295', 'potter']) assert.ok(reply.includes(number), number);
    const [, , files] = reply.split(/^\d+\. /m);
    assert.equal(files!.split('\n').filter((line) => line.startsWith(`- ${REMOTE_ROOT}/`)).length, 40);
    const [done, open] = reply.slice(reply.indexOf('完了した対応')).split('対応中');
    assert.match(done!, /ウイルス/);
    assert.match(open!, /パスワード/);
    assert.doesNotMatch(open!, /ウイルス/);
  });
});
