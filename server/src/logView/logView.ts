import { rowOfText, viewRows } from '../features/viewRows';
import { textOf, type LogOutcome, type LogText } from '../logDocument';
import {
  MOST_VIEW_ROWS,
  type LineConditions,
  type LogViewMatch,
  type LogViewOverview,
  type LogViewRows,
  type LogViewSearch,
  type LogViewSelection,
  type LogViewState,
} from '../protocol';
import { LiveSelection, type SelectionTools } from './liveSelection';
import { overviewOf } from './overview';

/** Pause in which changes are told together, in ms: a viewer need not draw more often. */
const TELL_PAUSE = 50;

/** What a viewer shows: all lines of a log, or those that a filter lets pass, and what is searched for in them. */
export class LogView {
  readonly uri: string;
  readonly #view: string;
  readonly #tools: SelectionTools;
  readonly #tell: (state: LogViewState) => void;
  #outcome: LogOutcome | undefined;
  #beginning: readonly string[] = [];
  #progress: number | undefined;
  #version = 0;
  #filter: LiveSelection | undefined;
  #conditions: LineConditions | undefined;
  #search: LiveSelection | undefined;
  #searched: LogViewSearch | undefined;
  #telling: NodeJS.Timeout | undefined;
  #isDisposed = false;

  constructor(view: string, uri: string, tools: SelectionTools, tell: (state: LogViewState) => void) {
    this.#view = view;
    this.uri = uri;
    this.#tools = tools;
    this.#tell = tell;
    this.#changed();
  }

