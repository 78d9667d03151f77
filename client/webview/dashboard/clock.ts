import type { TimeSpan } from './messages';

const SECONDS_PER_MINUTE = 60;
const MS_PER_SECOND = 1000;
const DATE_LENGTH = '2021-11-01'.length;
const MINUTE_LENGTH = '2021-11-01 10:56'.length;

/**
 * A moment as clocks of a zone show it, `2021-11-01 10:56`, with seconds only where it is no full minute.
 * @param time seconds since 1970-01-01 UTC
 * @param zone offset from UTC in minutes
 */
export function clockText(time: number, zone: number): string {
  const text = wholeText(time, zone);
  return time % SECONDS_PER_MINUTE === 0 ? text.slice(0, MINUTE_LENGTH) : text;
}

/** A stretch of time; its day is said once where it is the same. */
export function spanText({ from, to }: TimeSpan, zone: number): string {
  const first = clockText(from, zone);
  const end = clockText(to, zone);
  const isSameDay = first.slice(0, DATE_LENGTH) === end.slice(0, DATE_LENGTH);
  return `${first} – ${isSameDay ? end.slice(DATE_LENGTH + 1) : end}`;
}

/** A moment as the viewer's conditions have it, with the zone's offset: `2021-11-01 10:56:00 +09:00`. */
export function conditionText(time: number, zone: number): string {
  const size = Math.abs(zone);
  const offset = `${zone < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
  return `${wholeText(time, zone)} ${offset}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function wholeText(time: number, zone: number): string {
  const local = new Date((time + zone * SECONDS_PER_MINUTE) * MS_PER_SECOND);
  return local.toISOString().slice(0, 19).replace('T', ' ');
}
