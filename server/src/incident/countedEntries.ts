import type { DictionaryData } from '../log/dictionary';
import { fileOfLine, type LogModel } from '../log/logModel';
import { EMPTY_COLUMN, EMPTY_SMALL_COLUMN, type LogTableData } from '../log/logTable';
import type { SetAnalysis } from '../logAnalysis';
import { joinRows } from '../rules/log/facts/selection';
import { flaggedRows } from '../rules/log/flaggedRows';
import type { IncidentFile } from './incident';
import { isVisited } from './timeline/fileTrail';

/** The entries of all logs of an incident with what charts count of them: a third of what was read. Plain data. */
export interface CountedEntries {
  /** Columns and texts that nobody counts are empty, and lines are not known. */
  readonly table: LogTableData;
  /** For each row the number of its file among those that were read. */
  readonly fileOfRow: Uint16Array;
  /** As `flaggedRows` has it, with the calls of files that are to be acted on and that no visitors call. */
  readonly isFlagged: Uint8Array;
}

const NO_TEXTS: DictionaryData = { bytes: EMPTY_SMALL_COLUMN, ends: EMPTY_COLUMN };

/**
 * What charts count of logs that were judged.
 * @param accused files that the host names or the audit accuses: a call of one to act on is as telling as a finding, unless it is a page
 *   that visitors call as well
 */
export function countedEntries(
  { model, findings }: Pick<SetAnalysis, 'model' | 'findings'>,
  accused: readonly IncidentFile[],
): CountedEntries {
  const { files, table } = model;
  const fileOfRow = new Uint16Array(table.rows);
  for (let row = 0; row < fileOfRow.length; row++) fileOfRow[row] = fileOfLine(files, table.lineOfRow(row));
  const isFlagged = flaggedRows(model, findings);
  for (const rows of tellingCalls(model, accused)) for (const row of rows) isFlagged[row] = 1;
  return { table: countedColumns(table.data), fileOfRow, isFlagged };
}

/** Rows of the calls of each file to act on; visits of a page that was changed tell nothing of who called it. */
function tellingCalls(model: LogModel, accused: readonly IncidentFile[]): Uint32Array[] {
  const called = accused.filter(({ severity, calls }) => severity === 'error' && calls !== undefined);
  if (called.length === 0) return [];
  const { files, table } = model;
  const linesBefore = new Map(files.map(({ name, linesBefore: before }) => [name, before]));
  const rowOfLine = new Uint32Array(table.lines + 1);
  for (let row = 0; row < table.rows; row++) rowOfLine[table.lineOfRow(row)] = row;
  return called.flatMap((file) => {
    const parts = file.calls!.lines.map(({ file: log, lines }) => {
      const before = linesBefore.get(log)!;
      return lines.map((line) => rowOfLine[before + line]!);
    });
    const rows = joinRows(parts);
    return isVisited(model, file, rows) ? [] : [rows];
  });
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