  /** First lines to show while the log is read. */
  showBeginning(lines: readonly string[]): void {
    if (this.#outcome !== undefined) return;
    this.#beginning = lines;
    this.#version++;
    this.#changed();
  }

  /** How much of the log is read, 0 to 1. */
  showProgress(progress: number): void {
    this.#progress = progress;
    this.#changed();
  }

  /**
   * The log was read.
   * @param unchangedLines lines at its beginning that are as before
   */
  show(outcome: LogOutcome, unchangedLines: number): void {
    this.#outcome = outcome;
    this.#progress = undefined;
    this.#beginning = [];
    this.#version++;
    const text = textOf(outcome);
    if (text === undefined) this.#forgetSelections();
    else this.#select(text, unchangedLines);
    this.#changed();
  }

  /** Shows only the lines that meet conditions; all without any. */
  filter(conditions: LineConditions | undefined): void {
    this.#filter?.dispose();
    this.#filter = undefined;
    this.#conditions = conditions;
    this.#version++;
    const text = this.#text;
    if (text !== undefined) this.#startFilter(text);
    this.#startSearch();
    this.#changed();
  }

  /** Looks for lines with a text among those that are shown. */
  search(search: LogViewSearch | undefined): void {
    this.#searched = search;
    this.#startSearch();
    this.#changed();
  }

  async rows(first: number, count: number): Promise<LogViewRows> {
    const version = this.#version;
    const from = Math.max(0, first);
    const number = Math.max(0, Math.min(count, MOST_VIEW_ROWS, this.#rowCount - from));
    if (this.#outcome === undefined) {
      const rows = this.#beginning.slice(from, from + number).map((text, index) => rowOfText(from + index + 1, text));
      return { version, rows };
    }
    const all = (): Uint32Array => Uint32Array.from({ length: number }, (_, index) => from + index + 1);
    // A copy, as the lines may grow while they are read.
    const lines = this.#filter?.lines.slice(from, number).slice() ?? all();
    return { version, rows: await viewRows(this.#outcome, lines) };
  }

  /** Row of a line (both from 0); of a line that is not shown the next one that is. */
  rowOfLine(line: number): number {
    return this.#filter === undefined ? line : this.#filter.lines.countUpTo(line);
  }

  /** The next row, from `row` on or back, that was found; from the other end where there is none and all was searched. */
  match(row: number, backwards: boolean): LogViewMatch | null {
    const search = this.#search;
    if (search === undefined || search.lines.length === 0) return null;
    const line = this.#lineOfRow(row);
    const before = search.lines.countUpTo(backwards ? line : line - 1);
    const at = backwards ? before - 1 : before;
    const isOutside = at < 0 || at >= search.lines.length;
    if (isOutside && !search.isComplete) return null;
    const place = isOutside ? (backwards ? search.lines.length - 1 : 0) : at;
    return { row: this.rowOfLine(search.lines.slice(place, 1)[0]! - 1), nth: place + 1 };
  }

  async overview(parts: number): Promise<LogViewOverview> {
    return overviewOf(this.#outcome, parts, this.#rowCount, this.#filter?.lines, this.#search?.lines);
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#telling);
    this.#forgetSelections();
  }

  get #text(): LogText | undefined {
    return textOf(this.#outcome);
  }

  get #rowCount(): number {
    if (this.#outcome === undefined) return this.#beginning.length;
    return this.#filter?.lines.length ?? this.#text?.table.lineIndex.lines ?? 0;
  }

  /** Line (from 1) of a row (from 0); behind the last row, that behind all lines. */
  #lineOfRow(row: number): number {
    if (this.#filter === undefined) return row + 1;
    return this.#filter.lines.slice(Math.max(0, row), 1)[0] ?? Number.MAX_SAFE_INTEGER;
  }

  /** Goes on with what was selected in the text before. */
  #select(text: LogText, unchangedLines: number): void {
    // What is searched for among filtered lines is searched for again once these are known.
    if (this.#filter !== undefined) return this.#filter.goOn(text, unchangedLines);
    this.#startFilter(text);
    if (this.#search !== undefined && this.#filter === undefined) this.#search.goOn(text, unchangedLines);
    else this.#startSearch();
  }

  #startFilter(text: LogText): void {
    const conditions = this.#conditions;
    if (conditions === undefined) return;
    this.#filter = new LiveSelection(text, { conditions }, this.#tools, () => {
      if (this.#filter?.isComplete) this.#startSearch();
      this.#changed();
    });
  }

  /** What is searched for is searched for among the lines that the filter lets pass, once these are known. */
  #startSearch(): void {
    this.#search?.dispose();
    this.#search = undefined;
    const text = this.#text;
    if (this.#searched === undefined || text === undefined || this.#filter?.isComplete === false) return;
    const within = this.#filter?.lines.slice(0, this.#filter.lines.length).slice();
    const wanted = { conditions: this.#searched, within };
    this.#search = new LiveSelection(text, wanted, this.#tools, () => this.#changed());
  }

  #forgetSelections(): void {
    this.#filter?.dispose();
    this.#filter = undefined;
    this.#search?.dispose();
    this.#search = undefined;
  }

  #changed(): void {
    if (this.#isDisposed) return;
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      this.#tell(this.#state());
    }, TELL_PAUSE);
  }

  #state(): LogViewState {
    const outcome = this.#outcome;
    const text = this.#text;
    return {
      view: this.#view,
      uri: this.uri,
      phase: phaseOf(outcome),
      version: this.#version,
      rows: this.#rowCount,
      lines: text?.table.lineIndex.lines ?? this.#beginning.length,
      isSlow: text?.stored.kind === 'packed',
      ...(this.#progress !== undefined && { progress: this.#progress }),
      ...(outcome?.kind === 'problem' && { problem: outcome.message }),
      ...(this.#conditions && { filter: { conditions: this.#conditions, ...stateOf(this.#filter) } }),
      ...(this.#searched && { search: { ...this.#searched, ...stateOf(this.#search) } }),
    };
  }
}

function stateOf(selection: LiveSelection | undefined): LogViewSelection {
  return selection?.state ?? { found: 0, progress: 0 };
}

function phaseOf(outcome: LogOutcome | undefined): LogViewState['phase'] {
  if (outcome === undefined) return 'reading';
  return outcome.kind === 'problem' ? 'problem' : 'ready';
}
