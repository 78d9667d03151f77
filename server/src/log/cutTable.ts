import type { DictionaryData } from './dictionary';
import type { LineIndex } from './lineIndex';
import { LogTable, NO_ENTRY, type LogTableData } from './logTable';

/**
 * The table of a log as if it ended before a line (from 1): what reading the beginning alone would have given. Columns are views,
 * not copies.
 * @param offset byte at which the line begins
 */
export function tableBefore(table: LogTableData, line: number, offset: number): LogTableData {
  const rows = new LogTable(table).rowsBefore(line);
  const cut = <Column extends Uint32Array | Uint16Array | Uint8Array | Int8Array>(column: Column): Column =>
    column.subarray(0, rows) as Column;
  const [client, query, referrer, agent] = [table.client, table.query, table.referrer, table.agent].map(cut);
  const [user, vhost, message, endpoint] = [table.user, table.vhost, table.message, table.endpoint].map(cut);
  const endpoints = usedNumbers(endpoint!);
  const method = table.endpoints.method.subarray(0, endpoints);
  const path = table.endpoints.path.subarray(0, endpoints);
  return {
    lineIndex: indexBefore(table.lineIndex, line, offset),
    rejected: table.rejected.filter((each) => each < line),
    continued: table.continued.filter((each) => each < line),
    rows,
    time: cut(table.time),
    zone: cut(table.zone),
    client: client!,
    endpoint: endpoint!,
    query: query!,
    status: cut(table.status),
    size: cut(table.size),
    largeSizes: new Map([...table.largeSizes].filter(([row]) => row < rows)),
    referrer: referrer!,
    agent: agent!,
    user: user!,
    vhost: vhost!,
    message: message!,
    kind: cut(table.kind),
    level: cut(table.level),
    endpoints: { method, path },
    texts: {
      client: usedTexts(table.texts.client, client!),
      method: usedTexts(table.texts.method, method),
      path: usedTexts(table.texts.path, path),
      query: usedTexts(table.texts.query, query!),
      referrer: usedTexts(table.texts.referrer, referrer!),
      agent: usedTexts(table.texts.agent, agent!),
      user: usedTexts(table.texts.user, user!),
      vhost: usedTexts(table.texts.vhost, vhost!),
      message: usedTexts(table.texts.message, message!),
    },
  };
}

/** The dictionary up to the last text that a column has: texts are numbered as they come. */
function usedTexts({ bytes, ends }: DictionaryData, column: Uint32Array): DictionaryData {
  const used = usedNumbers(column);
  return { bytes: bytes.subarray(0, used === 0 ? 0 : ends[used - 1]), ends: ends.subarray(0, used) };
}

/** The largest number of a column and one more. */
function usedNumbers(column: Uint32Array): number {
  let used = 0;
  for (const id of column) {
    if (id >= used && id !== NO_ENTRY) used = id + 1;
  }
  return used;
}

function indexBefore({ markedLines, offsets }: LineIndex, line: number, bytes: number): LineIndex {
  const after = markedLines.findIndex((marked) => marked >= line);
  const marks = after < 0 ? markedLines.length : after;
  return { lines: line - 1, markedLines: markedLines.subarray(0, marks), offsets: offsets.subarray(0, marks), bytes };
}
