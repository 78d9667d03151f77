import type { JobProgress, SelectLinesJob } from '../jobs';
import { openBytes } from '../log/seekableBytes';
import { selectLines } from '../log/selectLines';
import type { LogReadingTools, LogText } from '../logDocument';
import { describeProblem } from '../problems';
import type { LogViewSelection } from '../protocol';
import { LineSelection } from './lineSelection';

/** So many lines are looked through at once; for more a worker thread is started. */
const LINES_AT_ONCE = 20_000;

/** What a selection takes of the server. */
export type SelectionTools = () => Promise<Pick<LogReadingTools, 'runJob' | 'disk' | 'language'>>;

/**
 * The lines of a log that meet conditions: they are looked for in a worker thread, told of as they come, and go on when the log
 * does.
 */
export class LiveSelection {
  readonly lines = new LineSelection();
  readonly #wanted: Pick<SelectLinesJob, 'conditions' | 'within'>;
  readonly #tools: SelectionTools;
  readonly #onChange: () => void;
  #text: LogText;
  /** Lines that were looked through. */
  #done = 0;
  /** Lines of those that are still the same. */
  #unchanged = Number.POSITIVE_INFINITY;
  #stop = new AbortController();
  #isRunning = false;
  #isDisposed = false;
  #progress = 0;
  #problem: string | undefined;

  /** @param onChange told when there are more lines, and when all were looked through */
  constructor(
    text: LogText,
    wanted: Pick<SelectLinesJob, 'conditions' | 'within'>,
    tools: SelectionTools,
    onChange: () => void,
  ) {
    this.#text = text;
    this.#wanted = wanted;
    this.#tools = tools;
    this.#onChange = onChange;
    void this.#run();
  }

  get isComplete(): boolean {
    return !this.#isRunning;
  }

  get state(): LogViewSelection {
    const problem = this.#problem === undefined ? {} : { problem: this.#problem };
    return { found: this.lines.length, progress: this.#progress, ...problem };
  }

  /**
   * The log has another text now.
   * @param unchangedLines lines at its beginning that are as before
   */
  goOn(text: LogText, unchangedLines: number): void {
    this.#text = text;
    this.#unchanged = Math.min(this.#unchanged, unchangedLines);
    // The text of a log that only grew is looked through to its end first, or it never would be.
    if (unchangedLines === 0) this.#stop.abort();
    if (!this.#isRunning) void this.#run();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#stop.abort();
  }

  /** Looks through all lines that were not looked through yet. Never rejects. */
  async #run(): Promise<void> {
    this.#isRunning = true;
    while (!this.#isDisposed) {
      this.#done = Math.min(this.#done, this.#unchanged);
      this.#unchanged = Number.POSITIVE_INFINITY;
      this.lines.cutBehind(this.#done);
      const text = this.#text;
      const lines = text.table.lineIndex.lines;
      if (this.#done >= lines) break;
      this.#stop = new AbortController();
      if (await this.#lookThrough(text, this.#stop.signal)) this.#done = lines;
      else if (!this.#stop.signal.aborted) break;
    }
    this.#isRunning = false;
    this.#progress = 1;
    if (!this.#isDisposed) this.#onChange();
  }

  /** Whether it came to the end. */
  async #lookThrough(text: LogText, signal: AbortSignal): Promise<boolean> {
    const firstLine = this.#done + 1;
    const { table } = text;
    const onProgress = ({ done, lines }: JobProgress): void => {
      if (signal.aborted) return;
      if (lines !== undefined) this.lines.add(lines);
      this.#progress = done / Math.max(1, table.lineIndex.bytes);
      this.#onChange();
    };
    try {
      const { runJob, disk, language } = await this.#tools();
      if (table.lineIndex.lines - this.#done <= LINES_AT_ONCE) {
        const bytes = openBytes(text.stored, disk);
        await selectLines(table, bytes, { ...this.#wanted, firstLine }, (lines, done) =>
          onProgress({ done, total: undefined, lines: Uint32Array.from(lines) }),
        );
      } else {
        const job: SelectLinesJob = { kind: 'selectLines', table, stored: text.stored, firstLine, ...this.#wanted };
        await runJob(job, language, { signal, onProgress });
      }
      return !signal.aborted;
    } catch (error) {
      if (!signal.aborted) this.#problem = describeProblem(error);
      return false;
    }
  }
}
