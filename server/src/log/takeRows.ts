import type { LogTable, LogTableData } from './logTable';

type Column = Uint8Array | Uint16Array | Uint32Array | Int8Array;

/** The table of some of the rows, in the order in which they are given; its lines and the numbers of its texts stay. */
export function takeRows(table: LogTable, rows: Uint32Array): LogTableData {
  const { data } = table;
  return {
    ...data,
    rows: rows.length,
    rowLines: rows.map((row) => table.lineOfRow(row)),
    time: pick(data.time, rows),
    zone: pick(data.zone, rows),
    client: pick(data.client, rows),
    endpoint: pick(data.endpoint, rows),
    query: pick(data.query, rows),
    status: pick(data.status, rows),
    size: pick(data.size, rows),
    largeSizes: pickLargeSizes(data.largeSizes, rows),
    referrer: pick(data.referrer, rows),
    agent: pick(data.agent, rows),
    user: pick(data.user, rows),
    vhost: pick(data.vhost, rows),
    message: pick(data.message, rows),
    kind: pick(data.kind, rows),
    level: pick(data.level, rows),
  };
}

/** The values of some rows; a column without rows stays one. */
function pick<Values extends Column>(column: Values, rows: Uint32Array): Values {
  const picked = new (column.constructor as new (length: number) => Values)(column.length === 0 ? 0 : rows.length);
  for (let at = 0; at < picked.length; at++) picked[at] = column[rows[at]!]!;
  return picked;
}

function pickLargeSizes(sizes: LogTableData['largeSizes'], rows: Uint32Array): LogTableData['largeSizes'] {
  const picked = new Map<number, number>();
  if (sizes.size === 0) return picked;
  rows.forEach((row, at) => {
    const size = sizes.get(row);
    if (size !== undefined) picked.set(at, size);
  });
  return picked;
}
