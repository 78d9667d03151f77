import type { JobProgress } from './jobs';
import { lineToReadAgain } from './log/continueLog';
import { readLogDocument, type LogDocument, type LogOutcome, type LogReadingTools } from './logDocument';
import { baseVersion, planFor, type BaseVersion, type LogSource, type ReadingPlan } from './logVersion';
import { describeProblem } from './problems';

/** What is told of a log being read. */
export interface LogEvents {
  /** A log begins to be read from its beginning; the result is told of its progress. */
  readonly onReading: (uri: string) => LogReadingWatcher;
  /** A log was read, or could not be. */
  readonly onRead: (read: LogRead) => void;
}

export interface LogRead {
  readonly uri: string;
  readonly outcome: LogOutcome;
  /** How many lines at the beginning are the same as in the outcome before. */
  readonly unchangedLines: number;
  /** Tells when the outcome is out of date: a newer version came, or the log was closed. */
  readonly signal: AbortSignal;
}

export interface LogReadingWatcher {
  onProgress(progress: JobProgress): void;
  /** The reading ended, however it did. */
  onEnd(): void;
}

/** Tells several of a log being read. */
export function together(...watchers: readonly LogReadingWatcher[]): LogReadingWatcher {
  return {
    onProgress: (progress) => watchers.forEach((watcher) => watcher.onProgress(progress)),
    onEnd: () => watchers.forEach((watcher) => watcher.onEnd()),
  };
}

/** A source that is being read. */
interface Running {
  readonly source: LogSource;
  readonly stop: AbortController;
  /** Only what is new in it is read. */
  goesOn: boolean;
}

/**
 * One open log. It is read in a worker thread, one version after the other; where only its end has changed, by growth or by an
 * edit, only that is read and joined to what was read before.
 */
export class LogEntry {
  readonly #uri: string;
  readonly #tools: () => Promise<LogReadingTools>;
  readonly #events: LogEvents;
  #source: LogSource;
  /** The source that is to be read next. */
  #next: LogSource | undefined;
  #running: Running | undefined;
  #working: Promise<void> | undefined;
  #base: BaseVersion | undefined;
  /** Ends what the base needs: its temporary file. */
  #baseEnds = new AbortController();
  /** How many UTF-16 units at the beginning of a text are as in the base. */
  #unchanged = 0;
  #outcome: LogOutcome | undefined;
  /** Ends when the outcome is out of date. */
  #outcomeEnds = new AbortController();
  #isClosed = false;

  constructor(uri: string, source: LogSource, tools: () => Promise<LogReadingTools>, events: LogEvents) {
    this.#uri = uri;
    this.#source = source;
    this.#tools = tools;
    this.#events = events;
    this.update(source);
  }

