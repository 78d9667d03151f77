import type { Position } from 'vscode-languageserver-protocol';
import { fieldAt, type LineField } from '../log/fieldAt';
import type { OpenLog } from '../logDocument';
import type { LogStore } from '../logStore';
import { parseLinesUri } from '../protocol';
import { directiveBefore } from './directiveBefore';
import { linesOfFilter } from './filteredLines';

/** A line of a log that a document shows, the log's own document or one of some of its lines. */
export interface LogPosition {
  readonly log: OpenLog;
  /** Line in the log, from 1. */
  readonly line: number;
  readonly text: string;
  /** Row of the line's entry; `undefined` when it is none. */
  readonly row: number | undefined;
  /** Field at the position; `undefined` between fields. */
  readonly field: LineField | undefined;
}

/** What stands at a position; `undefined` when the document shows no log or the line is gone. */
export async function logPosition(store: LogStore, uri: string, position: Position): Promise<LogPosition | undefined> {
  const part = parseLinesUri(uri);
  const log = await store.log(part?.log ?? uri);
  if (log === undefined) return undefined;
  const line = part === undefined ? position.line + 1 : linesOfFilter(log, part.filter)[position.line];
  const text = line === undefined ? undefined : await log.lines.line(line);
  if (line === undefined || text === undefined) return undefined;
  const field = fieldAt(text, position.character, await directiveBefore(log, line));
  return { log, line, text, row: log.model.table.rowOfLine(line), field };
}
