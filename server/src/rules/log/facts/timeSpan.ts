import { NO_TIME } from '../../../log/logTable';
import { perModel } from './perModel';

/** The earliest and the latest time of a log, seconds since 1970-01-01 UTC; `[Infinity, 0]` where no entry has one. */
export const timeSpan = perModel(({ table }): readonly [first: number, last: number] => {
  const { time } = table.data;
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (let row = 0; row < time.length; row++) {
    const each = time[row]!;
    if (each === NO_TIME) continue;
    if (each < first) first = each;
    if (each > last) last = each;
  }
  return [first, last];
});
