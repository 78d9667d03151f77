import type { LogTable, LogTableData } from './logTable';
import { takeRows } from './takeRows';

/**
 * The table as if some rows were not in the log: the rest keeps its order, its lines and the numbers of its texts.
 * @param left by row, 1 for those to leave out
 */
export function withoutRows(table: LogTable, left: Uint8Array): LogTableData {
  return takeRows(table, rowsThatStay(left));
}

function rowsThatStay(left: Uint8Array): Uint32Array {
  const kept = new Uint32Array(left.length);
  let count = 0;
  for (let row = 0; row < left.length; row++) if (left[row] === 0) kept[count++] = row;
  return kept.slice(0, count);
}
