import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { filesToRemember } from '../../client/src/incident/filesToRemember';
import {
  ARCHIVE_SCHEME,
  BuildIncidentRequest,
  ReplyToHostRequest,
  type BuildIncidentParams,
  type IncidentFact,
  type IncidentResult,
} from '../../server/src/protocol';
import { decodeText } from '../../server/src/site/decodeText';
import { createIntrusionStory } from '../support/stories/intrusion/intrusionStory';
import { INTRUSION, REMOTE_ROOT, THIEF } from '../support/stories/intrusion/places';
import { createMailLimitStory, MAIL_LIMIT } from '../support/stories/mailLimit/mailLimitStory';
import { writeStory, type Story } from '../support/stories/story';
import { TemporaryFolder } from '../support/temporaryFolder';
import { connectServer, type TestClient } from '../support/testClient';

/** A file of a story as text, as the editor hands texts of the host's to the server. */
function textOf(story: Story, name: string): string {
  const { content } = story.get(name)!;
  return typeof content === 'string' ? content : decodeText(content).text;
}

/** The line of a log that a sentence leads to. */
async function lineAt({ uri, line }: IncidentFact): Promise<string> {
  const bytes = await readFile(fileURLToPath(uri!.replace(`${ARCHIVE_SCHEME}:`, 'file:')));
  const text = uri!.endsWith('.gz') ? gunzipSync(bytes).toString() : bytes.toString();
  return text.split('\n')[line!]!;
}

/** Lines that speak for the likeliest cause, one for each piece of evidence. */
async function linesForCause({ causes }: IncidentResult): Promise<string[]> {
  return Promise.all(causes[0]!.evidence.filter(({ speaks }) => speaks === 'for').map(lineAt));
}

/** What is said of the times of files. */
function timesIn({ events }: IncidentResult): string[] {
  return events.flatMap(({ kind, time, text }) => (kind === 'file-time' ? [`${time} ${text}`] : []));
}

describe('The stories in the editor’s server', () => {
  let folder: TemporaryFolder;
  let client: TestClient;

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
    client = connectServer();
    await client.initialize();
  });

  afterEach(async () => {
    client.close();
    await folder.remove();
  });

  it('lead from the mail about a limit to the forgotten mailer and the line of its first call', async () => {
    const story = createMailLimitStory();
    await writeStory(folder.path, story);
    const { mail, logs, site, mailer } = MAIL_LIMIT;
    const incident = await client.connection.sendRequest(BuildIncidentRequest, {
      notice: textOf(story, mail),
      logs: [`${folder.uri}/${logs}`],
      site: `${folder.uri}/${site}`,
    });
    assert.deepEqual(incident.problems, []);
    const [file, ...others] = incident.files;
    assert.deepEqual(others, []);
    assert.deepEqual(
      [file!.file, file!.severity, file!.requests, file!.uri],
      [mailer, 'error', 5_821, `${folder.uri}/${site}/${mailer}`],
    );
    const first = await lineAt({ text: '', ...file!.firstCall! });
    assert.ok(first.startsWith('52.128.230.42 - - [01/Nov/2021:10:56:55 +0900] "POST /tw/tw_contact.php '), first);
    const reply = await client.connection.sendRequest(ReplyToHostRequest, { done: [] });
    assert.match(reply, /tw_contact\.php: 削除予定/);
  });

  it('lead from the list of forty files to the hole that was used, and its lines', async () => {
    const incident = await built(createIntrusionStory());
    const named = incident.files.filter(({ isNamed }) => isNamed);
    assert.equal(named.length, 40);
    assert.ok(named.every(({ path }) => path.startsWith(`${REMOTE_ROOT}/`)));
    assert.deepEqual(
      named.filter(({ state }) => state === 'present').map(({ uri, file }) => uri === fileUri(file)),
      Array.from({ length: 18 }, () => true),
    );
    const [first] = await linesForCause(incident);
    assert.match(first!, new RegExp(`${THIEF} .* "GET /wp-content/plugins/wp-file-manager/readme\\.txt `));
    const reply = await client.connection.sendRequest(ReplyToHostRequest, { done: ['scan-computer'] });
    assert.match(reply, /21110900417/);
  });

  it('say of no file that it is deleted which was only taken out of the copy', async () => {
    const before = await built(createIntrusionStory());
    const present = before.files.filter(({ isNamed, state }) => isNamed && state === 'present').map(({ file }) => file);
    await folder.remove(`${INTRUSION.site}/${present[0]!}`);
    const hadFiles = present.map((file) => ({ file, findings: [] }));
    const { files } = await client.connection.sendRequest(BuildIncidentRequest, { ...given(), hadFiles });
    assert.deepEqual(
      files.filter(({ state }) => state === 'removed').map(({ file }) => file),
      present.slice(0, 1),
    );
  });

  it('know the times of files that were taken out of the copy', async () => {
    const before = await built(createIntrusionStory());
    const hadFiles = filesToRemember(before);
    for (const { file } of hadFiles) await folder.remove(`${INTRUSION.site}/${file}`);
    const after = await client.connection.sendRequest(BuildIncidentRequest, { ...given(), hadFiles });
    assert.ok(timesIn(before).some((text) => text.includes('in this very second')));
    assert.deepEqual(timesIn(after), timesIn(before));
  });

  it('go on with a mailer that was taken out of the copy: cause, calls and reply', async () => {
    const story = createMailLimitStory();
    await writeStory(folder.path, story);
    await folder.remove(`${MAIL_LIMIT.site}/${MAIL_LIMIT.mailer}`);
    const finding = {
      rule: 'orphaned-mailer',
      severity: 'warning',
      title: 'left over',
      detail: '',
      advice: '',
    } as const;
    const incident = await client.connection.sendRequest(BuildIncidentRequest, {
      logs: [`${folder.uri}/${MAIL_LIMIT.logs}`],
      site: `${folder.uri}/${MAIL_LIMIT.site}`,
      hadFiles: [{ file: MAIL_LIMIT.mailer, findings: [finding] }],
    });
    assert.deepEqual(
      incident.files.map(({ file, state, severity, requests }) => [file, state, severity, requests]),
      [[MAIL_LIMIT.mailer, 'removed', 'error', 5_821]],
    );
    assert.deepEqual(
      incident.causes.map(({ verdict }) => verdict),
      ['shown'],
    );
    const reply = await client.connection.sendRequest(ReplyToHostRequest, { done: ['delete-files'] });
    assert.match(reply, /tw_contact\.php/);
  });

  it('lead to the log-in and the upload where FTP was the way in', async () => {
    const lines = await linesForCause(await built(createIntrusionStory('ftp')));
    assert.deepEqual(
      lines.map((line) => line.replace(/^.* \[potter\] /, '')),
      [
        `OK LOGIN: Client "${THIEF}"`,
        `OK UPLOAD: Client "${THIEF}", "/${INTRUSION.root}/l.php", 1204 bytes, 88.20Kbyte/sec`,
      ],
    );
  });

  async function built(story: Story): Promise<IncidentResult> {
    await writeStory(folder.path, story);
    return client.connection.sendRequest(BuildIncidentRequest, given(story));
  }

  function given(story = createIntrusionStory()): BuildIncidentParams {
    const { mail, list, logs, site } = INTRUSION;
    return {
      notice: textOf(story, mail),
      list: textOf(story, list),
      logs: [`${folder.uri}/${logs}`],
      site: `${folder.uri}/${site}`,
    };
  }

  function fileUri(file: string): string {
    return `${folder.uri}/${INTRUSION.site}/${file.split('/').map(encodeURIComponent).join('/')}`;
  }
});
