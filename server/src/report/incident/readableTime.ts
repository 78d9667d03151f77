/** Day, time of day, and the rest with the offset, of a time as findings have it. */
const ISO_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;

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
