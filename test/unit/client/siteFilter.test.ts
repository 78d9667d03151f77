import { strict as assert } from 'node:assert';
import { URI } from 'vscode-uri';
import type { ListedSite } from '../../../client/src/views/listedSites';
import { filteredSites, isFiltering, NO_FILTER, type SiteFilter } from '../../../client/src/views/siteFilter';
import type { IncidentFileItem, Severity, SiteFinding } from '../../../server/src/protocol';

function finding(rule: string, severity: Severity, file: string, title = ''): SiteFinding {
  return { rule, ruleTitle: `About ${rule}`, severity, title, detail: '', advice: '', file, related: [] };
}

const FINDINGS = [
  finding('web-shell', 'error', 'images/L.php', 'A web shell'),
  finding('orphaned-mailer', 'warning', 'form.php', 'お問い合わせのフォーム ＭＡＩＬ'),
  finding('exposed-secret', 'information', 'backup/form.sql'),
];

const LOST: IncidentFileItem = {
  file: 'wp/lost.php',
  path: '/home/u/web/wp/lost.php',
  isNamed: true,
  severity: 'error',
  state: 'notDownloaded',
  stateText: 'Named by the host',
  requests: 0,
  facts: [],
};

const AUDIT: ListedSite = {
  folder: URI.file('/site'),
  bare: [LOST],
  result: {
    folder: 'file:///site',
    files: 9,
    excluded: 0,
    quiet: 0,
    knownGood: 0,
    inArchives: 0,
    bytes: 9,
    findings: FINDINGS,
    problems: [{ file: 'x.php', message: 'no permission' }],
  },
};

/** Files of the findings that pass. */
function passing(filter: Partial<SiteFilter>): string[] {
  const [audit] = filteredSites([AUDIT], { ...NO_FILTER, ...filter });
  return audit!.result.findings.map(({ file }) => file);
}

/** Number of files without findings that pass. */
function passingFiles(filter: Partial<SiteFilter>): number {
  return filteredSites([AUDIT], { ...NO_FILTER, ...filter })[0]!.bare.length;
}

describe('The filter of the site tree', () => {
  it('lets all pass when nothing is asked for', () => {
    for (const text of ['', '  ']) {
      assert.equal(isFiltering({ text, severities: [] }), false);
      assert.equal(passing({ text }).length, FINDINGS.length);
    }
  });

  it('looks for words in paths, rules and titles, large or small, wide or narrow', () => {
    assert.deepEqual(passing({ text: 'l.PHP' }), ['images/L.php']);
    assert.deepEqual(passing({ text: 'about web-shell' }), ['images/L.php']);
    assert.deepEqual(passing({ text: 'お問い合わせ mail' }), ['form.php']);
    assert.deepEqual(passing({ text: 'ｆｏｒｍ' }), ['form.php', 'backup/form.sql']);
  });

  it('wants every word', () => {
    assert.deepEqual(passing({ text: 'form backup' }), ['backup/form.sql']);
    assert.deepEqual(passing({ text: 'form images' }), []);
  });

  it('takes a text for nothing but a text', () => {
    for (const text of ['.*', '(', '\\', '[a-z]']) assert.deepEqual(passing({ text }), []);
  });

  it('lets severities pass, together with words', () => {
    assert.deepEqual(passing({ severities: ['error', 'information'] }), ['images/L.php', 'backup/form.sql']);
    assert.deepEqual(passing({ severities: ['information'], text: 'form' }), ['backup/form.sql']);
    assert.ok(isFiltering({ text: '', severities: ['hint'] }));
  });

  it('looks at the files that the host names, too: at their paths on the server and here, and at their states', () => {
    assert.equal(passingFiles({ text: '/home/u wp/lost' }), 1);
    assert.equal(passingFiles({ text: 'named by the host', severities: ['error'] }), 1);
    assert.equal(passingFiles({ severities: ['warning'] }), 0);
    assert.equal(passingFiles({ text: 'form' }), 0);
  });

  it('keeps what could not be read, and changes no audit', () => {
    const [audit] = filteredSites([AUDIT], { text: 'nothing like it', severities: [] });
    assert.deepEqual(audit!.result.problems, AUDIT.result.problems);
    assert.equal(AUDIT.result.findings.length, FINDINGS.length);
  });
});
