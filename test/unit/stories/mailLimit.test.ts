import assert from 'node:assert/strict';
import path from 'node:path';
import { incidentInJson, runIncident, type IncidentInJson } from '../../support/stories/incidentCommand';
import { createMailLimitStory, MAIL_LIMIT } from '../../support/stories/mailLimit/mailLimitStory';
import { writeStory } from '../../support/stories/story';
import { TemporaryFolder } from '../../support/temporaryFolder';

const CLIENTS = [
  { address: '182.16.59.138', count: 1_710 },
  { address: '52.128.227.34', count: 1_509 },
  { address: '182.16.27.106', count: 1_441 },
  { address: '52.128.230.42', count: 1_161 },
];

describe('The story of the mails that a host stopped', () => {
  let folder: TemporaryFolder;
  let parts: readonly string[];
  let incident: IncidentInJson;

  before(async () => {
    folder = await TemporaryFolder.create();
    await writeStory(folder.path, createMailLimitStory());
    const at = (name: string): string => path.join(folder.path, name);
    parts = ['--notice', at(MAIL_LIMIT.mail), '--logs', at(MAIL_LIMIT.logs), '--site', at(MAIL_LIMIT.site)];
    incident = await incidentInJson(...parts);
  });

  after(() => folder.remove());

  it('begins with a mail that names a number and no file', () => {
    const { host, identifiers, mails, measures } = incident.notice;
    assert.deepEqual(
      [host.id, identifiers, mails, measures],
      ['lolipop', { account: 'tsuchinone.example.jp' }, 10_000, ['mail-stopped']],
    );
  });

  it('has one file to act on: the mailer that the owner forgot', () => {
    assert.deepEqual(
      incident.files.map(({ file, state, severity, findings }) => [
        file,
        state,
        severity,
        findings.map(({ rule }) => rule),
      ]),
      [[MAIL_LIMIT.mailer, 'present', 'error', ['orphaned-mailer']]],
    );
  });

  it('counts its calls to the very number, in the log of its domain alone', () => {
    const { requests, clients, first, last, places } = incident.files[0]!.calls!;
    assert.equal(requests, 5_821);
    assert.deepEqual(
      clients.map(({ address, count }) => ({ address, count })),
      CLIENTS,
    );
    assert.deepEqual([first, last], ['2021-11-01T10:56:55+09:00', '2021-11-01T20:43:05+09:00']);
    assert.deepEqual([...new Set(places.map((place) => place.file))], ['example.jp/20211101.log.gz']);
  });

  it('accuses the four clients of one network, and nobody else', () => {
    const accused = incident.findings.filter(({ severity }) => severity === 'error').flatMap(({ clients }) => clients);
    assert.deepEqual(new Set(accused.map(({ address }) => address)), new Set(CLIENTS.map(({ address }) => address)));
    assert.deepEqual([...new Set(accused.map(({ country, asn }) => `${country} AS${asn}`))], ['HK AS45753']);
  });

  it('has one cause: nobody had to get in', () => {
    assert.deepEqual(
      incident.causes.map(({ id, verdict }) => [id, verdict]),
      [['left-over-program', 'shown']],
    );
    const [evidence] = incident.causes[0]!.evidence;
    assert.equal(evidence!.places[0]!.file, MAIL_LIMIT.mailer);
  });

  it('is the same where the folder with the mail, the logs and the site is taken for the site', async () => {
    const logs = path.join(folder.path, MAIL_LIMIT.logs);
    const { files } = await incidentInJson('--logs', logs, '--site', folder.path);
    assert.deepEqual(
      files.map(({ file, severity, calls }) => [file, severity, calls?.requests]),
      [[`${MAIL_LIMIT.site}/${MAIL_LIMIT.mailer}`, 'error', 5_821]],
    );
  });

  it('leaves the same mailer of another domain alone, which nobody called', async () => {
    const other = await TemporaryFolder.create();
    try {
      await writeStory(other.path, createMailLimitStory('domains'));
      const at = (name: string): string => path.join(other.path, name);
      const { files } = await incidentInJson('--logs', at(MAIL_LIMIT.logs), '--site', at(MAIL_LIMIT.site));
      assert.deepEqual(
        files.map(({ file, severity, calls }) => [file, severity, calls?.requests ?? 0]),
        [
          ['example.jp/tw/tw_contact.php', 'error', 5_821],
          ['example.com/tw/tw_contact.php', 'warning', 0],
        ],
      );
    } finally {
      await other.remove();
    }
  });

  it('ends with a reply that says what was found, and what is open', async () => {
    const open = await runIncident(...parts, '--reply', 'ja');
    assert.match(open, /tsuchinone\.example\.jp/);
    assert.match(open, /^- pottery\/tw\/tw_contact\.php\n.*5,821.*4/m);
    assert.match(open, /10,000/);
    assert.match(open, /tw_contact\.php: 削除予定/);
    const done = await runIncident(...parts, '--reply', 'ja', '--done', 'delete-files');
    assert.match(done, /tw_contact\.php: サーバー上から削除しました/);
  });
});
