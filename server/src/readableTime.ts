/** Day, time of day, and the rest with the offset, of a time as findings have it. */
const ISO_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;

/** A time for people, `2021-11-01 03:13:02 +09:00`, from ISO 8601; any other text stays as it is. */
export function readableTime(time: string): string {
  const [, day, clock, offset] = ISO_TIME.exec(time) ?? [];
  return day === undefined ? time : [day, clock, offset].filter((part) => part !== undefined).join(' ');
}

/** From when to when, for people; what both have in common is said once. */
export function readableSpan(first: string, last: string): string {
  const [, day, clock, offset] = ISO_TIME.exec(first) ?? [];
  const [, lastDay, lastClock, lastOffset] = ISO_TIME.exec(last) ?? [];
  if (day === undefined || day !== lastDay || offset !== lastOffset) {
    return first === last ? readableTime(first) : `${readableTime(first)} – ${readableTime(last)}`;
  }
  const clocks = clock === lastClock ? clock : `${clock} – ${lastClock}`;
  return [day, clocks, offset].filter((part) => part !== undefined).join(' ');
}

/** The same in UTC first, for people in other countries: `2021-11-01 01:00:00 – 02:00:00 UTC (2021-11-01 10:00:00 – 11:00:00 +09:00)`. */
export function utcSpan(first: string, last: string): string {
  const span = readableSpan(first, last);
  const utc = [first, last].map((time) => new Date(time)).filter((time) => !Number.isNaN(time.valueOf()));
  const [start, end] = utc.map((time) => `${time.toISOString().slice(0, 19)}Z`);
  if (start === undefined || end === undefined) return span;
  const inUtc = readableSpan(start, end).replaceAll(/ Z\b/g, ' UTC');
  return inUtc === span.replaceAll(/ Z\b/g, ' UTC') ? inUtc : `${inUtc} (${span})`;
}
