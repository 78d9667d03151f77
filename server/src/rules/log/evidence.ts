import { placeOfLine, type LogModel } from '../../log/logModel';
import { NO_TIME } from '../../log/logTable';
import { tally } from '../../log/tally';
import { isoTime, localTime } from '../../log/time';
import type { ClientCount, EndpointCount, FileLines, Finding, Place, Severity } from '../finding';

/** Most places that a finding lists; `lines` has them all. */
const MOST_PLACES = 1000;

/** The part of a finding that follows from its rows. */
export type Evidence = Required<Pick<Finding, 'count' | 'clients' | 'endpoints' | 'places' | 'lines'>> &
  Pick<Finding, 'first' | 'last' | 'placesTruncated'>;

/** Counts, time span and places of the rows (at least one, ascending). */
export function evidenceOf(model: LogModel, rows: Uint32Array): Evidence {
  const lines = linesOf(model, rows);
  const places: Place[] = Array.from(lines.subarray(0, MOST_PLACES), (line) => placeOfLine(model, line));
  const [first, last] = span(model, rows);
  return {
    count: rows.length,
    ...(model.table.data.time[last] !== NO_TIME && { first: isoTimeOf(model, first), last: isoTimeOf(model, last) }),
    clients: countClients(model, rows),
    endpoints: countEndpoints(model, rows),
    places,
    ...(rows.length > MOST_PLACES && { placesTruncated: rows.length - MOST_PLACES }),
    lines: linesByFile(model, lines),
  };
}

function linesOf({ table }: LogModel, rows: Uint32Array): Uint32Array {
  const lines = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) lines[at] = table.lineOfRow(rows[at]!);
  return lines;
}

/** The part of a finding about lines (ascending) that may be no entries: their places. */
export function evidenceOfLines(
  model: LogModel,
  lines: Uint32Array,
): Pick<Evidence, 'clients' | 'endpoints' | 'places' | 'lines' | 'placesTruncated'> {
  return {
    clients: [],
    endpoints: [],
    places: Array.from(lines.subarray(0, MOST_PLACES), (line) => placeOfLine(model, line)),
    ...(lines.length > MOST_PLACES && { placesTruncated: lines.length - MOST_PLACES }),
    lines: linesByFile(model, lines),
  };
}

/** The same for a finding about where something happens in a log: the places of some rows, in the order given. */
export function evidenceOfPlaces(
  model: LogModel,
  rows: readonly number[],
): Pick<Evidence, 'clients' | 'endpoints' | 'places'> {
  const shown = rows.slice(0, MOST_PLACES);
  return { clients: [], endpoints: [], places: shown.map((row) => placeOfLine(model, model.table.lineOfRow(row))) };
}

/** Lines of the model's table as lines of each file that has any. */
function linesByFile({ files }: LogModel, lines: Uint32Array): FileLines[] {
  if (files.length === 1) return [{ file: files[0]!.name, lines }];
  // The rows of several files are in the order of time.
  const sorted = lines.toSorted();
  let from = 0;
  return files.flatMap(({ name, linesBefore, lines: count }) => {
    const start = from;
    while (from < sorted.length && sorted[from]! <= linesBefore + count) from++;
    const own = sorted.subarray(start, from);
    return own.length === 0 ? [] : [{ file: name, lines: own.map((line) => line - linesBefore) }];
  });
}

/** Share of requests that the server carried out: answered with a success or a redirect. */
export function answeredShare(model: LogModel, rows: Uint32Array): number {
  const { status } = model.table.data;
  let good = 0;
  for (let at = 0; at < rows.length; at++) {
    const code = status[rows[at]!]!;
    if (code >= 200 && code < 400) good++;
  }
  return good / rows.length;
}

/** Writing requests that were carried out are abuse seen; refused ones and reading ones are suspicious. */
export function severityOfRequests(writing: boolean, answered: number): Severity {
  return writing && answered > 0.5 ? 'error' : 'warning';
}

/** The time of a row as its owner reads it. */
export function localTimeOf(model: Pick<LogModel, 'table'>, row: number): string {
  return localTime(model.table.data.time[row]!, model.table.data.zone[row]!);
}

/** The rows of the earliest and the latest request; lines may be out of order, and rows without a time count last. */
export function span(model: Pick<LogModel, 'table'>, rows: Uint32Array): [first: number, last: number] {
  const { time } = model.table.data;
  let first = rows[0]!;
  let last = first;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    if (time[row] === NO_TIME) continue;
    if (time[row]! < time[first]! || time[first] === NO_TIME) first = row;
    if (time[row]! >= time[last]!) last = row;
  }
  return [first, last];
}

function countClients(model: LogModel, rows: Uint32Array): ClientCount[] {
  const { texts, data } = model.table;
  return tally(data.client, rows)
    .filter(([id]) => id < texts.client.size)
    .map(([id, count]) => ({ address: texts.client.text(id), count }));
}

function countEndpoints(model: LogModel, rows: Uint32Array): EndpointCount[] {
  return tally(model.table.data.endpoint, rows)
    .filter(([id]) => id < model.table.endpointCount)
    .map(([id, count]) => ({ ...model.table.endpoint(id), count }));
}

/** The time of a row that has one, ISO 8601 with the log's offset. */
export function isoTimeOf(model: LogModel, row: number): string {
  return isoTime(model.table.data.time[row]!, model.table.data.zone[row]!);
}
