import { Choice, type Random } from './random';

/** Visits by hour of the day in Japan: quiet before dawn, a lunch break, the peak after dinner. */
const VISITS_BY_HOUR = [12, 7, 4, 3, 3, 5, 11, 20, 27, 31, 33, 34, 42, 36, 33, 33, 34, 36, 40, 44, 50, 52, 42, 25];

const HOURS = new Choice(VISITS_BY_HOUR.map((visits, hour) => [hour, visits] as const));

/** Seconds since midnight at which somebody starts to browse. */
export function drawVisitTime(random: Random): number {
  return HOURS.pick(random) * 3_600 + random.integer(0, 3_599);
}

/** Visits from midnight up to a second of the day, in arbitrary units. */
export function cumulativeVisits(second: number): number {
  const hour = Math.floor(second / 3_600);
  const whole = VISITS_BY_HOUR.slice(0, hour).reduce((sum, visits) => sum + visits, 0);
  return whole + ((VISITS_BY_HOUR[hour] ?? 0) * (second % 3_600)) / 3_600;
}