  /** A newer version came, or may have come where the source is a file. */
  update(source: LogSource): void {
    this.#source = source;
    this.#next = source;
    if (source.kind === 'text') this.#unchanged = Math.min(this.#unchanged, source.unchanged);
    if (source.kind !== 'file') this.#outcomeEnds.abort();
    if (this.#running !== undefined && isInVain(this.#running, source)) this.#running.stop.abort();
    this.#working ??= this.#work();
  }

  /** Reads all of it again. */
  reread(): void {
    this.#base = undefined;
    this.#unchanged = 0;
    this.#running?.stop.abort();
    this.update(this.#source);
  }

  /** Whether an edit that left so many UTF-16 units at the beginning of the text alone leaves next to nothing to be read. */
  isEnd(unchanged: number): boolean {
    const cut = this.#base?.cut;
    return cut !== undefined && Math.min(unchanged, this.#unchanged) >= cut.unit;
  }

  close(): void {
    this.#isClosed = true;
    this.#next = undefined;
    this.#running?.stop.abort();
    this.#baseEnds.abort();
    this.#outcomeEnds.abort();
  }

  /** The outcome of the newest version; `undefined` while that is read. */
  get known(): LogOutcome | undefined {
    return this.#working === undefined || this.#isRightMeanwhile() ? this.#outcome : undefined;
  }

  /**
   * The outcome of the newest version, waited for; `undefined` when the log was closed meanwhile. What is known of a file stays
   * right when it grows, so that nobody waits for that.
   */
  async outcome(): Promise<LogOutcome | undefined> {
    while (this.#working !== undefined && !this.#isClosed && !this.#isRightMeanwhile()) await this.#working;
    return this.#isClosed ? undefined : this.#outcome;
  }

  #isRightMeanwhile(): boolean {
    return this.#outcome !== undefined && this.#source.kind === 'file' && this.#base?.source.kind === 'file';
  }

  async #work(): Promise<void> {
    for (let source = this.#take(); source !== undefined; source = this.#take()) {
      this.#running = { source, stop: new AbortController(), goesOn: false };
      await this.#read(this.#running);
      this.#running = undefined;
    }
    this.#working = undefined;
  }

  #take(): LogSource | undefined {
    const next = this.#next;
    // What is in the file comes before what is behind it.
    if (next?.kind === 'fileAndTail' && this.#base?.source.kind !== 'file') return { kind: 'file', path: next.path };
    this.#next = undefined;
    return next;
  }

  /** Never rejects, as nobody may be waiting. */
  async #read(running: Running): Promise<void> {
    const { source, stop } = running;
    try {
      const tools = await this.#tools();
      const plan = await planFor(source, this.#base, this.#unchanged, tools.disk);
      if (stop.signal.aborted) return;
      if (plan.kind === 'nothing') return this.#keep();
      running.goesOn = plan.job.soFar !== undefined;
      const document = await this.#readDocument(plan.job, tools, stop.signal);
      const base = plan.isBase ? await baseVersion(source, document, tools.disk) : undefined;
      if (stop.signal.aborted) return;
      const unchangedLines = plan.job.soFar === undefined ? 0 : lineToReadAgain(plan.job.soFar.table) - 1;
      if (base !== undefined) this.#goOnFrom(base, stop);
      // An edit that another one followed at once is not worth showing.
      if (this.#next !== undefined && source.kind !== 'file') return;
      this.#show(document.outcome, unchangedLines);
    } catch (error) {
      if (!stop.signal.aborted) this.#show({ kind: 'problem', message: describeProblem(error) }, 0);
    }
  }

  async #readDocument(job: ReadingPlan['job'], tools: LogReadingTools, signal: AbortSignal): Promise<LogDocument> {
    if (job.soFar !== undefined) return readLogDocument(this.#uri, job, tools, { signal });
    // Nothing that was known holds any more.
    this.#outcome = undefined;
    const watcher = this.#events.onReading(this.#uri);
    try {
      const onProgress = (progress: JobProgress): void => watcher.onProgress(progress);
      return await readLogDocument(this.#uri, job, tools, { signal, onProgress });
    } finally {
      watcher.onEnd();
    }
  }

  #goOnFrom(base: BaseVersion, ends: AbortController): void {
    this.#baseEnds.abort();
    this.#baseEnds = ends;
    this.#base = base;
    this.#unchanged = Number.POSITIVE_INFINITY;
  }

  /** The file has not changed: what was read of it is right, again after an edit that was undone. */
  #keep(): void {
    const { outcome, soFar } = this.#base?.document ?? {};
    if (outcome === undefined) return;
    // An edit may have come before everybody had heard of it; one that is still to be read tells more.
    const isTold = this.#next !== undefined || !this.#outcomeEnds.signal.aborted;
    if (outcome === this.#outcome && isTold) return;
    this.#show(outcome, soFar === undefined ? 0 : lineToReadAgain(soFar.table) - 1);
  }

  #show(outcome: LogOutcome, unchangedLines: number): void {
    this.#outcomeEnds.abort();
    this.#outcomeEnds = new AbortController();
    this.#outcome = outcome;
    this.#events.onRead({ uri: this.#uri, outcome, unchangedLines, signal: this.#outcomeEnds.signal });
  }
}

/**
 * Whether a reading is given up for a newer source. That of a file is not, as one that grows all the time would never be read
 * otherwise; nor that of an end, which is over before another thread could be started.
 */
function isInVain(running: Running, newer: LogSource): boolean {
  if (running.goesOn) return false;
  return newer.kind === 'text' || running.source.kind !== 'file';
}
