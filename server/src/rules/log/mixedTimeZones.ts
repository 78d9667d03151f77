import type { LogFile, LogModel } from '../../log/logModel';
import { NO_TIME, ZONE_STEP_MINUTES } from '../../log/logTable';
import { isoOffset } from '../../log/time';
import { count } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule } from '../rule';
import { evidenceOfPlaces, span } from './evidence';
import { rowsOfFiles } from './facts/fileRows';
import { listed } from './logFinding';

/** Clocks are put forward and back by an hour, twice a year. */
const DAYLIGHT_SAVING_STEPS = 60 / ZONE_STEP_MINUTES;
const MOST_CHANGES_A_YEAR = 2;
const SECONDS_PER_YEAR = 366 * 86_400;

/** One log, or several logs of one set, whose times have different offsets from UTC. */
export const mixedTimeZones = defineRule<LogModel, Record<string, never>>({
  id: 'mixed-time-zones',
  family: 'log-health',
  severity: 'information',
  title: () => t('Times of several zones'),
  explanation: () =>
    t(
      'Entries give their time with different offsets from UTC: servers in several places, logs of Windows servers (which are in UTC), or lines put together from several logs. Times are compared correctly and shown as the log has them; who reads the lines must mind the difference. Daylight saving time is not reported.',
    ),
  options: {},
  find(model) {
    const { zone } = model.table.data;
    if (isUniform(zone)) return [];
    const zones = rowsOfFiles(model).map((rows) => zonesOf(model, rows));
    // Of a log that says no zone, the offset is what was assumed.
    const telling = model.files.map((file, number) => ({ file, zones: zones[number]! })).filter(isTelling);
    const mixed = telling.filter((log) => isMixed(log.zones));
    if (mixed.length > 0) return mixed.map((log) => describeLog(model, log));
    return differ(telling) ? [describeSet(model, telling)] : [];
  },
});

function isUniform(zone: Int8Array): boolean {
  for (let row = 1; row < zone.length; row++) {
    if (zone[row] !== zone[0]) return false;
  }
  return true;
}

/** The offsets of a log, in steps of `ZONE_STEP_MINUTES`. */
interface Zones {
  /** By offset, the first row that has it, in the order of appearance. */
  readonly first: ReadonlyMap<number, number>;
  /** How often an entry has another offset than the one before. */
  readonly changes: number;
  /** Seconds between the earliest and the latest entry. */
  readonly span: number;
}

interface LogWithZones {
  readonly file: LogFile;
  readonly zones: Zones;
}

function isTelling({ file, zones }: LogWithZones): boolean {
  return !file.zoneIsAssumed && zones.first.size > 0;
}

function zonesOf(model: LogModel, rows: Uint32Array): Zones {
  const { time, zone } = model.table.data;
  const first = new Map<number, number>();
  let changes = 0;
  let last: number | undefined;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    const offset = zone[row]!;
    if (offset === last || time[row] === NO_TIME) continue;
    if (last !== undefined) changes++;
    if (!first.has(offset)) first.set(offset, row);
    last = offset;
  }
  if (first.size === 0) return { first, changes, span: 0 };
  const [earliest, latest] = span(model, rows);
  return { first, changes, span: time[latest]! - time[earliest]! };
}

/** Whether a log has several offsets for another reason than daylight saving time. */
function isMixed({ first, changes, span: seconds }: Zones): boolean {
  if (first.size < 2) return false;
  const mostChanges = MOST_CHANGES_A_YEAR * Math.ceil(1 + seconds / SECONDS_PER_YEAR);
  return !isDaylightSaving([...first.keys()]) || changes > mostChanges;
}

function isDaylightSaving(offsets: readonly number[]): boolean {
  return Math.max(...offsets) - Math.min(...offsets) <= DAYLIGHT_SAVING_STEPS;
}

function differ(logs: readonly LogWithZones[]): boolean {
  const offsets = logs.flatMap(({ zones }) => [...zones.first.keys()]);
  return offsets.length > 0 && !isDaylightSaving(offsets);
}

function describeLog(model: LogModel, { file, zones }: LogWithZones): Finding {
  const offsets = [...zones.first.keys()].map(offsetText);
  return {
    rule: 'mixed-time-zones',
    severity: 'information',
    title: t('{0} has times with several offsets: {1}', file.name, listed(offsets)),
    detail: t(
      'The offset changes {0} times within the log. Its lines come from servers in several zones, or were put together from several logs.',
      count(zones.changes),
    ),
    advice: t(
      'Mind the offset behind each time when you compare lines. In findings and counts the times are in order.',
    ),
    ...evidenceOfPlaces(model, [...zones.first.values()]),
  };
}

function describeSet(model: LogModel, logs: readonly LogWithZones[]): Finding {
  const byOffset = new Map<number, LogWithZones[]>();
  for (const log of logs) {
    for (const offset of log.zones.first.keys()) byOffset.set(offset, [...(byOffset.get(offset) ?? []), log]);
  }
  const texts = [...byOffset].map(([offset, those]) => {
    return t(
      '{0} ({1})',
      offsetText(offset),
      listed(
        those.map(({ file }) => file.name),
        2,
      ),
    );
  });
  return {
    rule: 'mixed-time-zones',
    severity: 'information',
    title: t('The logs have times of several zones: {0}', listed([...byOffset.keys()].map(offsetText))),
    detail: t(
      'They are: {0}. Times are compared as moments, so that the order of all entries is right.',
      listed(texts),
    ),
    advice: t('Mind the offset behind each time when you compare lines of these logs.'),
    ...evidenceOfPlaces(
      model,
      [...byOffset].map(([offset, those]) => those[0]!.zones.first.get(offset)!),
    ),
  };
}

function offsetText(steps: number): string {
  return isoOffset(steps * ZONE_STEP_MINUTES);
}
