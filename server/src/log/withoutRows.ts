import type { LogTable, LogTableData } from './logTable';

type Column = Uint8Array | Uint16Array | Uint32Array | Int8Array;

/**
 * The table as if some rows were not in the log: the rest keeps its order, its lines and the numbers of its texts.
 * @param left by row, 1 for those to leave out
 */
export function withoutRows(table: LogTable, left: Uint8Array): LogTableData {
  const { data } = table;
  const kept = rowsThatStay(left);
  return {
    ...data,
    rows: kept.length,
    rowLines: kept.map((row) => table.lineOfRow(row)),
    time: pick(data.time, kept),
    zone: pick(data.zone, kept),
    client: pick(data.client, kept),
    endpoint: pick(data.endpoint, kept),
    query: pick(data.query, kept),
    status: pick(data.status, kept),
    size: pick(data.size, kept),
    largeSizes: pickLargeSizes(data.largeSizes, kept),
    referrer: pick(data.referrer, kept),
    agent: pick(data.agent, kept),
    user: pick(data.user, kept),
    vhost: pick(data.vhost, kept),
    message: pick(data.message, kept),
    kind: pick(data.kind, kept),
    level: pick(data.level, kept),
  };
}

function rowsThatStay(left: Uint8Array): Uint32Array {
  const kept = new Uint32Array(left.length);
  let count = 0;
  for (let row = 0; row < left.length; row++) if (left[row] === 0) kept[count++] = row;
  return kept.slice(0, count);
}

/** The values of some rows; a column without rows stays one. */
function pick<Values extends Column>(column: Values, rows: Uint32Array): Values {
  const picked = new (column.constructor as new (length: number) => Values)(column.length === 0 ? 0 : rows.length);
  for (let at = 0; at < picked.length; at++) picked[at] = column[rows[at]!]!;
  return picked;
}

function pickLargeSizes(sizes: LogTableData['largeSizes'], rows: Uint32Array): LogTableData['largeSizes'] {
  if (sizes.size === 0) return sizes;
  const picked = new Map<number, number>();
  rows.forEach((row, at) => {
    const size = sizes.get(row);
    if (size !== undefined) picked.set(at, size);
  });
  return picked;
}
