import { count } from './numbers';
import { t } from './words';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** A length of time in words, in the largest unit that leaves at least two: `90 seconds`, `3 hours`. */
export function durationText(seconds: number): string {
  if (seconds < 2 * MINUTE) return t('{0} seconds', count(seconds));
  if (seconds < 2 * HOUR) return t('{0} minutes', count(Math.round(seconds / MINUTE)));
  return seconds < 2 * DAY
    ? t('{0} hours', count(Math.round(seconds / HOUR)))
    : t('{0} days', count(Math.round(seconds / DAY)));
}
