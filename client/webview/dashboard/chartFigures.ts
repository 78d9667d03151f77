import { clockText } from './clock';
import type { DashboardChart, StatusClass, TimeSpan } from './messages';

/** The classes of statuses, from the foot of a bar to its top. */
export const CLASSES: readonly StatusClass[] = ['2xx', '3xx', '4xx', '5xx', 'other'];

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Pauses between the names of times below a chart, in seconds. */
const TICK_STEPS = [
  1,
  5,
  15,
  30,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  7 * DAY,
  30 * DAY,
  90 * DAY,
  365 * DAY,
];
const DATE_LENGTH = '2021-11-01'.length;

/** Entries of each bar. */
export function totalsOf({ counts }: DashboardChart): number[] {
  return counts['2xx'].map((_, bar) => CLASSES.reduce((sum, name) => sum + counts[name][bar]!, 0));
}

/** The first of the highest bars; `undefined` where all are empty. */
export function peakOf(totals: readonly number[]): number | undefined {
  const highest = Math.max(0, ...totals);
  return highest === 0 ? undefined : totals.indexOf(highest);
}

/** The time of a bar, or of those from one to another, whichever comes first. */
export function spanOfBars({ start, step }: DashboardChart, one: number, other = one): TimeSpan {
  const [first, last] = [Math.min(one, other), Math.max(one, other)];
  return { from: start + first * step, to: start + (last + 1) * step };
}

/** The bars of a time, cut to those that there are; `undefined` where none is of it. */
export function barsOfSpan(
  { start, step, counts }: DashboardChart,
  { from, to }: TimeSpan,
): { readonly first: number; readonly last: number } | undefined {
  const first = Math.max(0, Math.floor((from - start) / step));
  const last = Math.min(counts['2xx'].length, Math.ceil((to - start) / step)) - 1;
  return last < first ? undefined : { first, last };
}

/** A round whole number, 1, 2, 2.5 or 5 times a power of ten, that is no less than a count. */
export function roundTop(count: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, count)));
  const tops = [1, 2, 2.5, 5, 10].map((each) => each * power);
  return tops.find((each) => each >= count && Number.isInteger(each)) ?? count;
}

/** A name below a chart. */
export interface Tick {
  readonly time: number;
  /** `10:00`; with the day where it is another than that of the name before. */
  readonly text: string;
}

/** At most so many round times of a chart. */
export function ticksOf({ start, step, zone, counts }: DashboardChart, most: number): Tick[] {
  const end = start + step * counts['2xx'].length;
  const pause = TICK_STEPS.find((each) => (end - start) / each <= most) ?? end - start;
  const offset = zone * MINUTE;
  const ticks: Tick[] = [];
  let day = '';
  for (let time = Math.ceil((start + offset) / pause) * pause - offset; time < end; time += pause) {
    const text = clockText(time, zone);
    const isNewDay = !text.startsWith(day) || day === '';
    day = text.slice(0, DATE_LENGTH);
    ticks.push({ time, text: pause >= DAY ? day : isNewDay ? text : text.slice(DATE_LENGTH + 1) });
  }
  return ticks;
}
