import type { JobProgress } from '../jobs';
import type { LogRead, LogReadingWatcher } from '../logEntry';
import type { LogStore } from '../logStore';
import type { LogViewState } from '../protocol';
import { pathOfUri } from '../uris';
import { firstLines } from './beginning';
import type { SelectionTools } from './liveSelection';
import { LogView } from './logView';

/** The viewers that show logs, by their names. */
export class LogViews {
  readonly #views = new Map<string, LogView>();
  readonly #store: LogStore;
  readonly #tools: SelectionTools;
  readonly #tell: (state: LogViewState) => void;

  /** @param tell sends a viewer what it has to show */
  constructor(store: LogStore, tools: SelectionTools, tell: (state: LogViewState) => void) {
    this.#store = store;
    this.#tools = tools;
    this.#tell = tell;
  }

  /** A viewer shows a log from now on. */
  async open(name: string, uri: string): Promise<void> {
    this.close(name);
    const view = new LogView(name, uri, this.#tools, this.#tell);
    this.#views.set(name, view);
    const known = this.#store.known(uri);
    if (known !== undefined) return view.show(known, 0);
    const path = pathOfUri(uri);
    if (path !== undefined) view.showBeginning(await firstLines((await this.#tools()).disk, path));
  }

  close(name: string): void {
    this.#views.get(name)?.dispose();
    this.#views.delete(name);
  }

  /** A log was read: its viewers show it. */
  show({ uri, outcome, unchangedLines }: LogRead): void {
    for (const view of this.#viewsOf(uri)) view.show(outcome, unchangedLines);
  }

  /** Told how much of a log is read, for its viewers. */
  watch(uri: string): LogReadingWatcher {
    return {
      onProgress: ({ done, total }: JobProgress) => {
        if (total) for (const view of this.#viewsOf(uri)) view.showProgress(Math.min(1, done / total));
      },
      onEnd: () => undefined,
    };
  }

  view(name: string): LogView | undefined {
    return this.#views.get(name);
  }

  #viewsOf(uri: string): LogView[] {
    return [...this.#views.values()].filter((view) => view.uri === uri);
  }
}
