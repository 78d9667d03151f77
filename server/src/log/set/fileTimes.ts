import type { TimedRows } from './seconds';

/** A stretch of time with both its ends, in seconds since 1970-01-01 UTC. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The times of each file's rows, ascending. */
export function timesOfFiles({ order, time, file }: TimedRows, rowsOfFiles: readonly number[]): Uint32Array[] {
  const times = rowsOfFiles.map((rows) => new Uint32Array(rows));
  const filled = rowsOfFiles.map(() => 0);
  for (const row of order) {
    const number = file[row]!;
    times[number]![filled[number]!++] = time[row]!;
  }
  return times;
}

/** The stretch in which both of two files have rows; `undefined` when there is none. */
export function sharedStretch(one: Uint32Array, other: Uint32Array): Stretch | undefined {
  if (one.length === 0 || other.length === 0) return undefined;
  const from = Math.max(one[0]!, other[0]!);
  const to = Math.min(one.at(-1)!, other.at(-1)!);
  return from <= to ? { from, to } : undefined;
}

/** How many of the times, ascending, lie in a stretch. */
export function countWithin(times: Uint32Array, { from, to }: Stretch): number {
  return Math.max(0, countBelow(times, to + 1) - countBelow(times, from));
}

function countBelow(times: Uint32Array, limit: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
