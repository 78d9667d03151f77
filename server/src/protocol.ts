import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { LineConditions } from './log/lineConditions';
import type { Severity } from './rules/finding';
import type { KnownGoodEntry } from './site/known/knownGood';

/**
 * Everything that client and server say to each other beyond the language server protocol. Types are plain JSON. This is
 * the only file of the server that the client imports.
 */

/** Languages of documents that are read as logs: access logs, error logs, logs of FTP and mail. */
export const LOG_LANGUAGES = ['access-log', 'error-log', 'service-log'] as const;

/** Scheme of packed logs shown unpacked: the URI is that of the packed file with the scheme exchanged. */
export const ARCHIVE_SCHEME = 'log-archive';

/** Scheme of documents that show some lines of a log; see `linesUri`. */
export const LINES_SCHEME = 'log-lines';

/** Scheme of documents that explain a finding; see `findingUri`. */
export const FINDING_SCHEME = 'log-finding';
/** Lines of the log that such a document shows. */
export const FINDING_DOCUMENT_LINES = 50;

/**
 * Scheme of documents that show a file in an archive of a site. Their path is that of the archive with that of the file behind it,
 * as findings have it: `/site/backup.zip!/wp-login.php`.
 */
export const MEMBER_SCHEME = 'site-archive';

/** Scheme of documents that show what hidden code of a site says; see `decodedUri`. */
export const DECODED_SCHEME = 'site-decoded';

export type { Severity };

/** What the client hands the server at the start. */
export interface InitializationOptions {
  /** The user's language, a BCP 47 tag. */
  readonly locale: string;
  /** File of the messages in that language (l10n/bundle.l10n.ja.json); absent for English. */
  readonly words?: string;
  /**
   * Folder that the editor keeps for the extension: large packed logs are kept there unpacked while they are open, and what the
   * files of audited sites say.
   */
  readonly storage?: string;
}

//#region Logs

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

/** Which lines of a log to show. */
export type LineFilter =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'endpoint'; readonly method: string; readonly path: string }
  | { readonly kind: 'addressOnEndpoint'; readonly address: string; readonly method: string; readonly path: string }
  /** Lines that are no entries. */
  | { readonly kind: 'unreadable' };

/** Client → server: the text of the lines that pass a filter. */
export const FilteredLinesRequest = new RequestType<LinesOfLog, FilteredLines, void>('logSiteAudit/filteredLines');

/** Lines of a log: what a `log-lines:` document shows. */
export interface LinesOfLog {
  /** URI of the log's document. */
  readonly log: string;
  readonly filter: LineFilter;
}

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

/**
 * The `log-lines:` URI of some lines of a log; its path is the name that the editor shows. The log's own name stands last: VS
 * Code takes the end for the file's type, and the name of a PHP file there would have the lines read as PHP.
 */
export function linesUri(lines: LinesOfLog): string {
  const name = `${describeFilter(lines.filter)} · ${fileName(lines.log)}`.replaceAll('/', '⁄');
  return `${LINES_SCHEME}:/${encodeURIComponent(name)}?${encodeURIComponent(JSON.stringify(lines))}`;
}

