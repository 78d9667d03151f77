import assert from 'node:assert/strict';
import { timeScale } from '../../../../server/src/features/dashboard/timeScale';
import { DAY, HOUR, MINUTE } from '../../../support/traffic';

/** Half past ten in Japan, and half past four in India. */
const MOMENT = Date.UTC(2021, 10, 1, 1, 30) / 1000;

describe('The bars of a chart', () => {
  const cases: [what: string, seconds: number, most: number, step: number][] = [
    ['a second', 1, 100, 1],
    ['a minute', MINUTE, 100, 1],
    ['an hour', HOUR, 61, MINUTE],
    ['a day', DAY, 150, 10 * MINUTE],
    ['a day in a narrow window', DAY, 25, HOUR],
    ['a week', 7 * DAY, 100, 2 * HOUR],
    ['a year', 365 * DAY, 100, 4 * DAY],
    ['half a century', 50 * 365 * DAY, 100, 185 * DAY],
  ];
  for (const [what, seconds, most, step] of cases) {
    it(`are as short as fits for ${what}, and hold all of it`, () => {
      const scale = timeScale({ from: MOMENT, to: MOMENT + seconds }, 540, most);
      assert.equal(scale.step, step);
      assert.ok(scale.bars <= most);
      assert.ok(scale.start <= MOMENT && scale.start + scale.step * scale.bars >= MOMENT + seconds);
    });
  }

  it('begin when the clocks of the log show full hours and days', () => {
    const span = { from: MOMENT, to: MOMENT + 10 * HOUR };
    assert.equal(timeScale(span, 540, 12).start, MOMENT - 30 * MINUTE);
    assert.equal(timeScale(span, 330, 12).start, MOMENT);
    const days = timeScale({ from: MOMENT, to: MOMENT + 20 * DAY }, 540, 30);
    assert.deepEqual([days.step, days.start], [DAY, Date.UTC(2021, 9, 31, 15) / 1000]);
  });
});
