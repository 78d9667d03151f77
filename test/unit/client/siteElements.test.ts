import { strict as assert } from 'node:assert';
import { URI } from 'vscode-uri';
import {
  childElements,
  elementId,
  findingElements,
  GROUPINGS,
  parentElement,
  topElements,
  type SiteElement,
} from '../../../client/src/views/siteElements';
import type { SiteAudit } from '../../../client/src/siteAudits';
import type { SiteFinding } from '../../../server/src/protocol';

function finding(rule: string, severity: SiteFinding['severity'], file: string): SiteFinding {
  return { rule, ruleTitle: rule, severity, title: `${rule} in ${file}`, detail: '', advice: '', file, related: [] };
}

function audit(name: string, findings: SiteFinding[], problems: SiteAudit['result']['problems'] = []): SiteAudit {
  const folder = URI.file(`/${name}`);
  return {
    folder,
    result: {
      folder: folder.toString(),
      files: 9,
      excluded: 0,
      quiet: 0,
      knownGood: 0,
      inArchives: 0,
      bytes: 9,
      findings,
      problems,
    },
  };
}

const FINDINGS = [
  finding('orphaned-mailer', 'warning', 'a.php'),
  finding('web-shell', 'error', 'b.php'),
  finding('web-shell', 'error', 'a.php'),
];

function keys(elements: readonly SiteElement[]): string[] {
  return elements.map((element) => (element.kind === 'group' ? element.key : element.kind));
}

describe('The elements of the site tree', () => {
  it('are groups by rule, severity or file, the most urgent first', () => {
    const audits = [audit('site', FINDINGS)];
    assert.deepEqual(keys(topElements(audits, 'rule')), ['web-shell', 'orphaned-mailer']);
    assert.deepEqual(keys(topElements(audits, 'severity')), ['error', 'warning']);
    assert.deepEqual(keys(topElements(audits, 'file')), ['a.php', 'b.php']);
  });

  it('hold every finding once in each grouping, with ids of their own', () => {
    for (const grouping of GROUPINGS) {
      const groups = topElements([audit('site', FINDINGS)], grouping);
      const children = groups.flatMap((group) => childElements(group, grouping));
      assert.equal(children.length, FINDINGS.length);
      assert.equal(new Set([...groups, ...children].map(elementId)).size, groups.length + children.length);
    }
  });

  it('are groups by folder, whatever its depth, the site’s own among them', () => {
    const findings = ['a.php', 'wp/b.php', 'wp/sub/c.php', 'wp/d.php'].map((file) => finding('x', 'error', file));
    const groups = topElements([audit('site', findings)], 'folder');
    assert.deepEqual(keys(groups), ['', 'wp', 'wp/sub']);
    assert.equal(childElements(groups[1]!, 'folder').length, 2);
  });

  it('know the element above them', () => {
    const audits = [audit('one', FINDINGS, [{ file: 'x.php', message: 'no permission' }]), audit('two', FINDINGS)];
    for (const grouping of GROUPINGS) {
      const check = (parent: SiteElement | undefined, children: readonly SiteElement[]): void => {
        for (const child of children) {
          const above = parentElement(child, audits, grouping);
          assert.equal(above && elementId(above), parent && elementId(parent));
          check(child, childElements(child, grouping));
        }
      };
      check(undefined, topElements(audits, grouping));
      const [single] = audits;
      assert.equal(parentElement(topElements([single!], grouping)[0]!, [single!], grouping), undefined);
    }
  });

  it('are walked through in the order in which they are shown', () => {
    const audits = [audit('one', FINDINGS), audit('two', FINDINGS.slice(0, 1))];
    assert.deepEqual(
      findingElements(audits, 'file').map(({ finding: { file, rule } }) => `${file} ${rule}`),
      ['a.php web-shell', 'a.php orphaned-mailer', 'b.php web-shell', 'a.php orphaned-mailer'],
    );
  });

  it('begin with the folders where several were audited', () => {
    const top = topElements([audit('one', FINDINGS), audit('two', [])], 'rule');
    assert.deepEqual(keys(top), ['folder', 'folder']);
    assert.deepEqual(keys(childElements(top[0]!, 'rule')), ['web-shell', 'orphaned-mailer']);
    assert.deepEqual(childElements(top[1]!, 'rule'), []);
  });

  it('end with what could not be read', () => {
    const top = topElements([audit('site', [], [{ file: 'x.php', message: 'no permission' }])], 'rule');
    assert.deepEqual(keys(top), ['problems']);
    assert.deepEqual(keys(childElements(top[0]!, 'rule')), ['problem']);
  });

  it('are none where nothing was audited or found', () => {
    assert.deepEqual(topElements([], 'rule'), []);
    assert.deepEqual(topElements([audit('site', [])], 'rule'), []);
  });
});
