import { NO_TIME } from '../../../log/logTable';
import { ascending } from '../../../log/rowOrder';
import { NumberList } from './numberList';

/** Seconds in a minute. */
const MINUTE = 60;

/**
 * In which minutes a log has entries: a measure of its rhythm that a flood does not spoil, as a minute counts once however many
 * entries it has.
 */
export class Activity {
  /** Minutes since 1970-01-01 UTC that have entries, ascending. */
  readonly minutes: Uint32Array;

  /** @param times of entries, lists of seconds since 1970-01-01 UTC in any order */
  constructor(times: readonly Uint32Array[]) {
    const seen = new NumberList();
    for (const each of times) addMinutes(each, seen);
    this.minutes = ascending(seen.values).filter((minute, at, all) => at === 0 || minute !== all[at - 1]);
  }

  /** Stretches of at least so many minutes without entries: the minutes `[from, to)` of each, in the order of time. */
  pauses(least: number): [from: number, to: number][] {
    const pauses: [from: number, to: number][] = [];
    for (let at = 1; at < this.minutes.length; at++) {
      const from = this.minutes[at - 1]! + 1;
      const to = this.minutes[at]!;
      if (to - from >= least) pauses.push([from, to]);
    }
    return pauses;
  }

  /** Share of the minutes `[from, to)` that have entries. */
  share(from: number, to: number): number {
    return (this.#countBelow(to) - this.#countBelow(from)) / (to - from);
  }

  /** Whether the log began before `from` and went on behind `to`. */
  covers(from: number, to: number): boolean {
    return (this.minutes[0] ?? Number.POSITIVE_INFINITY) <= from && (this.minutes.at(-1) ?? 0) >= to;
  }

  #countBelow(minute: number): number {
    let low = 0;
    let high = this.minutes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.minutes[middle]! < minute) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Adds the minutes of times, most of which lie in that of the one before. */
function addMinutes(times: Uint32Array, minutes: NumberList): void {
  let start = 0;
  for (let at = 0; at < times.length; at++) {
    const time = times[at]!;
    if ((time >= start && time < start + MINUTE && start !== 0) || time === NO_TIME) continue;
    const minute = Math.floor(time / MINUTE);
    minutes.push(minute);
    start = minute * MINUTE;
  }
}