/** The lines that a `log-lines:` URI names, or `undefined` when it is none. */
export function parseLinesUri(uri: string): LinesOfLog | undefined {
  const query = uri.startsWith(`${LINES_SCHEME}:`) ? uri.slice(uri.indexOf('?') + 1) : '';
  try {
    const lines: unknown = JSON.parse(decodeURIComponent(query));
    return isLinesOfLog(lines) ? lines : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value that came from outside says which lines of a log to show. */
export function isLinesOfLog(value: unknown): value is LinesOfLog {
  if (!isRecord(value) || typeof value['log'] !== 'string' || !isRecord(value['filter'])) return false;
  const { kind, address, method, path } = value['filter'];
  if (kind === 'unreadable') return true;
  if (kind === 'address') return typeof address === 'string';
  const hasEndpoint = typeof method === 'string' && typeof path === 'string';
  return kind === 'endpoint' ? hasEndpoint : kind === 'addressOnEndpoint' && hasEndpoint && typeof address === 'string';
}

/** Client → server: why there is a finding, as plain text. */
export const WhyFindingRequest = new RequestType<FindingOfLog, WhyFinding, void>('logSiteAudit/whyFinding');

/** A finding of a log: the `nth` (from 0) of those that a rule has at a line (from 1). */
export interface FindingOfLog {
  /** URI of the log's document. */
  readonly log: string;
  readonly rule: string;
  readonly line: number;
  readonly nth: number;
}

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

/** The `log-finding:` URI of the document that explains a finding. Its path, which the editor shows, ends as its language does. */
export function findingUri(finding: FindingOfLog): string {
  const name = `${finding.rule} · ${fileName(finding.log)}`.replaceAll('/', '⁄');
  return `${FINDING_SCHEME}:/${encodeURIComponent(name)}.finding?${encodeURIComponent(JSON.stringify(finding))}`;
}

/** The finding that a `log-finding:` URI names, or `undefined` when it is none. */
export function parseFindingUri(uri: string): FindingOfLog | undefined {
  const query = uri.startsWith(`${FINDING_SCHEME}:`) ? uri.slice(uri.indexOf('?') + 1) : '';
  try {
    const finding: unknown = JSON.parse(decodeURIComponent(query));
    return isFindingOfLog(finding) ? finding : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value that came from outside names a finding. */
export function isFindingOfLog(value: unknown): value is FindingOfLog {
  if (!isRecord(value)) return false;
  const { log, rule, line, nth } = value;
  const numbers = [line, nth].every((each) => Number.isSafeInteger(each) && Number(each) >= 0);
  return typeof log === 'string' && typeof rule === 'string' && numbers;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function fileName(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}

function describeFilter(filter: LineFilter): string {
  if (filter.kind === 'unreadable') return '?';
  if (filter.kind === 'address') return filter.address;
  const endpoint = `${filter.method} ${filter.path}`;
  return filter.kind === 'endpoint' ? endpoint : `${filter.address} ${endpoint}`;
}

//#endregion
//#region Folders of logs

/**
 * Client → server: read the logs of a folder or an archive together. What was found is published as diagnostics of each of them,
 * open or not. Reports work-done progress; cancelled through the request's token.
 */
export const ReadLogFolderRequest = new RequestType<ReadLogFolderParams, LogFolderResult, void>(
  'logSiteAudit/readLogFolder',
);
export interface ReadLogFolderParams {
  /** URI of the folder or the archive. */
  readonly folder: string;
  readonly workDoneToken?: string | number;
}

export interface LogFolderResult {
  readonly folder: string;
  readonly logs: readonly LogOfFolder[];
  /** Entries of all logs, each once. */
  readonly entries: number;
  /** Entries that were left out as another log has them, too. */
  readonly copied: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Files that could not be read, or for which there was no room. */
  readonly unread: number;
  /** Files that are no logs. */
  readonly others: number;
  /** All of this in words, log by log. */
  readonly summary: string;
}

/** A log of a folder. */
export interface LogOfFolder {
  /** URI of the document that shows it. */
  readonly uri: string;
  readonly name: string;
  readonly entries: number;
}

/** Client → server: forget what the logs of folders said. */
export const LogFoldersCleared = new NotificationType<void>('logSiteAudit/logFoldersCleared');

/**
 * Client → server: the beginning of a log with its packing taken off, for packings that the client knows nothing of. The URI is
 * one of `ARCHIVE_SCHEME`.
 */
export const UnpackRequest = new RequestType<UnpackParams, UnpackedText, void>('logSiteAudit/unpack');
export interface UnpackParams {
  readonly uri: string;
  readonly maximumBytes: number;
}

export interface UnpackedText {
  /** The bytes in Base64 (RFC 4648). */
  readonly bytes: string;
  /** Whether this is all; otherwise the bytes end with the last line that fitted whole. */
  readonly complete: boolean;
}

//#endregion
//#region Log view

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

//#endregion
//#region Site

/** Client → server: audit a site folder. Reports work-done progress; cancelled through the request's token. */
export const AuditSiteRequest = new RequestType<AuditSiteParams, SiteAuditResult, void>('logSiteAudit/auditSite');
export interface AuditSiteParams {
  /** URI of the folder. */
  readonly folder: string;
  readonly workDoneToken?: string | number;
}

/**
 * Client → server: audit a site folder beside a clean copy of it, and say what differs. Reports and is cancelled as an audit is.
 */
export const CompareWithCleanCopyRequest = new RequestType<CompareParams, SiteAuditResult, void>(
  'logSiteAudit/compareWithCleanCopy',
);
export interface CompareParams extends AuditSiteParams {
  /** URI of the folder or the archive that holds the clean copy. */
  readonly cleanCopy: string;
}

export interface SiteAuditResult {
  readonly folder: string;
  readonly files: number;
  /** Files that archives of the folder hold, which are looked at as well. */
  readonly inArchives: number;
  /** Files and folders that the user's patterns left out. */
  readonly excluded: number;
  /** Findings in libraries that are no more than information, which are not among `findings`. */
  readonly quiet: number;
  /** Findings in files that the user or a clean copy says to be good, which are not among `findings`. */
  readonly knownGood: number;
  /** How the site differs from the clean copy, in words; absent where there is none. */
  readonly comparison?: string;
  readonly bytes: number;
  readonly findings: readonly SiteFinding[];
  /** What could not be read, with the reason, in the user's language. */
  readonly problems: readonly { readonly file: string; readonly message: string }[];
}

/** A finding of the site audit as the tree shows it. */
export interface SiteFinding {
  readonly rule: string;
  /** Title of the rule. */
  readonly ruleTitle: string;
  readonly severity: Severity;
  readonly title: string;
  readonly detail: string;
  readonly advice: string;
  /** Path relative to the folder, with `/`. */
  readonly file: string;
  /** From 0; absent where the whole file is meant. */
  readonly line?: number;
  readonly column?: number;
  /** Column behind the last character; absent where a point is meant. */
  readonly endColumn?: number;
  /** Further places, from 0, with what is seen there. */
  readonly related: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    /** Column behind the last character; absent where a point is meant. */
    readonly endColumn?: number;
    readonly note: string;
  }[];
  /** What hidden code of the file says; absent where none was decoded. */
  readonly decoded?: {
    /** The beginning in one line, hidden characters written out. */
    readonly excerpt: string;
    /** URI of the document that shows all that is known. */
    readonly document: string;
  };
}

/** A finding of an audited site: the `nth` (from 0) of those that a rule has in a file. */
export interface FindingOfSite {
  /** URI of the audited folder. */
  readonly folder: string;
  /** Path relative to the folder, with `/`. */
  readonly file: string;
  readonly rule: string;
  readonly nth: number;
}

/** Client → server: the text of the document that shows what hidden code says; says so when the finding is not known any more. */
export const DecodedTextRequest = new RequestType<FindingOfSite, string, void>('logSiteAudit/decodedText');

/** The `site-decoded:` URI of the document for a finding. Its path, which the editor shows, ends as the code's language does. */
export function decodedUri(finding: FindingOfSite): string {
  const name = finding.file.slice(finding.file.lastIndexOf('/') + 1).replaceAll(/\p{C}/gu, '\u{fffd}');
  const extension = /\.m?js$/i.test(name) ? 'js' : 'php';
  return `${DECODED_SCHEME}:/${encodeURIComponent(`${name} · decoded.${extension}`)}?${encodeURIComponent(JSON.stringify(finding))}`;
}

/** The finding that a `site-decoded:` URI names, or `undefined` when it is none. */
export function parseDecodedUri(uri: string): FindingOfSite | undefined {
  const query = uri.startsWith(`${DECODED_SCHEME}:`) ? uri.slice(uri.indexOf('?') + 1) : '';
  try {
    const finding: unknown = JSON.parse(decodeURIComponent(query));
    return isFindingOfSite(finding) ? finding : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value that came from outside names a finding of a site. */
export function isFindingOfSite(value: unknown): value is FindingOfSite {
  if (!isRecord(value)) return false;
  const { folder, file, rule, nth } = value;
  const texts = [folder, file, rule].every((each) => typeof each === 'string');
  return texts && Number.isSafeInteger(nth) && Number(nth) >= 0;
}

/** How findings can be handed on. */
export type ReportFormat = 'csv' | 'json' | 'markdown';

/** Client → server: findings of audited sites as a text to hand on. */
export const SiteReportRequest = new RequestType<SiteReportParams, SiteReportAnswer, void>('logSiteAudit/siteReport');
export interface SiteReportParams {
  readonly format: ReportFormat;
  readonly findings: readonly FindingOfSite[];
}

export interface SiteReportAnswer {
  readonly text: string;
  /** Findings that are not in it, as they are not known any more. */
  readonly unknown: number;
}

/**
 * Client → server: the entry by which the audit trusts what a file says now, wherever it lies. The client keeps it among the user's
 * own settings (`KNOWN_GOOD_SETTING`), as it does with all that the user allows.
 */
export const AddKnownGoodRequest = new RequestType<KnownGoodParams, KnownGoodAnswer, void>('logSiteAudit/addKnownGood');
export interface KnownGoodParams {
  /** URI of a file on the disk. */
  readonly uri: string;
  /** Why it is trusted, in the user's words; may be empty. */
  readonly note: string;
}

/** The entry, or why there can be none, in the user's language. */
export type KnownGoodAnswer = { readonly entry: KnownGoodEntry } | { readonly problem: string };
export type { KnownGoodEntry };

/** Setting with the list of `KnownGoodEntry`, without the section's name. */
export const KNOWN_GOOD_SETTING = 'siteKnownGood';

/** Client → server: the text of a `MEMBER_SCHEME` document. */
export const MemberTextRequest = new RequestType<{ readonly uri: string }, MemberTextAnswer, void>(
  'logSiteAudit/memberText',
);

/** The text, or why there is none, in the user's language. */
export type MemberTextAnswer =
  | {
      readonly text: string;
      /** Bytes of the file that are shown, where it has more. */
      readonly shownBytes?: number;
    }
  | { readonly problem: string };

/** Client → server: URI of the site file that a request path was most probably for, or `null`. */
export const SiteFileRequest = new RequestType<{ readonly path: string }, string | null, void>('logSiteAudit/siteFile');

/** Client → server: how often the open logs saw the files of an audited folder called. */
export const SiteCallsRequest = new RequestType<{ readonly folder: string }, SiteCalls, void>('logSiteAudit/siteCalls');

/** Requests by file (path relative to the folder); files that no open log saw called are absent. */
export interface SiteCalls {
  /** How many logs are open; 0 means that nothing can be said. */
  readonly logs: number;
  readonly requests: Readonly<Record<string, number>>;
}

//#endregion
//#region Commands

/** Commands that lenses name; the client has them. */
export const SHOW_LINES_COMMAND = 'logSiteAudit.showLines';
export const LOOK_UP_ADDRESS_COMMAND = 'logSiteAudit.lookUpAddress';
export const OPEN_SITE_FILE_COMMAND = 'logSiteAudit.openSiteFile';
/** Takes a `LineInLog` and brings the cursor there. */
export const SHOW_LOG_LINE_COMMAND = 'logSiteAudit.showLogLine';
/** Takes a `FindingOfLog` and opens the document that explains it. */
export const WHY_FINDING_COMMAND = 'logSiteAudit.whyFinding';
/** Takes an address or a path: the rules ignore its requests from now on. */
export const IGNORE_ADDRESS_COMMAND = 'logSiteAudit.ignoreAddress';
export const IGNORE_PATH_COMMAND = 'logSiteAudit.ignorePath';
/** Takes a `RuleSeverity` and sets it. */
export const SET_RULE_SEVERITY_COMMAND = 'logSiteAudit.setRuleSeverity';
export interface RuleSeverity {
  readonly rule: string;
  readonly severity: Severity | 'off';
  /** Title of the rule, for people. */
  readonly title: string;
}
/** Takes the id of a rule and opens its place in the documentation. */
export const SHOW_RULE_COMMAND = 'logSiteAudit.showRule';
/** Takes a `FindingOfSite` and opens what its hidden code says. */
export const SHOW_DECODED_COMMAND = 'logSiteAudit.showDecoded';
/** Takes a `FindingOfSite` and brings the view of the findings to it. */
export const REVEAL_FINDING_COMMAND = 'logSiteAudit.revealFinding';
/** Takes the URI of a file of an audited site and moves the file out of the site, after asking. */
export const QUARANTINE_COMMAND = 'logSiteAudit.quarantine';
/** Takes the URI of a file of an audited site: the audit trusts what it says now. */
export const MARK_KNOWN_GOOD_COMMAND = 'logSiteAudit.markKnownGood';
/** Takes what to look for among the settings. */
export const OPEN_SETTINGS_COMMAND = 'workbench.action.openSettings';
export const ALLOW_LIST_SETTINGS = 'logSiteAudit.allowList';
export const SHOW_PROBLEMS_COMMAND = 'workbench.actions.view.problems';

//#endregion
