import { LogEntry, type LogEvents } from './logEntry';
import type { LogOutcome, LogReadingTools, OpenLog } from './logDocument';
import type { LogSource } from './logVersion';
import { pathOfUri } from './uris';

/** The open logs, by the URIs of their documents. */
export class LogStore {
  readonly #entries = new Map<string, LogEntry>();
  readonly #versions = new Map<string, number>();
  readonly #tools: () => Promise<LogReadingTools>;
  readonly #events: LogEvents;

  constructor(tools: () => Promise<LogReadingTools>, events: LogEvents) {
    this.#tools = tools;
    this.#events = events;
  }

  /** A log that shows what is on the disk was opened, or it changed there. */
  openFile(uri: string, version: number): void {
    const path = pathOfUri(uri);
    if (path !== undefined) this.#update(uri, version, { kind: 'file', path });
  }

  /** A log was edited behind what is on the disk. */
  openTail(uri: string, version: number, tail: string): void {
    const path = pathOfUri(uri);
    if (path !== undefined) this.#update(uri, version, { kind: 'fileAndTail', path, tail });
  }

  /**
   * A log whose text the editor owns was opened or edited.
   * @param unchanged UTF-16 units at its beginning that are as in the version before
   */
  openText(uri: string, version: number, text: string, unchanged = 0): void {
    this.#update(uri, version, { kind: 'text', text, unchanged });
  }

  /** Whether an edit that left so many UTF-16 units at the beginning of a text alone leaves next to nothing to be read. */
  isEnd(uri: string, unchanged: number): boolean {
    return this.#entries.get(uri)?.isEnd(unchanged) ?? false;
  }

  close(uri: string): void {
    this.#entries.get(uri)?.close();
    this.#entries.delete(uri);
    this.#versions.delete(uri);
  }

  /** Version of the log that was read last or is being read; `undefined` when it is not open. */
  version(uri: string): number | undefined {
    return this.#versions.get(uri);
  }

  /** Reads all logs again, with new settings. */
  rereadAll(): void {
    for (const entry of this.#entries.values()) entry.reread();
  }

  /** The outcome of a log where it is known at once; `undefined` while it is read. */
  known(uri: string): LogOutcome | undefined {
    return this.#entries.get(uri)?.known;
  }

  /** The outcome of a log's newest version, waited for; `undefined` when the log is not open or was closed meanwhile. */
  async outcome(uri: string): Promise<LogOutcome | undefined> {
    return this.#entries.get(uri)?.outcome();
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

  #update(uri: string, version: number, source: LogSource): void {
    this.#versions.set(uri, version);
    const entry = this.#entries.get(uri);
    if (entry !== undefined) entry.update(source);
    else this.#entries.set(uri, new LogEntry(uri, source, this.#tools, this.#events));
  }
}
