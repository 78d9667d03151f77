import type { LogTable } from './logTable';
import { NO_TIME, ZONE_STEP_MINUTES } from './logTable';

const SECONDS_PER_MINUTE = 60;
const MS_PER_SECOND = 1000;

/** A day, with an hour, a minute, a second and an offset from UTC as far as they are given. */
const MOMENT = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d)(?::(\d\d)(?::(\d\d))?)?)? ?(Z|[+-]\d\d:\d\d)?$/;

/** A moment that somebody wrote. */
interface Moment {
  /** Seconds since 1970-01-01 UTC; of a moment without an offset as if it were UTC. */
  readonly time: number;
  /** Whether it is by the clock of each entry, whatever its zone. */
  readonly isLocal: boolean;
}

/**
 * Whether the entry of a row is of a time: at `from` or later, and before `until`. `undefined` when neither is given.
 *
 * Both are written as `2021-11-01 10:56:55`, of which all behind the day may be left out, by the log's own clock, or with an
 * offset from UTC behind it, `+09:00`. Nothing is of a time that is written otherwise, nor is what has no time.
 */
export function timeTest(
  { data: { time, zone } }: Pick<LogTable, 'data'>,
  from: string | undefined,
  until: string | undefined,
): ((row: number) => boolean) | undefined {
  if (!from && !until) return undefined;
  const first = from ? momentOf(from) : { time: 0, isLocal: false };
  const end = until ? momentOf(until) : { time: Number.POSITIVE_INFINITY, isLocal: false };
  if (first === undefined || end === undefined) return () => false;
  const clock = (row: number, { isLocal }: Moment): number =>
    isLocal ? time[row]! + zone[row]! * ZONE_STEP_MINUTES * SECONDS_PER_MINUTE : time[row]!;
  return (row) => time[row] !== NO_TIME && clock(row, first) >= first.time && clock(row, end) < end.time;
}

function momentOf(text: string): Moment | undefined {
  const [, day, hour = '00', minute = '00', second = '00', offset] = MOMENT.exec(text.trim()) ?? [];
  if (day === undefined) return undefined;
  const time = Date.parse(`${day}T${hour}:${minute}:${second}${offset ?? 'Z'}`) / MS_PER_SECOND;
  return Number.isNaN(time) ? undefined : { time, isLocal: offset === undefined };
}
