import type { LogModel } from '../../../log/logModel';
import { NO_ENTRY, NO_TIME } from '../../../log/logTable';
import { rowsOf } from '../../../log/rowGroups';
import { inOrderOf, joinRows } from '../../../log/rowOrder';
import { countValues, groupBy } from '../../../log/tally';

export { groupBy, joinRows };

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

/** The rows by client, each client's in the order of time; rows without a client are left out. */
export function byClient(model: LogModel, rows: Uint32Array, fewest = 1): ClientRows[] {
  return groupBy(model.table.data.client, rows, () => fewest).map(([client, own]) => ({
    client,
    rows: inTimeOrder(model, own),
  }));
}

/** Rows in the order of time; servers write an entry when the response ends, so a log is nearly but not quite in order. */
export function inTimeOrder(model: LogModel, rows: Uint32Array): Uint32Array {
  return inOrderOf(model.table.data.time, rows);
}

/** The earliest of the rows (at least one), those without a time first. */
export function earliest(model: LogModel, rows: Uint32Array): number {
  const { time } = model.table.data;
  let first = rows[0]!;
  for (let at = 1; at < rows.length; at++) {
    const row = rows[at]!;
    if (time[row]! < time[first]! || (time[row] === time[first] && row < first)) first = row;
  }
  return first;
}

/** The different values of a column in the rows, without "not logged", in the order of first appearance. */
export function distinct(column: Uint32Array, rows: Uint32Array): Set<number> {
  const values = new Set<number>();
  for (const [value] of countValues(column, rows)) {
    if (value !== NO_ENTRY) values.add(value);
  }
  return values;
}

/** Whether the row's time was logged. */
export function hasTime(model: LogModel, row: number): boolean {
  return model.table.data.time[row] !== NO_TIME;
}
