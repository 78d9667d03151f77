import type { LogModel } from '../../../log/logModel';
import { NO_ENTRY, NO_TIME } from '../../../log/logTable';
import { rowsOf } from '../../../log/rowGroups';
import { countValues } from '../../../log/tally';

/** Some rows of one client, in the order of time. */
export interface ClientRows {
  /** Number of the client in the dictionary. */
  readonly client: number;
  readonly rows: Uint32Array;
}

/** Rows of the endpoints, in the order of the log. */
export function rowsOfEndpoints(model: LogModel, endpoints: readonly number[]): Uint32Array {
  return joinRows(endpoints.map((endpoint) => rowsOf(model.byEndpoint, endpoint)));
}

/** Several lists of rows as one, in the order of the log. */
export function joinRows(parts: readonly Uint32Array[]): Uint32Array {
  const filled = parts.filter((part) => part.length > 0);
  if (filled.length === 1) return filled[0]!;
  const joined = new Uint32Array(filled.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of filled) {
    joined.set(part, at);
    at += part.length;
  }
  return joined.toSorted();
}

/** The rows by client, each client's in the order of time; rows without a client are left out. */
export function byClient(model: LogModel, rows: Uint32Array, fewest = 1): ClientRows[] {
  return groupBy(model.table.data.client, rows, () => fewest).map(([client, own]) => ({
    client,
    rows: inTimeOrder(model, own),
  }));
}

/** Rows in the order of time; servers write an entry when the response ends, so a log is nearly but not quite in order. */
export function inTimeOrder(model: LogModel, rows: Uint32Array): Uint32Array {
  const { time } = model.table.data;
  for (let at = 1; at < rows.length; at++) {
    if (time[rows[at]!]! < time[rows[at - 1]!]!) return rows.toSorted((a, b) => time[a]! - time[b]! || a - b);
  }
  return rows;
}

/** The different values of a column in the rows, without "not logged". */
export function distinct(column: Uint32Array, rows: Uint32Array): Set<number> {
  const values = new Set<number>();
  for (const row of rows) values.add(column[row]!);
  values.delete(NO_ENTRY);
  return values;
}

/** Whether the row's time was logged. */
export function hasTime(model: LogModel, row: number): boolean {
  return model.table.data.time[row] !== NO_TIME;
}

/** The rows of each value that has at least `fewestOf` of them, in their order; rows without a value are left out. */
export function groupBy(
  column: Uint32Array,
  rows: Uint32Array,
  fewestOf: (value: number) => number,
): [value: number, rows: Uint32Array][] {
  const eager = countValues(column, rows).filter(([value, count]) => value !== NO_ENTRY && count >= fewestOf(value));
  if (eager.length === 0) return [];
  const groups = new Map(eager.map(([value, count]) => [value, { rows: new Uint32Array(count), filled: 0 }]));
  for (const row of rows) {
    const group = groups.get(column[row]!);
    if (group !== undefined) group.rows[group.filled++] = row;
  }
  return [...groups].map(([value, group]) => [value, group.rows]);
}
