import * as vscode from 'vscode';
import type { LogFolderResult, ReadLog, Severity } from '../../../server/src/protocol';
import type { Incidents } from '../incident/incidents';
import type { LazyServer } from '../lazyServer';
import { countFindings } from './countFindings';
import { OpenLogsAnswer } from './openLogsAnswer';

/** The logs that were read in this window: those of the incident and of folders that were read together, and the open ones. */
export class KnownLogs implements vscode.Disposable {
  readonly #incidents: Incidents;
  readonly #open: OpenLogsAnswer<readonly ReadLog[]>;
  readonly #folders = new Map<string, LogFolderResult>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listener: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(server: LazyServer, incidents: Incidents) {
    this.#incidents = incidents;
    this.#open = new OpenLogsAnswer(server, (running) => running.openLogs());
    this.#listener = vscode.Disposable.from(
      incidents.onDidChange(() => this.#changed.fire()),
      this.#open.onDidChange(() => this.#changed.fire()),
    );
  }

  /** Each log once: what all logs together say of it counts for more than what it says alone. */
  get all(): readonly ReadLog[] {
    const together = [...this.#folders.values()].flatMap(({ logs }) => logs);
    const logs = [...(this.#open.value ?? []), ...together, ...(this.#incidents.result?.logs ?? [])];
    return [...new Map(logs.map((log) => [log.uri, log])).values()];
  }

  /** Files that are no logs that can be read, and why. */
  get problems(): readonly { readonly name: string; readonly message: string }[] {
    return this.#incidents.result?.problems ?? [];
  }

  /**
   * How many findings there are. Those that concern several logs count once where these were read together; what is said of a log
   * alone counts where that was not done.
   */
  get findings(): Readonly<Record<Severity, number>> {
    const { result } = this.#incidents;
    const together =
      result === undefined ? [...this.#folders.values()] : [{ logs: result.logs, findings: result.logFindings }];
    return countFindings(together, this.all);
  }

  /** Takes what was read of a folder, in the place of what was read before. */
  takeFolder(result: LogFolderResult): void {
    this.#folders.set(result.folder, result);
    this.#changed.fire();
  }

  forgetFolders(): void {
    this.#folders.clear();
    this.#changed.fire();
  }

  dispose(): void {
    this.#listener.dispose();
    this.#open.dispose();
    this.#changed.dispose();
  }
}
