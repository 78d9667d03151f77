import { NO_TIME } from './logTable';
import { ascending } from './rowOrder';

/** Seconds in the windows that rates are given for. */
export const MINUTE = 60;
export const HOUR = 3600;

/** The fullest stretch of time of a given length. */
export interface Burst {
  readonly count: number;
  /** When it began, seconds since 1970-01-01 UTC. */
  readonly start: number;
}

/**
 * The most requests within any `window` seconds: a window that slides over log time, so that no burst is cut by a clock
 * minute. Gives a count of 0 for no times.
 * @param times seconds, ascending
 */
export function busiest(times: Uint32Array, window: number): Burst {
  let count = 0;
  let start = 0;
  for (let first = 0, last = 0; last < times.length; last++) {
    while (times[last]! - times[first]! >= window) first++;
    if (last - first + 1 <= count) continue;
    count = last - first + 1;
    start = times[first]!;
  }
  return { count, start };
}

/**
 * Times of the rows that have one, ascending: servers write an entry when the response ends, so a log is nearly but not quite
 * in order.
 */
export function sortedTimes(time: Uint32Array, rows: Uint32Array): Uint32Array {
  const times = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) times[at] = time[rows[at]!]!;
  const sorted = ascending(times);
  return sorted[0] === NO_TIME ? sorted.subarray(sorted.findLastIndex((each) => each === NO_TIME) + 1) : sorted;
}

/** Pauses that differ by up to this many seconds count as equal. */
const PAUSE_TOLERANCE = 2;

/**
 * Share of the pauses between times that lie around the median one, 0 to 1; 0 when that is shorter than `shortest` seconds.
 * @param times seconds, ascending
 */
export function regularity(times: Uint32Array, shortest: number): number {
  if (times.length < 3) return 0;
  const pauses = new Uint32Array(times.length - 1);
  for (let at = 0; at < pauses.length; at++) pauses[at] = times[at + 1]! - times[at]!;
  const median = pauses.toSorted()[pauses.length >> 1]!;
  if (median < shortest) return 0;
  let equal = 0;
  for (let at = 0; at < pauses.length; at++) {
    if (Math.abs(pauses[at]! - median) <= PAUSE_TOLERANCE) equal++;
  }
  return equal / pauses.length;
}
