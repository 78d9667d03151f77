/** Seconds in a minute. */
const MINUTE = 60;

/**
 * In which minutes a log has entries: a measure of its rhythm that a flood does not spoil, as a minute counts once however many
 * entries it has.
 */
export class Activity {
  /** Minutes since 1970-01-01 UTC that have entries, ascending. */
  readonly minutes: Uint32Array;

  /** @param times seconds since 1970-01-01 UTC, ascending */
  constructor(times: Uint32Array) {
    const minutes = times.map((time) => Math.floor(time / MINUTE));
    this.minutes = minutes.filter((minute, at) => at === 0 || minute !== minutes[at - 1]);
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
