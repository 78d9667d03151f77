import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { Severity } from '../rules/finding';
import type { FindingOfLog } from './findingOfLog';
import type { LinesOfLog } from './linesOfLog';

/** Languages of documents that are read as logs: access logs, error logs, logs of FTP and mail. */
export const LOG_LANGUAGES = ['access-log', 'error-log', 'service-log'] as const;

/**
 * Client → server: a log was opened, or it changed on the disk. The server reads the file itself, so that no text crosses
 * for a document that shows what the disk has; edited documents are synchronised as text in the ordinary way.
 */
export const LogOpened = new NotificationType<LogOpenedParams>('logSiteAudit/logOpened');
export interface LogOpenedParams {
  readonly uri: string;
  readonly version: number;
}

/**
 * Client → server: a log that was opened with `LogOpened` was edited behind what the disk has: `tail` is all that stands there
 * now. So the text of a large log need not cross for what is added to it. `LogOpened` ends this when the disk has it all.
 */
export const LogTailEdited = new NotificationType<LogTailEditedParams>('logSiteAudit/logTailEdited');
export interface LogTailEditedParams extends LogOpenedParams {
  readonly tail: string;
}

/** Client → server: a log that was opened with `LogOpened` was closed. */
export const LogClosed = new NotificationType<{ readonly uri: string }>('logSiteAudit/logClosed');

/** Server → client: a log was read and judged (again), or could not be; time to draw its marks. */
export const LogAnalysed = new NotificationType<{ readonly uri: string }>('logSiteAudit/logAnalysed');

/** Client → server: lines of a log for the marks beside the scroll bar. */
export const LogMarksRequest = new RequestType<{ readonly uri: string }, LogMarks, void>('logSiteAudit/logMarks');

/** Lines (from 0) by the most urgent finding they belong to, as pairs `first, last` of adjoining lines. */
export type LogMarks = Readonly<Record<Severity, readonly number[]>>;

/** Client → server: the text of the lines that pass a filter. */
export const FilteredLinesRequest = new RequestType<LinesOfLog, FilteredLines, void>('logSiteAudit/filteredLines');

export interface FilteredLines {
  readonly text: string;
  /** Lines that pass the filter, whether shown or not. */
  readonly total: number;
  /** Lines in `text`. */
  readonly shown: number;
  /** Why there are none, in the user's language; absent when all went well. */
  readonly problem?: string;
}

/** Client → server: where line `line` (from 0) of a `log-lines:` document stands in its log (from 0). */
export const LineInLogRequest = new RequestType<
  { readonly uri: string; readonly line: number },
  LineInLog | null,
  void
>('logSiteAudit/lineInLog');
export interface LineInLog {
  readonly uri: string;
  readonly line: number;
}

/** Client → server: the entry on line `line` (from 0) of a log or a `log-lines:` document; `null` when it holds none. */
export const EntryAtRequest = new RequestType<
  { readonly uri: string; readonly line: number },
  EntryAtLine | null,
  void
>('logSiteAudit/entryAt');

/** What the commands for "this address" and "this endpoint" need to know of an entry. */
export interface EntryAtLine {
  /** URI of the log's document. */
  readonly log: string;
  /** Line in the log, from 0. */
  readonly line: number;
  /** Client address, or host name where the log has that. */
  readonly address: string;
  /** Absent when the request line can't be read. */
  readonly endpoint?: { readonly method: string; readonly path: string };
}

/** Client → server: why there is a finding, as plain text. */
export const WhyFindingRequest = new RequestType<FindingOfLog, WhyFinding, void>('logSiteAudit/whyFinding');

export interface WhyFinding {
  readonly text: string;
  /** What can be done, each at the line (from 0) of the text that it belongs to. */
  readonly actions: readonly FindingAction[];
}

/** A command of the editor that takes one argument. */
export interface FindingAction {
  readonly line: number;
  readonly title: string;
  readonly command: string;
  readonly argument: unknown;
}
