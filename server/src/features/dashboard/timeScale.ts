import type { TimeSpan } from '../../protocol';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Lengths of bars that people count in, in seconds; each but the last ones divides a day. */
const STEPS = [
  1,
  2,
  5,
  10,
  15,
  30,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
];

/** Bars of equal length. */
export interface TimeScale {
  /** Beginning of the first one, in seconds since 1970-01-01 UTC. */
  readonly start: number;
  /** Length of each, in seconds. */
  readonly step: number;
  readonly bars: number;
}

/**
 * The fewest seconds for each of at most so many bars that show a time. They begin when clocks show round times: full hours, say.
 * @param zone offset of these clocks from UTC in minutes
 */
export function timeScale({ from, to }: TimeSpan, zone: number, mostBars: number): TimeScale {
  const most = Math.max(2, mostBars);
  const offset = zone * MINUTE;
  const startOf = (step: number): number => Math.floor((from + offset) / step) * step - offset;
  const barsOf = (step: number): number => Math.max(1, Math.ceil((to - startOf(step)) / step));
  // Weeks and years begin when they like: many days are just counted.
  const days = Math.ceil((to - from) / DAY / (most - 1));
  const step = STEPS.find((each) => barsOf(each) <= most) ?? days * DAY;
  return { start: startOf(step), step, bars: barsOf(step) };
}
