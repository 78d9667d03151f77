import type { LogModel } from '../log/logModel';
import { tally } from '../log/tally';
import { evidenceOf } from '../rules/log/evidence';
import { endpointMarks, WRITING } from '../rules/log/facts/marks';
import type { ClientCount, FileLines, Place } from '../rules/finding';
import type { SitePathIndex } from '../site/pathIndex';
import { rowsOfFiles, type RequestedRows } from './requests/rowsOfFiles';

/** How the logs saw a file of the site called. */
export interface FileCalls {
  readonly requests: number;
  /** How many of them name no domain and may have been for the file of another one; absent for none. */
  readonly shared?: number;
  /** Requests beside these for addresses at which there is no file, which the site hands to this one; absent for none. */
  readonly routed?: number;
  /** Requests by method, the commonest first. */
  readonly methods: readonly { readonly method: string; readonly count: number }[];
  /** Answers by status, the commonest first; those without one are left out. */
  readonly statuses: readonly { readonly status: number; readonly count: number }[];
  /** Busiest first. */
  readonly clients: readonly ClientCount[];
  /** Clients that sent something (POST, PUT …), with the requests in which they did. */
  readonly writers: readonly ClientCount[];
  /** ISO 8601 with the log's offset; absent where the log has no times. */
  readonly first?: string;
  readonly last?: string;
  /** The same of the requests that sent something. */
  readonly firstWrite?: string;
  readonly lastWrite?: string;
  /** Status of the latest answer; absent where none was logged. */
  readonly lastStatus?: number;
  /** Lines of the logs, those of the first 1,000 requests. */
  readonly places: readonly Place[];
  /** The lines of all of them, for who wants their bytes; not part of the JSON. */
  readonly lines: readonly FileLines[];
}

/**
 * How the logs saw files of a site called: by address, by the folder that they are the index of, or with arguments behind them.
 * @param index with the files that are asked for, also such as are gone
 * @param wanted paths; files that were never called are absent from the answer
 */
export function callsOfFiles(
  model: LogModel,
  index: SitePathIndex,
  wanted: ReadonlySet<string>,
): Map<string, FileCalls> {
  const requested = rowsOfFiles(model, index, wanted);
  return new Map([...requested.rows.keys()].map((file) => [file, describeCalls(model, requested, file)!]));
}

/** How a file was called; `undefined` where it never was. */
export function describeCalls(
  model: LogModel,
  { rows: rowsOf, shared, routed }: RequestedRows,
  file: string,
): FileCalls | undefined {
  const rows = rowsOf.get(file);
  if (rows === undefined) return undefined;
  const { count, clients, endpoints, first, last, places, lines } = evidenceOf(model, rows);
  const { status, endpoint: endpointOfRow } = model.table.data;
  const marks = endpointMarks(model);
  const writing = rows.filter((row) => (marks[endpointOfRow[row]!]! & WRITING) !== 0);
  const written = writing.length === 0 ? undefined : evidenceOf(model, writing);
  const methods = new Map<string, number>();
  for (const endpoint of endpoints) methods.set(endpoint.method, (methods.get(endpoint.method) ?? 0) + endpoint.count);
  const statuses = tally(status, rows).filter(([code]) => code !== 0);
  const answered = rows.findLast((row) => status[row] !== 0);
  return {
    requests: count,
    ...(shared.has(file) && { shared: shared.get(file)! }),
    ...(routed.has(file) && { routed: routed.get(file)! }),
    methods: [...methods].map(([method, times]) => ({ method, count: times })).toSorted((a, b) => b.count - a.count),
    statuses: statuses.map(([code, times]) => ({ status: code, count: times })),
    clients,
    writers: written?.clients ?? [],
    ...(first !== undefined && { first, last }),
    ...(written?.first !== undefined && { firstWrite: written.first, lastWrite: written.last }),
    ...(answered !== undefined && { lastStatus: status[answered]! }),
    places,
    lines,
  };
}
