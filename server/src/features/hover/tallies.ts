import { NO_ENTRY, type TextColumn } from '../../log/logTable';
import type { LogModel } from '../../log/logModel';
import { tally } from '../../log/tally';

/** Methods of the rows with their counts, the most frequent first; `-` where none is logged. */
export function methodCounts(model: LogModel, rows: Uint32Array): [method: string, count: number][] {
  const { endpoints } = model.table.data;
  const counts = new Map<string, number>();
  for (const [endpoint, each] of tally(model.table.data.endpoint, rows)) {
    const method = endpoints.method[endpoint];
    if (method === undefined) continue;
    const name = model.table.texts.method.text(method) || '-';
    counts.set(name, (counts.get(name) ?? 0) + each);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]);
}

/** Statuses of the rows with their counts; `-` where none is logged. */
export function statusCounts(model: LogModel, rows: Uint32Array): [status: string, count: number][] {
  return tally(model.table.data.status, rows).map(([status, each]) => [status === 0 ? '-' : String(status), each]);
}

/** Texts of a column in the rows with their counts; `-` where none is logged. */
export function textCounts(
  model: LogModel,
  column: Exclude<TextColumn, 'method' | 'path'>,
  rows: Uint32Array,
): [text: string, count: number][] {
  return tally(model.table.data[column], rows).map(([id, each]) => [
    id === NO_ENTRY ? '-' : model.table.texts[column].text(id),
    each,
  ]);
}
