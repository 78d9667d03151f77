import { median } from '../../bench/figures';

/** Something that was measured. Plain data. */
export interface Figure {
  readonly name: string;
  /** With its unit. */
  readonly value: string;
}

/** A time in ms, for people. */
export function milliseconds(time: number): string {
  return time < 1000 ? `${time.toFixed(time < 10 ? 1 : 0)} ms` : `${(time / 1000).toFixed(1)} s`;
}

/** The median of times in ms, and the longest of them in brackets. */
export function medianAndLongest(times: readonly number[]): string {
  return `${milliseconds(median(times))} (${milliseconds(Math.max(...times))})`;
}
