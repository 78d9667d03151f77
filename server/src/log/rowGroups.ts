import { NO_ENTRY } from './logTable';

/** The rows of each value of a column, in the order of the log. Plain data. */
export interface RowGroups {
  /** Rows of value `id` are `rows[starts[id] … starts[id + 1])`. */
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
}

/** Groups rows by the values of a column with `size` distinct ones; rows without a value are in no group. */
export function groupRows(column: Uint32Array, size: number): RowGroups {
  const starts = new Uint32Array(size + 1);
  for (let row = 0; row < column.length; row++) {
    const id = column[row]!;
    if (id !== NO_ENTRY) starts[id + 1]!++;
  }
  for (let id = 0; id < size; id++) starts[id + 1]! += starts[id]!;
  const rows = new Uint32Array(starts[size]!);
  const next = starts.slice(0, size);
  for (let row = 0; row < column.length; row++) {
    const id = column[row]!;
    if (id !== NO_ENTRY) rows[next[id]!++] = row;
  }
  return { starts, rows };
}

/** Rows of one value, in the order of the log; a view. */
export function rowsOf(groups: RowGroups, id: number): Uint32Array {
  return groups.rows.subarray(groups.starts[id], groups.starts[id + 1]);
}

/** How many rows have the value. */
export function countOf(groups: RowGroups, id: number): number {
  return (groups.starts[id + 1] ?? 0) - (groups.starts[id] ?? 0);
}
