import { readLogDocument, type LogOutcome, type LogReadingTools, type OpenLog } from './logDocument';
import type { JobProgress, LogBytes } from './jobs';
import { pathOfUri } from './uris';
import { describeProblem } from './problems';

/** What the store tells of a log being read. */
export interface LogStoreEvents {
  /** A log begins to be read; the result is told of its progress. */
  readonly onReading: (uri: string) => LogReadingWatcher;
  /** A log was read, or could not be. `signal` tells when that is out of date: a newer version came, or it was closed. */
  readonly onRead: (uri: string, outcome: LogOutcome, signal: AbortSignal) => void;
}

export interface LogReadingWatcher {
  onProgress(progress: JobProgress): void;
  /** The reading ended, however it did. */
  onEnd(): void;
}

interface Entry {
  readonly version: number;
  readonly bytes: LogBytes;
  readonly stop: AbortController;
  readonly outcome: Promise<LogOutcome | undefined>;
}

/** The open logs. Each version of each is read once; a newer version stops the reading of the older. */
export class LogStore {
  readonly #entries = new Map<string, Entry>();
  readonly #tools: () => Promise<LogReadingTools>;
  readonly #events: LogStoreEvents;

  constructor(tools: () => Promise<LogReadingTools>, events: LogStoreEvents) {
    this.#tools = tools;
    this.#events = events;
  }

  /** A log that shows what is on the disk was opened or changed there. */
  openFile(uri: string, version: number): void {
    const path = pathOfUri(uri);
    if (path !== undefined) this.#open(uri, version, { path });
  }

  /** A log whose text the editor owns was opened or edited. */
  openText(uri: string, version: number, text: string): void {
    this.#open(uri, version, { text });
  }

  close(uri: string): void {
    this.#entries.get(uri)?.stop.abort();
    this.#entries.delete(uri);
  }

  /** Version of the log that was read last or is being read; `undefined` when it is not open. */
  version(uri: string): number | undefined {
    return this.#entries.get(uri)?.version;
  }

  /** Reads all logs again, with new settings. */
  rereadAll(): void {
    for (const [uri, { version, bytes }] of this.#entries) this.#open(uri, version, bytes);
  }

  /** The outcome of a log's newest version, waited for; `undefined` when the log is not open or was closed meanwhile. */
  async outcome(uri: string): Promise<LogOutcome | undefined> {
    const entry = this.#entries.get(uri);
    if (entry === undefined) return undefined;
    const outcome = await entry.outcome;
    // A newer version may have come while this one was waited for.
    return this.#entries.get(uri) === entry ? outcome : this.outcome(uri);
  }

  /** The log, once it is read; `undefined` when it is not open or unreadable. */
  async log(uri: string): Promise<OpenLog | undefined> {
    const outcome = await this.outcome(uri);
    return outcome?.kind === 'read' ? outcome.log : undefined;
  }

  /** All logs that are open and readable. */
  async logs(): Promise<OpenLog[]> {
    const logs = await Promise.all([...this.#entries.keys()].map((uri) => this.log(uri)));
    return logs.filter((log) => log !== undefined);
  }

  #open(uri: string, version: number, bytes: LogBytes): void {
    this.#entries.get(uri)?.stop.abort();
    const stop = new AbortController();
    this.#entries.set(uri, { version, bytes, stop, outcome: this.#read(uri, bytes, stop.signal) });
  }

  async #read(uri: string, bytes: LogBytes, signal: AbortSignal): Promise<LogOutcome | undefined> {
    const watcher = this.#events.onReading(uri);
    const onProgress = (progress: JobProgress): void => watcher.onProgress(progress);
    // Nobody may be waiting for the outcome, so it must never reject.
    const outcome = await this.#tools()
      .then((tools) => readLogDocument(uri, bytes, tools, { signal, onProgress }))
      .catch((error: unknown): LogOutcome => ({ kind: 'problem', message: describeProblem(error) }));
    watcher.onEnd();
    if (signal.aborted) return undefined;
    this.#events.onRead(uri, outcome, signal);
    return outcome;
  }
}
