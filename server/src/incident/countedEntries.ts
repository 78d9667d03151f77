import type { DictionaryData } from '../log/dictionary';
import { fileOfLine } from '../log/logModel';
import { EMPTY_COLUMN, EMPTY_SMALL_COLUMN, type LogTableData } from '../log/logTable';
import type { SetAnalysis } from '../logAnalysis';
import { flaggedRows } from '../rules/log/flaggedRows';

/** The entries of all logs of an incident with what charts count of them: a third of what was read. Plain data. */
export interface CountedEntries {
  /** Columns and texts that nobody counts are empty, and lines are not known. */
  readonly table: LogTableData;
  /** For each row the number of its file among those that were read. */
  readonly fileOfRow: Uint16Array;
  /** As `flaggedRows` has it. */
  readonly isFlagged: Uint8Array;
}

const NO_TEXTS: DictionaryData = { bytes: EMPTY_SMALL_COLUMN, ends: EMPTY_COLUMN };

/** What charts count of logs that were judged. */
export function countedEntries({ model, findings }: Pick<SetAnalysis, 'model' | 'findings'>): CountedEntries {
  const { files, table } = model;
  const fileOfRow = new Uint16Array(table.rows);
  for (let row = 0; row < fileOfRow.length; row++) fileOfRow[row] = fileOfLine(files, table.lineOfRow(row));
  return { table: countedColumns(table.data), fileOfRow, isFlagged: flaggedRows(model, findings) };
}

function countedColumns(table: LogTableData): LogTableData {
  const { rowLines: _, ...others } = table;
  return {
    ...others,
    lineIndex: { lines: 0, markedLines: EMPTY_COLUMN, offsets: new Float64Array(0), bytes: 0 },
    rejected: EMPTY_COLUMN,
    continued: EMPTY_COLUMN,
    query: EMPTY_COLUMN,
    size: EMPTY_COLUMN,
    largeSizes: new Map(),
    referrer: EMPTY_COLUMN,
    agent: EMPTY_COLUMN,
    user: EMPTY_COLUMN,
    vhost: EMPTY_COLUMN,
    message: EMPTY_COLUMN,
    level: EMPTY_SMALL_COLUMN,
    texts: {
      ...table.texts,
      query: NO_TEXTS,
      referrer: NO_TEXTS,
      agent: NO_TEXTS,
      user: NO_TEXTS,
      vhost: NO_TEXTS,
      message: NO_TEXTS,
    },
  };
}
