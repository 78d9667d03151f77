import { DETECTION_LINES } from './detectFormat';
import { tableBefore } from './cutTable';
import type { LogFacts, LogFormat } from './formats/logFormat';
import { joinTables } from './joinTables';
import { knownFormats } from './knownFormats';
import { stretchOf, type LineIndex } from './lineIndex';
import { linesOfBytes } from './lineSource';
import { LineSplitter } from './lineSplitter';
import { LogTable, type LogTableData } from './logTable';
import { readLogPart } from './readLog';
import type { SeekableBytes } from './seekableBytes';

/** How many of the last lines that are no entries are looked through for directives; of a log with directives there are few. */
const MOST_DIRECTIVES = 64;

/** What is kept of a log that was read, to go on from there. Plain data. */
export interface ReadSoFar {
  /** Id of the format, `undefined` where it is none that is known. */
  readonly format: string | undefined;
  /** See `LogReading`. */
  readonly hasStatefulLines?: true;
  readonly table: LogTableData;
}

/**
 * The table of a log that was read before and has other bytes now behind its last entry. Only those are read.
 * @param bytes the log as it is now, the same as before up to the line to read again
 * @returns `undefined` when the log has to be read from the beginning: it was too short to tell its format by, or its earlier
 *   lines tell how later ones are read and the ones that do so are not found
 */
export async function continueLog(
  { format: id, hasStatefulLines, table }: ReadSoFar,
  bytes: SeekableBytes,
  facts: LogFacts,
): Promise<LogTableData | undefined> {
  const format = knownFormats(facts).find((each) => each.id === id);
  // The user may have taken it back.
  if ((id !== undefined && format === undefined) || hasStatefulLines) return undefined;
  const line = lineToReadAgain(table);
  if (line <= DETECTION_LINES) return undefined;
  const offset = await startOfLine(table.lineIndex, bytes, line);
  const before = tableBefore(table, line, offset);
  const directives = format?.isStateful ? await directivesOf(format, before, bytes) : [];
  if (format?.isStateful && directives.length === 0) return undefined;
  const behind = await readLogPart(bytes.stream(offset), format, { facts, directives });
  return behind && joinTables(before, behind);
}

/**
 * The line (from 1) from which on a log is read again when it goes on: its last entry, as lines behind may belong to that and it
 * may not have been all there; the last line where it has no entry.
 */
export function lineToReadAgain(table: LogTableData): number {
  return table.rows > 0 ? new LogTable(table).lineOfRow(table.rows - 1) : Math.max(1, table.lineIndex.lines);
}

/** Byte offset at which a line (from 1) begins, or would begin where the bytes end before it. */
export async function startOfLine(index: LineIndex, bytes: SeekableBytes, line: number): Promise<number> {
  const { start, end, before } = stretchOf(index, line);
  let current = before;
  let found: number | undefined;
  const splitter = new LineSplitter((_line, _start, _end, offset) => {
    if (++current === line) found = start + offset;
  });
  for await (const chunk of bytes.stream(start, end)) splitter.push(chunk);
  splitter.finish();
  return found ?? start + splitter.bytes;
}

/** The last lines that say what the ones behind them hold. */
async function directivesOf(format: LogFormat, table: LogTableData, bytes: SeekableBytes): Promise<Buffer[]> {
  const texts = await linesOfBytes(bytes, table.lineIndex).lines(table.rejected.slice(-MOST_DIRECTIVES));
  const lines = texts.map((text) => Buffer.from(text));
  return lines.filter((line) => format.isDirective?.(line, 0, line.length));
}
