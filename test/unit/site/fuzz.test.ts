import assert from 'node:assert/strict';
import { fuzzSite, SITE_TARGETS } from '../../fuzz/site/fuzzSite';

/** Few cases of each, as the whole may take a few seconds only; the fuzzer's command runs as many as one likes. */
const CASES: Readonly<Record<string, number>> = { php: 150, settings: 400, markup: 300, notices: 300 };

describe('A site file of any bytes', () => {
  for (const [name, target] of Object.entries(SITE_TARGETS)) {
    it(`is read in little time, the same twice, and its places lie within it: ${name}`, () => {
      const cases = CASES[name] ?? 0;
      const figures = fuzzSite(target, 1, (soFar) => soFar.cases === cases);
      assert.equal(figures.cases, cases);
      assert.ok(figures.suspicious > 10, `something suspicious in ${figures.suspicious} cases only`);
    });
  }
});
