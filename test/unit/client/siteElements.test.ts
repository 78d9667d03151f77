import { strict as assert } from 'node:assert';
import { URI } from 'vscode-uri';
import {
  childElements,
  elementId,
  findingElements,
  parentElement,
  topElements,
  type SiteElement,
} from '../../../client/src/views/siteElements';
import { countListedFiles, listedSites, type KnownFiles, type ListedSite } from '../../../client/src/views/listedSites';
import { GROUPINGS } from '../../../client/src/views/siteGroups';
import type { IncidentFileItem, SiteFinding } from '../../../server/src/protocol';

function finding(rule: string, severity: SiteFinding['severity'], file: string): SiteFinding {
  return { rule, ruleTitle: rule, severity, title: `${rule} in ${file}`, detail: '', advice: '', file, related: [] };
}

function audit(name: string, findings: SiteFinding[], problems: ListedSite['result']['problems'] = []): ListedSite {
  const folder = URI.file(`/${name}`);
  return {
    folder,
    bare: [],
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

  it('count each file once, however much was found in it', () => {
    assert.equal(countListedFiles([audit('site', FINDINGS), audit('other', FINDINGS)]), 4);
    assert.equal(countListedFiles([audit('well', [])]), 0);
  });

  it('hold every finding once in each grouping, with ids of their own', () => {
    for (const grouping of GROUPINGS) {
      const groups = topElements([audit('site', FINDINGS)], grouping);
      const children = groups.flatMap((group) => childElements(group, grouping));
      assert.equal(children.length, FINDINGS.length);
      assert.equal(new Set([...groups, ...children].map(elementId)).size, groups.length + children.length);
    }
  });

  it('say what the site is made with', () => {
    const site = audit('site', FINDINGS);
    const product = { kind: 'program', name: 'EC-CUBE 4.2.3', text: 'EC-CUBE 4.2.3 in /' } as const;
    const made = { ...site, result: { ...site.result, products: [product] } };
    const top = topElements([made, site], 'rule').flatMap((folder) => childElements(folder, 'rule'));
    assert.deepEqual(
      keys(top).filter((key) => key === 'products'),
      ['products'],
    );
    const children = childElements(
      top.find(({ kind }) => kind === 'products')!,
      'rule',
    );
    assert.deepEqual(
      children.map((element) => element.kind === 'product' && element.product),
      [product],
    );
    assert.equal(parentElement(children[0]!, [made], 'rule')?.kind, 'products');
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

const FACTS = [{ text: 'Requests: 3' }, { text: 'Uploaded by FTP' }];

function named(file: string, more: Partial<IncidentFileItem> = {}): IncidentFileItem {
  return {
    file,
    path: `/home/u/web/${file}`,
    isNamed: true,
    severity: 'error',
    state: 'notDownloaded',
    stateText: 'Named by the host',
    requests: 0,
    facts: [],
    ...more,
  };
}

function knownOf(folder: string, files: readonly IncidentFileItem[]): KnownFiles {
  return { folder: URI.file(folder), files, logs: 2 };
}

describe('The files of an incident in the site tree', () => {
  const known = knownOf('/site', [
    named('a.php', { state: 'present', requests: 3, facts: FACTS }),
    named('b.php', { isNamed: false, state: 'present' }),
    named('lost/x.php', { requests: 9, facts: FACTS }),
  ]);
  const [site] = listedSites([audit('site', FINDINGS)], known);

  it('are listed once, whether the host names them, the audit accuses them, or both', () => {
    assert.deepEqual(
      site!.bare.map(({ file }) => file),
      ['lost/x.php'],
    );
    assert.deepEqual(keys(topElements([site!], 'file')), ['lost/x.php', 'a.php', 'b.php']);
    const [, group] = topElements([site!], 'file');
    assert.deepEqual(keys(childElements(group!, 'file')), ['fact', 'fact', 'finding', 'finding']);
  });

  it('have a place in every grouping, with ids of their own, and know the element above them', () => {
    for (const grouping of GROUPINGS) {
      const groups = topElements([site!], grouping);
      const children = groups.flatMap((group) =>
        childElements(group, grouping).map((child) => {
          const above = parentElement(child, [site!], grouping);
          assert.equal(above && elementId(above), elementId(group));
          return child;
        }),
      );
      const ids = new Set([...groups, ...children].map(elementId));
      assert.equal(ids.size, groups.length + children.length, grouping);
      const lost = [...groups, ...children].filter(
        (each) => (each.kind === 'file' || each.kind === 'group') && each.file?.file === 'lost/x.php',
      );
      assert.equal(lost.length, 1, grouping);
    }
    assert.deepEqual(keys(topElements([site!], 'folder')), ['', 'lost']);
  });

  it('have what is known of them below them', () => {
    const [group] = topElements([site!], 'severity');
    const file = childElements(group!, 'severity').find(({ kind }) => kind === 'file');
    assert.deepEqual(keys(childElements(file!, 'severity')), ['fact', 'fact']);
    const [fact] = childElements(file!, 'severity');
    assert.equal(parentElement(fact!, [site!], 'severity'), file);
  });

  it('are listed beside other sites, and alone where nothing was audited', () => {
    assert.deepEqual(
      listedSites([audit('other', FINDINGS)], known).map(({ bare }) => bare.length),
      [0, 2],
    );
    assert.deepEqual(
      listedSites([], known).map(({ bare }) => bare.map(({ file }) => file)),
      [['a.php', 'lost/x.php']],
    );
    assert.deepEqual(listedSites([], knownOf('/site', [named('b.php', { isNamed: false, state: 'present' })])), []);
    assert.equal(listedSites([], knownOf('/site', [named('b.php', { isNamed: false, state: 'removed' })])).length, 1);
    assert.deepEqual(listedSites([], undefined), []);
  });
});
