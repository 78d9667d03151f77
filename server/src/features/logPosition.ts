import type { Position } from 'vscode-languageserver-protocol';
import { fieldAt, type LineField } from '../log/fieldAt';
import { formatsOfLog } from '../log/knownFormats';
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
  /** Row of the entry that the line is or belongs to; `undefined` when it is unreadable. */
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
  const directive = await directiveBefore(log, line);
  const field = fieldAt(text, position.character, directive, formatsOfLog(log.format, log));
  return { log, line, text, row: log.model.table.rowAtLine(line), field };
}
