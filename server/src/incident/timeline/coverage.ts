import { EntryKind } from '../../log/entryFields';
import type { LogModel } from '../../log/logModel';
import { NO_TIME, ZONE_STEP_MINUTES } from '../../log/logTable';
import { perModel } from '../../rules/log/facts/perModel';

/** Seconds without an entry from which on a day may be missing; nights of small sites are shorter. */
const LONG_PAUSE = 20 * 3600;
/** Pauses beyond this number say that the site has hardly any visitors. */
const MOST_PAUSES = 10;

/** From when to when the logs of a kind reach, as rows. */
export interface Coverage {
  readonly first: number;
  readonly last: number;
  /** The rows before and behind each long stretch without entries, in the order of time. */
  readonly pauses: readonly (readonly [before: number, behind: number])[];
}

/** What the logs of web servers and of FTP servers cover; `undefined` where none of the kind has times. */
export const coverageOf = perModel((model): Readonly<Record<'request' | 'ftp', Coverage | undefined>> => ({
  request: coverageOfKind(model, EntryKind.request),
  ftp: coverageOfKind(model, EntryKind.ftp),
}));

/** Offset of the logs' times from UTC in minutes, that of the earliest entry; `undefined` where none has a time. */
export function zoneOfLogs(model: LogModel): number | undefined {
  const { request, ftp } = coverageOf(model);
  const { first } = request ?? ftp ?? {};
  return first === undefined ? undefined : model.table.data.zone[first]! * ZONE_STEP_MINUTES;
}

function coverageOfKind({ table }: LogModel, wanted: EntryKind): Coverage | undefined {
  const { time, kind } = table.data;
  // A table of requests alone has no such column.
  if (kind.length === 0 && wanted !== EntryKind.request) return undefined;
  let first = -1;
  let last = -1;
  const pauses: [number, number][] = [];
  for (let row = 0; row < table.rows; row++) {
    if (time[row] === NO_TIME || (kind.length > 0 && kind[row] !== wanted)) continue;
    if (first < 0 || time[row]! < time[first]!) first = row;
    if (last >= 0 && time[row]! - time[last]! >= LONG_PAUSE) pauses.push([last, row]);
    if (last < 0 || time[row]! >= time[last]!) last = row;
  }
  if (first < 0) return undefined;
  // One log that is out of order may go back into a pause.
  return { first, last, pauses: pauses.length > MOST_PAUSES ? [] : pauses };
}
