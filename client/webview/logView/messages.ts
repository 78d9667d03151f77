import type {
  LineConditions,
  LogViewMatch,
  LogViewOverview,
  LogViewRow,
  LogViewSearch,
  LogViewState,
  Severity,
} from '../../../server/src/protocol';

/** What the viewer's page and the extension say to each other. Types only: each side has its own code. */

export type { LineConditions, LogViewMatch, LogViewOverview, LogViewRow, LogViewSearch, LogViewState, Severity };

/** Words of the page in the user's language, by their names. */
export type Words = Readonly<Record<WordName, string>>;

/** Names of the page's words. `{0}` and `{1}` in a word stand for numbers. */
export type WordName =
  | 'log'
  | 'reading'
  | 'readingPart'
  | 'slow'
  | 'lines'
  | 'linesOf'
  | 'lineAt'
  | 'noLines'
  | 'noLinesPass'
  | 'cut'
  | 'find'
  | 'findNext'
  | 'findPrevious'
  | 'matchCase'
  | 'close'
  | 'found'
  | 'foundAt'
  | 'foundNone'
  | 'searching'
  | 'goToLine'
  | 'filter'
  | 'address'
  | 'addressHint'
  | 'path'
  | 'pathHint'
  | 'status'
  | 'statusHint'
  | 'from'
  | 'fromHint'
  | 'until'
  | 'untilHint'
  | 'text'
  | 'textHint'
  | 'clearFilter'
  | 'unreadableOnly'
  | 'filtering'
  | 'follow'
  | 'findings'
  | 'noFindings'
  | 'showLine'
  | 'details'
  | 'onlyThisAddress'
  | 'onlyThisPath'
  | 'onlyThisStatus'
  | 'error'
  | 'warning'
  | 'information'
  | 'hint';

/** Something that can be done, named by a number that the extension gave it. */
export interface ViewAction {
  readonly id: number;
  readonly title: string;
}

/** What stands above a line. */
export interface ViewLens {
  /** From 0. */
  readonly line: number;
  readonly actions: readonly ViewAction[];
}

export interface ViewFinding {
  readonly severity: Severity;
  /** What happened, in one line. */
  readonly title: string;
  /** Evidence and advice. */
  readonly detail: string;
  /** Its first line, from 0. */
  readonly line: number;
}

/** What a key or a command asks the page to do. */
export type ViewCommand =
  | 'find'
  | 'findNext'
  | 'findPrevious'
  | 'goToLine'
  | 'toggleFilter'
  | 'toggleFindings'
  | 'toggleFollow';

/** Extension → page. */
export type HostMessage =
  | { readonly type: 'words'; readonly words: Words; readonly locale: string }
  | { readonly type: 'state'; readonly state: LogViewState }
  | { readonly type: 'lenses'; readonly lenses: readonly ViewLens[] }
  /** `areAll`: the log was judged; otherwise nothing can be said of what is not among them. */
  | { readonly type: 'findings'; readonly findings: readonly ViewFinding[]; readonly areAll: boolean }
  | { readonly type: 'command'; readonly command: ViewCommand }
  /** Brings a line (from 0) into sight, and says what is known of it where that is asked for. */
  | { readonly type: 'reveal'; readonly line: number; readonly explain?: boolean }
  /** Sets the filter, as if it had been typed. */
  | { readonly type: 'filter'; readonly conditions: LineConditions }
  | { readonly type: 'answer'; readonly id: number; readonly answer: unknown };

/** What the page asks, and what it is answered. */
export interface Questions {
  rows: {
    readonly ask: { readonly first: number; readonly count: number };
    readonly answer: { readonly version: number; readonly rows: readonly LogViewRow[] };
  };
  match: { readonly ask: { readonly row: number; readonly backwards: boolean }; readonly answer: LogViewMatch | null };
  rowOfLine: { readonly ask: { readonly line: number }; readonly answer: number };
  overview: { readonly ask: { readonly parts: number }; readonly answer: LogViewOverview };
  /** What is known of the field at a place, as Markdown of the extension's own making; `null`: nothing. */
  hover: { readonly ask: { readonly line: number; readonly character: number }; readonly answer: string | null };
}

/** Page → extension. */
export type ViewMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'filter'; readonly conditions: LineConditions | null }
  | { readonly type: 'search'; readonly search: LogViewSearch | null }
  | { readonly type: 'act'; readonly action: number }
  /** Rows (from 0, the last one included) for the clipboard. */
  | { readonly type: 'copy'; readonly first: number; readonly last: number }
  | ViewQuestion;

export type ViewQuestion = {
  [Kind in keyof Questions]: {
    readonly type: 'ask';
    readonly id: number;
    readonly kind: Kind;
    readonly ask: Questions[Kind]['ask'];
  };
}[keyof Questions];
