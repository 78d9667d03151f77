import { rowTest, type LineConditions, type RowTest } from './lineConditions';
import { searchLines, type FoundSink } from './lineSearch';
import { countBelow, EMPTY_COLUMN, LogTable, type LogTableData } from './logTable';
import { Needle } from './needle';
import type { SeekableBytes } from './seekableBytes';

/** Rows that are looked at before what was found is told. */
const ROWS_AT_A_TIME = 1_000_000;

/** Which lines of a log to find. Plain data. */
export interface WantedLines {
  readonly conditions: LineConditions;
  /** Lines (from 1, ascending) of which they must be some; absent: any. */
  readonly within?: Uint32Array;
  /** Line (from 1) to begin at. */
  readonly firstLine: number;
}

/** Finds lines of a log, in order, and tells of them as it goes. */
export async function selectLines(
  data: LogTableData,
  bytes: SeekableBytes,
  { conditions, within, firstLine }: WantedLines,
  onFound: FoundSink,
): Promise<void> {
  const table = new LogTable(data);
  const { text, matchCase = false, unreadable } = conditions;
  const test = rowTest(table, conditions);
  const take = onlyThose(within && ((line) => includes(within, line)), onFound);
  if (text) {
    const takeWanted = onlyThose(lineTest(table, test, unreadable), take);
    await searchLines(bytes, data.lineIndex, new Needle(text, matchCase), firstLine, takeWanted);
  } else if (unreadable) {
    const lines = test === undefined ? table.unreadableLines() : EMPTY_COLUMN;
    take(Array.from(lines.subarray(countBelow(lines, firstLine))), data.lineIndex.bytes);
  } else {
    selectRows(table, test ?? (() => true), firstLine, take);
  }
}

/** Lets the lines pass that a test wants; all when there is none. */
function onlyThose(isWanted: ((line: number) => boolean) | undefined, onFound: FoundSink): FoundSink {
  return isWanted === undefined ? onFound : (lines, done) => onFound(lines.filter(isWanted), done);
}

/** Whether ascending lines have one among them. */
function includes(lines: Uint32Array, line: number): boolean {
  return lines[countBelow(lines, line)] === line;
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
