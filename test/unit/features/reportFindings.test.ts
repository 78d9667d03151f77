import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { reportFindings } from '../../../server/src/features/site/reportFindings';
import type { FindingOfSite } from '../../../server/src/protocol';
import type { Finding } from '../../../server/src/rules/finding';
import { SiteFindings } from '../../../server/src/siteFindings';

const FOLDER = pathToFileURL(path.resolve('/sites/example')).toString();
const OTHER = pathToFileURL(path.resolve('/sites/other')).toString();

function finding(title: string): Finding {
  const texts = { title, detail: '', advice: '' };
  return { rule: 'x', severity: 'error', ...texts, clients: [], endpoints: [], places: [{ file: 'a.php' }] };
}

describe('Findings that are handed on', () => {
  const known = new SiteFindings();
  known.set(FOLDER, [finding('first'), finding('second')]);
  known.set(OTHER, [finding('third')]);

  function report(findings: readonly FindingOfSite[]): { sites: unknown; unknown: number } {
    const { text, unknown } = reportFindings(known, { format: 'json', findings });
    const { sites } = JSON.parse(text) as { sites: { site: string; findings: Finding[] }[] };
    return { sites: sites.map((each) => [each.site, ...each.findings.map(({ title }) => title)]), unknown };
  }

  it('are those that were named, in that order, site by site', () => {
    const named = [
      { folder: FOLDER, file: 'a.php', rule: 'x', nth: 1 },
      { folder: OTHER, file: 'a.php', rule: 'x', nth: 0 },
      { folder: FOLDER, file: 'a.php', rule: 'x', nth: 0 },
    ];
    assert.deepEqual(report(named), {
      sites: [
        ['example', 'second', 'first'],
        ['other', 'third'],
      ],
      unknown: 0,
    });
  });

  it('are counted where they are not known any more', () => {
    const named = [{ folder: FOLDER, file: 'gone.php', rule: 'x', nth: 0 }];
    assert.deepEqual(report(named), { sites: [['example']], unknown: 1 });
  });

  it('come in each of the formats', () => {
    const findings = [{ folder: FOLDER, file: 'a.php', rule: 'x', nth: 0 }];
    assert.match(reportFindings(known, { format: 'csv', findings }).text, /^"Site",.*\r\n"example",/);
    assert.match(reportFindings(known, { format: 'markdown', findings }).text, /^# [^]*\*\*first\*\*/);
  });
});
