import assert from 'node:assert/strict';
import path from 'node:path';
import { incidentInJson, type IncidentInJson } from '../../support/stories/incidentCommand';
import { createIntrusionStory } from '../../support/stories/intrusion/intrusionStory';
import { INTRUSION, THIEF } from '../../support/stories/intrusion/places';
import { createMailLimitStory, MAIL_LIMIT } from '../../support/stories/mailLimit/mailLimitStory';
import { writeStory, type Story } from '../../support/stories/story';
import { TemporaryFolder } from '../../support/temporaryFolder';

/** A story read by the command line, and forgotten. */
async function incidentOf(story: Story, parts: (at: (name: string) => string) => string[]): Promise<IncidentInJson> {
  const folder = await TemporaryFolder.create();
  try {
    await writeStory(folder.path, story);
    return await incidentInJson(...parts((name) => path.join(folder.path, name)));
  } finally {
    await folder.remove();
  }
}

async function intrusion(way: 'plugin' | 'ftp' | 'wordpress'): Promise<IncidentInJson> {
  const { mail, list, logs, site } = INTRUSION;
  return incidentOf(createIntrusionStory(way), (at) => [
    '--notice',
    at(mail),
    '--list',
    at(list),
    '--logs',
    at(logs),
    '--site',
    at(site),
  ]);
}

/** Kinds of what the thief did before l.php was called first, in the order of time, with that call. */
function stepsTo({ events }: IncidentInJson, file: string): string[] {
  const end = events.findIndex((event) => event.kind === 'first-call' && event.file === file);
  const steps = new Set(['log-in', 'exploit', 'write', 'upload', 'first-call']);
  return events
    .slice(0, end + 1)
    .filter(({ kind }) => steps.has(kind))
    .map(({ kind }) => kind);
}

describe('What happened when', () => {
  const shell = `${INTRUSION.root}/l.php`;

  it('leads from the hole through the first bad file to l.php', async () => {
    const incident = await intrusion('plugin');
    assert.deepEqual(stepsTo(incident, shell), ['exploit', 'write', 'first-call', 'write', 'first-call']);
    const attack = incident.events.find(({ kind }) => kind === 'exploit');
    assert.ok(attack!.text.startsWith(THIEF), attack!.text);
    const times = incident.events.flatMap(({ time }) => (time === undefined ? [] : [Date.parse(time)]));
    assert.deepEqual(
      times,
      times.toSorted((one, other) => one - other),
      'in the order of time',
    );
    const planted = incident.events.filter(({ kind, time }) => kind === 'file-time' && time!.includes('23:47:00'));
    assert.ok(planted.some(({ text }) => /bad files were last changed in this very second/.test(text)));
  });

  it('leads from the password of FTP over the upload to l.php', async () => {
    const incident = await intrusion('ftp');
    assert.deepEqual(stepsTo(incident, shell), ['log-in', 'upload', 'first-call']);
    assert.ok(
      incident.events.some(({ kind }) => kind === 'delete'),
      'the owner deleted some files',
    );
  });

  it('leads from the password of WordPress over the plug-in to l.php', async () => {
    const incident = await intrusion('wordpress');
    assert.deepEqual(stepsTo(incident, shell), ['log-in', 'write', 'first-call']);
    const logIn = incident.events.find(({ kind }) => kind === 'log-in');
    assert.match(logIn!.text, /after 60 failures.*uploaded a plug-in or a theme/);
  });

  it('has the flood on the forgotten form, and as many mails as the host counted', async () => {
    const { mail, logs, site, mailer } = MAIL_LIMIT;
    const { events, mails } = await incidentOf(createMailLimitStory(), (at) => [
      '--notice',
      at(mail),
      '--logs',
      at(logs),
      '--site',
      at(site),
    ]);
    const told = events.filter(({ kind }) => kind === 'first-call' || kind.startsWith('flood') || kind === 'last-call');
    assert.deepEqual(
      told.map(({ kind, time }) => `${kind} ${time!.slice(11, 16)}`),
      ['first-call 10:56', 'flood-begin 10:56', 'flood-peak 16:43', 'flood-end 20:43', 'last-call 20:43'],
    );
    assert.equal(told[0]!.file, mailer);
    assert.ok(mails!.least >= 5_821 && mails!.most! >= 2 * 5_821, JSON.stringify(mails));
    assert.equal(
      mails!.comparison,
      'within',
      'with the automatic reply the logs support the 10,000 that the host counted',
    );
  });
});
