import { ZONE_STEP_MINUTES } from './logTable';

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

/** Rows of the earliest and the latest time; a log need not be in order. 0 and 0 when there are no rows. */
export function timeExtremes(time: Uint32Array): [first: number, last: number] {
  let first = 0;
  let last = 0;
  for (let row = 1; row < time.length; row++) {
    if (time[row]! < time[first]!) first = row;
    if (time[row]! >= time[last]!) last = row;
  }
  return [first, last];
}

/** A time of the log as its owner reads it, `2021-11-01 10:56:55`, in the log's own zone. */
export function localTime(time: number, zone: number): string {
  return isoTime(time, zone).slice(0, 19).replace('T', ' ');
}
