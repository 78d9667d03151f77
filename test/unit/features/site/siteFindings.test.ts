import assert from 'node:assert/strict';
import { keysOf, SiteFindings } from '../../../../server/src/siteFindings';
import { findingOfSite, SITE } from '../../../support/siteFindings';

const inL = findingOfSite();
const inDeep = findingOfSite({ places: [{ file: 'a b/ü.php', line: 1 }] });
const ofSite = findingOfSite({ places: [] });

describe('The findings of audited folders', () => {
  it('are found by the file, however its address is written', () => {
    const known = new SiteFindings();
    known.set(SITE, [inL, inDeep, inL]);
    assert.deepEqual(known.inFile(`${SITE}/l.php`), [{ folder: SITE, file: 'l.php', findings: [inL, inL] }]);
    for (const uri of [`${SITE}/a%20b/%C3%BC.php`, `${SITE}/a b/ü.php`, `${SITE}/x/../a%20b/%c3%bc.php`]) {
      assert.deepEqual(known.inFile(uri)[0]?.findings, [inDeep], uri);
    }
  });

  it('are found in every audited folder around the file', () => {
    const known = new SiteFindings();
    known.set(SITE, [findingOfSite({ places: [{ file: 'sub/l.php', line: 1 }] })]);
    known.set(`${SITE}/sub`, [inL]);
    assert.deepEqual(
      known.inFile(`${SITE}/sub/l.php`).map(({ file }) => file),
      ['sub/l.php', 'l.php'],
    );
  });

  it('are none of what is no file of an audited folder', () => {
    const known = new SiteFindings();
    known.set(SITE, [inL, ofSite]);
    for (const uri of ['file:///sites/shop2/l.php', 'file:///l.php', 'untitled:l.php', 'l.php', '', 'file:///%']) {
      assert.deepEqual(known.inFile(uri), [], uri);
    }
  });

  it('give way to those of the next audit', () => {
    const known = new SiteFindings();
    known.set(SITE, [inL]);
    known.set(SITE, []);
    assert.deepEqual(known.inFile(`${SITE}/l.php`), []);
  });

  it('are found again by their names', () => {
    const known = new SiteFindings();
    const all = [inL, inDeep, findingOfSite({ rule: 'other' }), findingOfSite(), ofSite];
    known.set(SITE, all);
    keysOf(SITE, all).forEach((key, index) => assert.equal(known.find(key), all[index]));
    const [key] = keysOf(SITE, all);
    assert.equal(known.find({ ...key!, nth: 2 }), undefined);
    assert.equal(known.find({ ...key!, folder: 'file:///other' }), undefined);
  });
});
