import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { LineConditions } from '../log/lineConditions';
import type { Severity } from '../rules/finding';

/**
 * Client → server: a viewer shows a log that was opened with `LogOpened`. From now on the server tells it what there is to show;
 * the viewer asks for the rows that are visible. The client makes the names of viewers.
 */
export const LogViewOpened = new NotificationType<{ readonly view: string; readonly uri: string }>(
  'logSiteAudit/logViewOpened',
);

/** Client → server: a viewer was closed. */
export const LogViewClosed = new NotificationType<{ readonly view: string }>('logSiteAudit/logViewClosed');

/** Server → client: what a viewer has to show changed. */
export const LogViewChanged = new NotificationType<LogViewState>('logSiteAudit/logViewChanged');

export interface LogViewState {
  readonly view: string;
  /** URI of the log. */
  readonly uri: string;
  /** `reading`: there are some first lines at most. `problem`: there is nothing to show. */
  readonly phase: 'reading' | 'ready' | 'problem';
  /** How much of the log is read, 0 to 1; absent while unknown, and when it is ready. */
  readonly progress?: number;
  /** Why the log can't be shown, in the user's language. */
  readonly problem?: string;
  /** Changes whenever rows that were given may be others now. */
  readonly version: number;
  /** Rows that there are to show: all lines, or those that pass the filter. */
  readonly rows: number;
  /** Lines of the log. */
  readonly lines: number;
  /** Present while a filter is set. */
  readonly filter?: LogViewSelection & { readonly conditions: LineConditions };
  /** Present while something is searched for, among the lines that the filter lets pass. */
  readonly search?: LogViewSelection & LogViewSearch;
  /** The log is too large to be kept unpacked: every look-up unpacks it again. */
  readonly isSlow: boolean;
}

/** Lines that are being looked for. */
export interface LogViewSelection {
  /** Lines that were found so far. */
  readonly found: number;
  /** How much of the log was looked through, 0 to 1. */
  readonly progress: number;
  /** Why it was given up, in the user's language. */
  readonly problem?: string;
}

/** What lines must be like; all that is given must hold. */
export type { LineConditions };

/** Client → server: shows only the lines that meet conditions; `null` shows all. */
export const FilterLogView = new NotificationType<{
  readonly view: string;
  readonly conditions: LineConditions | null;
}>('logSiteAudit/filterLogView');

/** Client → server: looks for lines with a text, `null` for none any more. */
export const SearchLogView = new NotificationType<{
  readonly view: string;
  readonly search: LogViewSearch | null;
}>('logSiteAudit/searchLogView');
export type LogViewSearch = Required<Pick<LineConditions, 'text' | 'matchCase'>>;

/** Client → server: rows of a viewer, from `first` (from 0) on, fewer where there are no more. */
export const LogViewRowsRequest = new RequestType<
  { readonly view: string; readonly first: number; readonly count: number },
  LogViewRows,
  void
>('logSiteAudit/logViewRows');
/** Most rows that are given at once. */
export const MOST_VIEW_ROWS = 500;

export interface LogViewRows {
  /** Version of the state that the rows are of. */
  readonly version: number;
  readonly rows: readonly LogViewRow[];
}

export interface LogViewRow {
  /** Line in the log, from 0. */
  readonly line: number;
  /** The line's text, or the beginning of a very long one. */
  readonly text: string;
  /** How many UTF-16 units of the line are not in `text`. */
  readonly cut: number;
  readonly tokens: readonly LogViewToken[];
  /** Severity of the most urgent finding that the line belongs to. */
  readonly severity?: Severity;
}

/** A part of a row's text that has a colour of its own. */
export interface LogViewToken {
  /** In UTF-16 units, the end behind the last one. */
  readonly start: number;
  readonly end: number;
  /** Name of a semantic token type that the manifest declares. */
  readonly type: string;
  /** Whether it is in a finding that is an error or a warning. */
  readonly flagged: boolean;
}

/** Client → server: the next row, from `row` (from 0) on or back, that was found; `null` where none was found yet. */
export const LogViewMatchRequest = new RequestType<
  { readonly view: string; readonly row: number; readonly backwards: boolean },
  LogViewMatch | null,
  void
>('logSiteAudit/logViewMatch');
export interface LogViewMatch {
  readonly row: number;
  /** The how manyth of all that were found, from 1. */
  readonly nth: number;
}

/** Client → server: row (from 0) of a line (from 0); of a line that the filter keeps back the one that comes next. */
export const LogViewRowOfLine = new RequestType<{ readonly view: string; readonly line: number }, number, void>(
  'logSiteAudit/logViewRowOfLine',
);

/** Client → server: what is in each of so many parts of a viewer's rows, all of the same size, for the marks beside them. */
export const LogViewOverviewRequest = new RequestType<
  { readonly view: string; readonly parts: number },
  LogViewOverview,
  void
>('logSiteAudit/logViewOverview');
export interface LogViewOverview {
  /** Parts in which lines of findings are, by the most urgent of these. */
  readonly severities: Readonly<Record<Severity, readonly number[]>>;
  /** Parts in which something was found. */
  readonly found: readonly number[];
}
