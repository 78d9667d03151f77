import assert from 'node:assert/strict';
import { missedTargets, type Summary } from '../../../scripts/quality/report';

const GOOD: Summary = { monthErrors: 0, monthWarnings: 2, found: 43, campaigns: 43, accused: 0 };

describe('The targets of the rules', () => {
  it('are met by a clean month with two warnings and an attack day without misses', () => {
    assert.deepEqual(missedTargets([GOOD]), []);
  });

  it('allow two misses in a hundred, over all runs', () => {
    const oneMissed = { ...GOOD, found: 42 };
    assert.match(missedTargets([oneMissed]).join(), /42 of 43 campaigns/);
    assert.deepEqual(missedTargets([oneMissed, GOOD]), []);
    assert.match(missedTargets([oneMissed, oneMissed]).join(), /84 of 86 campaigns/);
  });

  it('hold for the worst month and the worst day of all runs', () => {
    assert.match(missedTargets([GOOD, { ...GOOD, monthErrors: 1 }]).join(), /1 errors/);
    assert.match(missedTargets([{ ...GOOD, monthWarnings: 3 }, GOOD]).join(), /3 warnings/);
    assert.match(missedTargets([{ ...GOOD, accused: 1 }, GOOD]).join(), /1 clean clients/);
  });
});
