import { LOCAL_ZONE, NO_TIME, ZONE_STEP_MINUTES, type LogTableData } from './logTable';
import type { TimeZone } from './localZone';

/** A moment, in seconds since 1970-01-01 UTC, and the offset from UTC, in minutes, that a log gave with it. */
export interface ZoneSample {
  readonly moment: number;
  readonly offset: number;
}

/** Formats whose times are in UTC wherever the server stands: they don't tell its zone. */
const ALWAYS_UTC: ReadonlySet<string> = new Set(['w3c', 'elb', 's3']);

/** The first and the last offset that a log itself gives; none where it gives none, or is in UTC by its format. */
export function zoneSamples(format: string | undefined, { zone, time }: LogTableData): ZoneSample[] {
  if (format === undefined || ALWAYS_UTC.has(format)) return [];
  const tells = (each: number, row: number): boolean => each !== LOCAL_ZONE && time[row] !== NO_TIME;
  const first = zone.findIndex(tells);
  const last = zone.findLastIndex(tells);
  if (first < 0) return [];
  return [first, last].map((row) => ({ moment: time[row]!, offset: zone[row]! * ZONE_STEP_MINUTES }));
}

/**
 * The zone of the server whose logs gave these offsets: this machine's where it fits all of them, the one offset where there is
 * only one; `undefined` where they disagree or there are none.
 */
export function zoneOfLogs(samples: readonly ZoneSample[], machine: TimeZone): TimeZone | undefined {
  const [first] = samples;
  if (first === undefined) return undefined;
  if (samples.every(({ moment, offset }) => machine(moment) === offset)) return machine;
  return samples.every(({ offset }) => offset === first.offset) ? () => first.offset : undefined;
}
