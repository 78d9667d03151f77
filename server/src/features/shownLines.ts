import type { Range } from 'vscode-languageserver-protocol';
import { fieldsOfLine, type LineField } from '../log/fieldAt';
import { formatsOfLog } from '../log/knownFormats';
import type { OpenLog } from '../logDocument';
import type { LogStore } from '../logStore';
import { parseLinesUri } from '../protocol';
import { directiveBefore, saysFields } from './directiveBefore';
import { linesOfFilter } from './filteredLines';

/** Editors ask for what is visible; more than this many lines are never on one screen. */
const MOST_LINES = 400;
/** A line with more characters than this is not read for what only decorates it. */
const LONGEST_LINE = 20_000;

/** Links are asked for once for a whole document: its first lines get them, Ctrl+click leads on from all others. */
export const LINES_WITH_LINKS: Range = {
  start: { line: 0, character: 0 },
  end: { line: MOST_LINES - 1, character: 0 },
};

/** A line with its fields. */
export interface ReadLine {
  /** Line of the log, from 1. */
  readonly line: number;
  readonly text: string;
  readonly fields: readonly LineField[];
}

/** A line that an editor shows. */
export interface ShownLine extends ReadLine {
  /** Line of the document, from 0. */
  readonly at: number;
}

/** The lines that an editor shows of a log. */
export interface ShownLines {
  readonly log: OpenLog;
  readonly lines: readonly ShownLine[];
}

/**
 * The lines of a range (the last one included) with their fields, of a log's own document or one of some of its lines.
 * `undefined` when the document shows no log.
 */
export async function shownLines(store: LogStore, uri: string, range: Range): Promise<ShownLines | undefined> {
  const part = parseLinesUri(uri);
  const log = await store.log(part?.log ?? uri);
  if (log === undefined) return undefined;
  const numbers = part === undefined ? linesOfRange(log, range) : linesOfFilter(log, part.filter);
  const first = part === undefined ? 0 : range.start.line;
  const wanted = numbers.slice(first, first + Math.min(MOST_LINES, range.end.line - range.start.line + 1));
  const lines = await readLines(log, wanted);
  return { log, lines: lines.map((line, index) => ({ at: range.start.line + index, ...line })) };
}

/** Lines of a log (from 1, ascending) with their fields; those that are gone are left out. */
export async function readLines(log: OpenLog, numbers: Uint32Array): Promise<ReadLine[]> {
  const texts = await log.lines.lines(numbers);
  let directive = numbers.length === 0 ? undefined : await directiveBefore(log, numbers[0]!);
  const formats = formatsOfLog(log.format, log);
  return texts.map((text, index) => {
    const fields = text.length > LONGEST_LINE ? [] : fieldsOfLine(text, directive, formats);
    if (saysFields(formats[0]!, text)) directive = text;
    return { line: numbers[index]!, text, fields };
  });
}

function linesOfRange(log: OpenLog, { start, end }: Range): Uint32Array {
  const last = Math.min(end.line + 1, log.model.table.lines);
  const length = Math.max(0, Math.min(MOST_LINES, last - start.line));
  return Uint32Array.from({ length }, (_, index) => start.line + 1 + index);
}
