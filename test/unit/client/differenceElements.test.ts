import { strict as assert } from 'node:assert';
import type { SiteAudit } from '../../../client/src/siteAudits';
import {
  childDifferences,
  pathInCopy,
  topDifferences,
  type DifferenceElement,
} from '../../../client/src/views/differenceElements';
import type { DifferingFiles, SiteDifferences } from '../../../server/src/protocol';

const NONE: DifferingFiles = { files: [], count: 0 };

function differences(parts: Partial<SiteDifferences> = {}): SiteDifferences {
  const copy = { uri: 'file:///backup.zip', isArchive: true, folder: 'wordpress' };
  return { folder: 'blog', copy, changed: NONE, added: NONE, missing: NONE, lineEndings: NONE, ...parts };
}

/** An audit of which nothing else matters here. */
function audit(compared?: SiteDifferences): SiteAudit {
  return { result: { differences: compared } } as unknown as SiteAudit;
}

function kinds(elements: readonly DifferenceElement[]): string[] {
  return elements.map((element) => ('of' in element ? `${element.kind} ${element.of}` : element.kind));
}

describe('The differences from a clean copy', () => {
  it('are in groups, without those that are empty', () => {
    const changed = { files: ['blog/a.php'], count: 1 };
    const missing = { files: ['blog/b.php', 'blog/c.php'], count: 2 };
    const groups = topDifferences([audit(), audit(differences({ missing, changed }))]);
    assert.deepEqual(kinds(groups), ['group changed', 'group missing']);
    assert.deepEqual(
      childDifferences(groups[1]!).map((element) => element.kind === 'differing' && element.file),
      ['blog/b.php', 'blog/c.php'],
    );
  });

  it('stand below their sites where several were compared', () => {
    const added = { files: ['blog/a.php'], count: 1 };
    const sites = topDifferences([audit(differences({ added })), audit(differences())]);
    assert.deepEqual(kinds(sites), ['site', 'site']);
    assert.deepEqual(sites.map(childDifferences).map(kinds), [['group added'], []]);
  });

  it('say how many are not shown', () => {
    const files = Array.from({ length: 1500 }, (_, index) => `blog/${index}.php`);
    const [group] = topDifferences([audit(differences({ changed: { files, count: 7000 } }))]);
    const children = childDifferences(group!);
    assert.equal(children.length, 1001);
    const last = children.at(-1)!;
    assert.equal(last.kind === 'left' && last.left, 6000);
  });

  it('are found in the copy, wherever in it and in the site the program lies', () => {
    const whole = differences({ folder: '', copy: { uri: 'file:///clean', isArchive: false, folder: '' } });
    assert.equal(pathInCopy(differences(), 'blog/wp-admin/a.php'), 'wordpress/wp-admin/a.php');
    assert.equal(pathInCopy(whole, 'wp-admin/a.php'), 'wp-admin/a.php');
  });
});
