import { NO_TIME, ZONE_STEP_MINUTES } from './logTable';

const MS_PER_SECOND = 1000;
const SECONDS_PER_MINUTE = 60;

/**
 * A time of the log in ISO 8601 with the log's own offset, e.g. `2021-11-01T10:56:55+09:00`.
 * @param time seconds since 1970-01-01 UTC
 * @param zone offset in steps of `ZONE_STEP_MINUTES`, as the table has it
 */
export function isoTime(time: number, zone: number): string {
  const minutes = zone * ZONE_STEP_MINUTES;
  const local = new Date((time + minutes * SECONDS_PER_MINUTE) * MS_PER_SECOND).toISOString().slice(0, 19);
  return `${local}${isoOffset(minutes)}`;
}

/** An offset from UTC in minutes as ISO 8601 writes it, `+09:00`. */
export function isoOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const hours = String(Math.floor(size / 60)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${hours}:${String(size % 60).padStart(2, '0')}`;
}

/**
 * Rows of the earliest and the latest time; a log need not be in order and rows without a time don't count. `undefined` when
 * no row has one.
 */
export function timeExtremes(time: Uint32Array): [first: number, last: number] | undefined {
  let first = -1;
  let last = -1;
  for (let row = 0; row < time.length; row++) {
    const each = time[row]!;
    if (each === NO_TIME) continue;
    if (first < 0 || each < time[first]!) first = row;
    if (last < 0 || each >= time[last]!) last = row;
  }
  return first < 0 ? undefined : [first, last];
}

/** A time of the log as its owner reads it, `2021-11-01 10:56:55`, in the log's own zone; a hyphen where none is logged. */
export function localTime(time: number, zone: number): string {
  return time === NO_TIME ? '-' : isoTime(time, zone).slice(0, 19).replace('T', ' ');
}
