import { rowTest, type LineConditions, type RowTest } from './lineConditions';
import { searchLines, type FoundSink } from './lineSearch';
import { countBelow, EMPTY_COLUMN, LogTable, type LogTableData } from './logTable';
import { Needle } from './needle';
import type { SeekableBytes } from './seekableBytes';

/** Rows that are looked at before what was found is told. */
const ROWS_AT_A_TIME = 1_000_000;

/**
 * Finds the lines of a log that meet conditions, in order, and tells of them as it goes.
 * @param firstLine line (from 1) to begin at
 */
export async function selectLines(
  data: LogTableData,
  bytes: SeekableBytes,
  conditions: LineConditions,
  firstLine: number,
  onFound: FoundSink,
): Promise<void> {
  const table = new LogTable(data);
  const { text, matchCase = false, unreadable } = conditions;
  const test = rowTest(table, conditions);
  if (text) {
    const isWanted = lineTest(table, test, unreadable);
    const take: FoundSink = isWanted ? (lines, done) => onFound(lines.filter(isWanted), done) : onFound;
    await searchLines(bytes, data.lineIndex, new Needle(text, matchCase), firstLine, take);
  } else if (unreadable) {
    const lines = test === undefined ? table.unreadableLines() : EMPTY_COLUMN;
    onFound(Array.from(lines.subarray(countBelow(lines, firstLine))), data.lineIndex.bytes);
  } else {
    selectRows(table, test ?? (() => true), firstLine, onFound);
  }
}

/**
 * Whether a line is wanted for what its entry says; a line of a stack trace, say, for the entry that it belongs to. `undefined`:
 * any is.
 */
function lineTest(
  table: LogTable,
  test: RowTest | undefined,
  unreadable = false,
): ((line: number) => boolean) | undefined {
  if (test === undefined && !unreadable) return undefined;
  return (line) => {
    const row = table.rowAtLine(line);
    return row === undefined ? unreadable && test === undefined : !unreadable && (test?.(row) ?? true);
  };
}

function selectRows(table: LogTable, test: RowTest, firstLine: number, onFound: FoundSink): void {
  const { rejected, lineIndex } = table.data;
  let row = table.rowsBefore(firstLine);
  let before = countBelow(rejected, firstLine);
  while (row < table.rows) {
    const last = Math.min(table.rows, row + ROWS_AT_A_TIME);
    const lines: number[] = [];
    for (; row < last; row++) {
      while (rejected[before]! <= row + 1 + before) before++;
      if (test(row)) lines.push(row + 1 + before);
    }
    onFound(lines, Math.floor((row / table.rows) * lineIndex.bytes));
  }
}
