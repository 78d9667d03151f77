import { LOCAL_ZONE, NO_TIME, ZONE_STEP_MINUTES, type LogTableData } from './logTable';

const MS_PER_SECOND = 1000;
const SECONDS_PER_MINUTE = 60;
const DAY = 86_400;
/** Clocks are changed at full quarters of an hour. */
const STEP = ZONE_STEP_MINUTES * SECONDS_PER_MINUTE;
/** `+09:00`, `+0900`, `-5`, as a user may write an offset. */
const OFFSET = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?$/i;
const LARGEST_OFFSET = 14 * 60;
/** Entries may be this much out of order before a time that came twice is taken for the second one. */
const DISORDER = 600;

/** Two years of quarters of an hour. */
const MOST_KEPT_STEPS = 70_000;

/** Gives the offset from UTC, in minutes, at a moment in seconds since 1970-01-01 UTC. */
export type TimeZone = (moment: number) => number;

/** UTC itself. */
export const UTC: TimeZone = () => 0;

/** The zone of this machine. */
export const MACHINE_ZONE: TimeZone = (moment) => -new Date(moment * MS_PER_SECOND).getTimezoneOffset();

/** The zone of an IANA name (https://www.iana.org/time-zones) or an offset such as `+09:00`; `undefined` for anything else. */
export function timeZoneOf(name: string): TimeZone | undefined {
  const offset = OFFSET.exec(name.trim());
  if (offset !== null) return fixedZone(offset);
  try {
    return namedZone(new Intl.DateTimeFormat('en-US', { timeZone: name.trim(), timeZoneName: 'longOffset' }));
  } catch {
    // A name that is none is a RangeError (ECMA-402).
    return undefined;
  }
}

function fixedZone([, sign, hours = '', minutes = '0']: RegExpExecArray): TimeZone | undefined {
  const size = Number(hours) * 60 + Number(minutes);
  const offset = sign === '-' ? -size : size;
  return size <= LARGEST_OFFSET && Number(minutes) < 60 ? () => offset : undefined;
}

function namedZone(format: Intl.DateTimeFormat): TimeZone {
  const offsets = new Map<number, number>();
  return (moment) => {
    const step = Math.floor(moment / STEP);
    const known = offsets.get(step);
    if (known !== undefined) return known;
    if (offsets.size === MOST_KEPT_STEPS) offsets.clear();
    const offset = offsetIn(format, step * STEP);
    offsets.set(step, offset);
    return offset;
  };
}

/** The offset that a format with `longOffset` writes: `GMT`, `GMT+09:00`. */
function offsetIn(format: Intl.DateTimeFormat, moment: number): number {
  const text = format.formatToParts(moment * MS_PER_SECOND).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{2}):(\d{2})/.exec(text) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

/** Whether entries of a table have times of which no line says the zone. */
export function hasLocalTimes({ zone }: LogTableData): boolean {
  return zone.includes(LOCAL_ZONE);
}

/**
 * The table with times that no line says the zone of taken for those of a zone; the others stay. A time that the clocks left out
 * in spring counts on from before; one that came twice in autumn is the first until the entries have passed that.
 * @param starts rows with which a log begins, where the table is of several
 */
export function settleLocalTimes(
  table: LogTableData,
  timeZone: TimeZone,
  starts: ReadonlySet<number> = new Set(),
): LogTableData {
  if (!hasLocalTimes(table)) return table;
  const time = table.time.slice();
  const zone = table.zone.slice();
  let latest = 0;
  for (let row = 0; row < table.rows; row++) {
    if (starts.has(row)) latest = 0;
    if (zone[row] !== LOCAL_ZONE) continue;
    const wall = time[row]!;
    const offset = wall === NO_TIME ? 0 : offsetOfWallClock(wall, timeZone, latest);
    if (wall !== NO_TIME) latest = Math.max(latest, wall - offset * SECONDS_PER_MINUTE);
    time[row] = wall === NO_TIME ? NO_TIME : wall - offset * SECONDS_PER_MINUTE;
    zone[row] = offset / ZONE_STEP_MINUTES;
  }
  return { ...table, time, zone };
}

/**
 * The offset at a time of the wall clock, given in seconds as if it were UTC.
 * @param latest the latest moment so far
 */
function offsetOfWallClock(wall: number, timeZone: TimeZone, latest: number): number {
  const before = timeZone(wall - DAY);
  const after = timeZone(wall + DAY);
  if (before === after) return before;
  const isTrue = (offset: number): boolean => timeZone(wall - offset * SECONDS_PER_MINUTE) === offset;
  if (!isTrue(after)) return before;
  if (!isTrue(before)) return after;
  return wall - before * SECONDS_PER_MINUTE < latest - DISORDER ? after : before;
}
