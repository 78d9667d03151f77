import assert from 'node:assert/strict';
import {
  siteReportCsv,
  siteReportJson,
  siteReportMarkdown,
  siteReportSarif,
} from '../../../server/src/report/siteReport';
import type { Finding } from '../../../server/src/rules/finding';
import { HOSTILE_TEXTS } from '../../support/hostile';

const FINDING: Finding = {
  rule: 'suspicious-code',
  severity: 'error',
  title: 'l.php runs code from outside.',
  detail: 'It takes it from $_POST.',
  advice: 'Move it to quarantine.',
  clients: [],
  endpoints: [],
  places: [
    { file: 'images/l.php', line: 6, column: 5, note: 'runs here' },
    { file: 'images/l.php', line: 4, note: 'comes in here' },
  ],
};
const MAILER: Finding = { ...FINDING, rule: 'orphaned-mailer', severity: 'warning', places: [{ file: 'form.php' }] };

/** The signs of markup in each line of a report about one finding, without those that are escaped. */
function markupOf(finding: Finding, site: string): string[] {
  const markdown = siteReportMarkdown([{ site, findings: [finding] }]);
  const unescaped = markdown.replace(/\\[!-/:-@[-`{-~]/g, '');
  return unescaped.split('\n').map((line) => line.replaceAll(/[^\\`*_{}[\]()#+\-.!|<>&~$:@/]/g, ''));
}

/** Where the findings of some sites are, as SARIF names it. */
function uris(sites: readonly string[]): string[] {
  const text = siteReportSarif(sites.map((site) => ({ site, findings: [FINDING] })));
  return [...text.matchAll(/"locations": \[[^]*?"uri": "([^"]*)"/g)].map(([, uri]) => uri!);
}

describe('The report about a site', () => {
  it('is a table with a row for each finding', () => {
    const rows = siteReportCsv([{ site: 'site', findings: [FINDING, MAILER] }]).split('\r\n');
    assert.equal(rows.length, 4);
    assert.equal(rows[0]!.split(',').length, 8);
    assert.match(rows[1]!, /^"site","images\/l\.php",6,"Act now","Suspicious code","l\.php runs code from outside\."/);
    assert.match(rows[2]!, /^"site","form\.php",,"Suspicious","Orphaned mailer"/);
  });

  it('is a document, the most urgent first, with the evidence', () => {
    const text = siteReportMarkdown([{ site: 'site', findings: [MAILER, FINDING] }]).replaceAll('\\', '');
    const headings = text.split('\n').filter((line) => line.startsWith('#'));
    assert.deepEqual(headings, [
      '# Findings of the site audit',
      '## site',
      '### Act now (1)',
      '#### images/l.php:6',
      '### Suspicious (1)',
      '#### form.php',
    ]);
    assert.ok(text.includes('- images/l.php:6: runs here\n- images/l.php:4: comes in here'));
    assert.ok(text.includes('What to do: Move it to quarantine.'));
  });

  it('says when places were left out', () => {
    const findings = [{ ...FINDING, placesTruncated: 7 }];
    assert.match(siteReportMarkdown([{ site: 'site', findings }]), /and 7 more places/);
  });

  it('is data as the command line gives them', () => {
    const reports = [{ site: 'site', findings: [FINDING, MAILER] }];
    assert.deepEqual(JSON.parse(siteReportJson(reports)), { schema: 1, sites: reports });
  });

  it('is SARIF, in which files of several sites are told apart', () => {
    assert.deepEqual(uris(['one']), ['images/l.php']);
    assert.deepEqual(uris(['one', 'two']), ['one/images/l.php', 'two/images/l.php']);
  });

  for (const [name, text] of Object.entries(HOSTILE_TEXTS)) {
    it(`has no markup of the site’s own where names and texts hold ${name}`, () => {
      const hostile: Finding = {
        ...FINDING,
        rule: text,
        title: text,
        detail: text,
        advice: text,
        places: [{ file: text, line: 1, note: text }],
      };
      const plain: Finding = {
        ...hostile,
        rule: 'x',
        title: 'x',
        detail: 'x',
        advice: 'x',
        places: [{ file: 'x', line: 1, note: 'x' }],
      };
      assert.deepEqual(markupOf(hostile, text), markupOf(plain, 'x'));
    });
  }
});
