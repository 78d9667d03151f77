import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';
import { joinIncident } from '../../../../server/src/incident/incident';
import { htmlReport } from '../../../../server/src/report/htmlReport';
import { incidentInForm } from '../../../../server/src/report/incident/incidentForms';
import { incidentReport } from '../../../../server/src/report/incident/incidentReport';
import { incidentSummary } from '../../../../server/src/report/incident/incidentSummary';
import { HOSTILE_TEXTS } from '../../../support/hostile';
import { openLogOf } from '../../../support/openLog';
import { findingOfSite } from '../../../support/siteFindings';
import { factsOf, incidentAbout } from '../../../support/reportedIncident';

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function tagsOf(page: string): Tag[] {
  const tags: Tag[] = [];
  new Parser({ onopentag: (name, attributes) => void tags.push({ name, attributes }) }).end(page);
  return tags;
}

/** A text as the name of one file: slashes would make folders of it. */
function fileNamed(text: string): string {
  return `${text.replaceAll('/', ':')}.php`;
}

async function html(name: string, text: string): Promise<string> {
  return incidentInForm('html', factsOf(await incidentAbout(name, text)));
}

/** The signs of markup in Markdown, without those that are escaped. */
async function markup(name: string, text: string): Promise<string> {
  const made = incidentInForm('md', factsOf(await incidentAbout(name, text)));
  return made.replace(/\\[!-/:-@[-`{-~]/g, '').replaceAll(/[^\n\\`*_{}[\]()#+!|<>&~$]/g, '');
}

describe('The report on an incident', () => {
  it('begins with two sentences: what it is about, and what to do next', async () => {
    assert.deepEqual(incidentSummary(factsOf(await incidentAbout('l.php', 'x'))), [
      'Files to act on: 1, first of all l.php, which got 30 requests from 1 addresses (2021-11-01 10:00:00 +09:00).',
      'Of 24 tasks, 1 are done; the next one: Keep copies of the logs and of the site before you delete anything.',
    ]);
    assert.deepEqual(incidentSummary(factsOf(joinIncident({}), { done: new Set() })), [
      'Nothing that must be acted on was found in what was read.',
      'Of 7 tasks, 0 are done; the next one: Keep copies of the logs and of the site before you delete anything.',
    ]);
  });

  it('tells of everything that is known', async () => {
    const { sections, credits } = incidentReport(factsOf(await incidentAbout('l.php', 'Something bad')));
    assert.deepEqual(
      sections.map(({ title }) => title),
      [
        'What the host wrote',
        'How it could happen',
        'What happened when',
        'Files',
        'Who attacked',
        'What else the logs show (1)',
        'What is to be done',
      ],
    );
    const text = JSON.stringify(sections);
    for (const told of ['42-1', 'shop.example', '10,000', '192.0.2.1', 'access.log:1', 'l.php:3', 'Something bad']) {
      assert.ok(text.includes(told), told);
    }
    assert.match(credits.join('\n'), /2021-11-02[^]*2021-10-01[^]*Route Views/);
  });

  it('says which tasks are done and which are open, and who asks for them', async () => {
    const { sections } = incidentReport(factsOf(await incidentAbout('l.php', 'x')));
    const [table] = sections.at(-1)!.blocks;
    assert.ok(table?.kind === 'table');
    const [, , ...rows] = table.rows;
    assert.deepEqual(rows.slice(0, 3), [
      ['Delete every malicious file on the server.', 'finished', 'The host', 'l.php is still in your copy. (l.php:3)'],
      ['Change the passwords of WordPress and other programs.', 'not yet', 'The host', ''],
      ['Check your computer for viruses.', 'not yet', 'Good advice', ''],
    ]);
  });

  it('leaves out parts of which there is nothing to tell', () => {
    const { sections, credits } = incidentReport(factsOf(joinIncident({}), { dataDate: undefined }));
    assert.deepEqual(
      sections.map(({ title }) => title),
      ['What is to be done'],
    );
    assert.equal(credits.length, 1);
  });

  it('says how many files and findings are not shown', async () => {
    const names = [...Array(1203).keys()].map((number) => ({ path: `/home/u/public_html/${number}.php` }));
    const incident = joinIncident({ list: { format: 'paths', files: names, leftOut: 0 } });
    const text = JSON.stringify(incidentReport(factsOf(incident)));
    assert.match(text, /and 203 more/);
    assert.match(text, /All is told of the first 200 files only/);
  });
});

describe('The report as HTML', () => {
  it('asks nothing of anybody: no script, no address, one style that the policy names', async () => {
    const text = await html('l.php', 'x');
    const names = new Set(tagsOf(text).map(({ name }) => name));
    for (const name of ['script', 'img', 'link', 'iframe', 'form', 'a', 'base', 'object']) assert.ok(!names.has(name));
    const style = /<style>([^]*?)<\/style>/.exec(text)![1]!;
    const policy = tagsOf(text).find((tag) => 'http-equiv' in tag.attributes)!.attributes['content'];
    const hash = createHash('sha256').update(style).digest('base64');
    assert.equal(policy, `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
    assert.doesNotMatch(style, /url\(|@import/);
    assert.ok(text.indexOf('Content-Security-Policy') < text.indexOf('<style>'), 'the policy comes first');
  });

  it('can be read by screen readers', async () => {
    const tags = tagsOf(await html('l.php', 'x'));
    assert.equal(tags.find(({ name }) => name === 'html')!.attributes['lang'], 'en');
    assert.equal(tags.filter(({ name }) => name === 'h1').length, 1);
    const count = (wanted: string): number => tags.filter(({ name }) => name === wanted).length;
    assert.equal(count('table'), count('caption'));
    assert.ok(count('table') >= 5);
    assert.ok(tags.filter(({ name }) => name === 'th').every(({ attributes }) => 'scope' in attributes));
    const ids = new Set(tags.map(({ attributes }) => attributes['id']));
    const labels = tags.map(({ attributes }) => attributes['aria-labelledby']).filter((id) => id !== undefined);
    assert.ok(labels.length > 0 && labels.every((id) => ids.has(id)));
  });

  it('follows the reader’s colours and is made for printing', async () => {
    const text = await html('l.php', 'x');
    assert.match(text, /@media \(prefers-color-scheme: dark\)/);
    assert.match(text, /@media print/);
    assert.match(text, /break-inside: avoid/);
  });

  it('is in the language that it says', () => {
    const report = incidentReport(factsOf(joinIncident({})));
    assert.match(htmlReport(report, 'ja'), /^<!DOCTYPE html>\n<html lang="ja">/);
  });

  const hostile = {
    ...HOSTILE_TEXTS,
    'a script': '</p></title></style><script>alert(1)</script>',
    'the end of an attribute': '" onmouseover="alert(1)',
    'half a surrogate pair': 'a\ud800b',
    'a name without an end': 'x'.repeat(1_000_000),
  };
  for (const [name, text] of Object.entries(hostile)) {
    it(`has the same elements where names and texts hold ${name}`, async () => {
      const made = await html(fileNamed(text), text);
      assert.deepEqual(tagsOf(made), tagsOf(await html('plain.php', 'plain')));
      assert.doesNotMatch(made.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Cs}]/u);
      assert.ok(made.length < 200_000);
    });
  }
});

describe('The report as Markdown', () => {
  it('has a heading for each section, and tables', async () => {
    const text = incidentInForm('md', factsOf(await incidentAbout('l.php', 'x')));
    assert.match(text, /^# Report on the incident\n\n\*\*Files to act on/);
    assert.match(text, /\n## What the host wrote\n/);
    assert.match(text, /\n\| File \| How urgent \|.*\n\| :-- \| :-- \|/);
    assert.match(text, /\n\| l\\\.php \| Act now \|/);
  });

  for (const [name, text] of Object.entries(HOSTILE_TEXTS)) {
    it(`has no markup of others where names and texts hold ${name}`, async () => {
      assert.equal(await markup(fileNamed(text), text), await markup('plain.php', 'plain'));
    });
  }
});

describe('The events in a report', () => {
  it('stand in the order of time, each with how sure it is and where it can be seen', async () => {
    const { sections } = incidentReport(factsOf(await incidentAbout('l.php', 'x')));
    const [table] = sections.find(({ title }) => title === 'What happened when')!.blocks;
    assert.ok(table?.kind === 'table');
    assert.deepEqual(table.columns, ['When', 'What', 'How sure', 'Where']);
    assert.deepEqual(table.rows[1], [
      '2021-11-01 10:00:00 +09:00',
      'l.php was called for the first time, by 192.0.2.1.',
      'certain',
      'access.log:1',
    ]);
  });

  it('are in the row of their file where they tell how it came', async () => {
    const upload = 'Mon Nov  1 09:00:00 2021 1 192.0.2.9 12 /public_html/l.php b _ i r owner ftp 0 * c\n';
    const { model } = await openLogOf(upload);
    const incident = joinIncident({
      model,
      site: { paths: ['public_html/l.php'], findings: [findingOfSite({ places: [{ file: 'public_html/l.php' }] })] },
    });
    const [, row] = incidentInForm('csv', factsOf(incident)).split('\r\n');
    assert.match(
      row!,
      /,"2021-11-01T09:00:00[+-]\d\d:\d\d public_html\/l\.php was uploaded by FTP from 192\.0\.2\.9\."$/,
    );
  });

  it('are followed by how many mails the logs support', async () => {
    const incident = await incidentAbout('l.php', 'x');
    const mails = {
      least: 5821,
      most: 11_642,
      busiestDay: 5821,
      counted: 10_000,
      comparison: 'within' as const,
      programs: [],
    };
    const { sections } = incidentReport(
      factsOf({
        ...incident,
        mails: {
          ...mails,
          programs: [{ file: 'l.php', accepted: 5821, most: 2, recipientFromRequest: true, places: [] }],
        },
      }),
    );
    const section = sections.find(({ title }) => title === 'How many mails were sent');
    assert.match(
      JSON.stringify(section),
      /The logs support 5,821 to 11,642 mails\..*The host counted 10,000, which agrees with that/,
    );
  });
});

describe('The report as a table', () => {
  it('has a row for each file, with what is known of it', async () => {
    const rows = incidentInForm('csv', factsOf(await incidentAbout('l.php', 'Something bad'))).split('\r\n');
    assert.equal(rows.length, 3);
    assert.equal(rows[0]!.split('","').length, 15);
    assert.equal(
      rows[1],
      '"l.php","Act now","Named by the host, and in your copy.","/home/u/public_html/l.php","Something bad","Something bad","Something bad",30,30,1,"2021-11-01T10:00:00+09:00","2021-11-01T10:00:00+09:00","192.0.2.1",,',
    );
  });
});
