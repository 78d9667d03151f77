import * as vscode from 'vscode';
import type { LogServer } from './logServer';

/** The language server, started when it is first needed and not before. */
export class LazyServer implements vscode.Disposable {
  readonly #start: (onLogAnalysed: (log: vscode.Uri) => void) => Promise<LogServer>;
  readonly #logAnalysed = new vscode.EventEmitter<vscode.Uri>();
  #server: Promise<LogServer> | undefined;

  /** A log was read and judged, or could not be. */
  readonly onLogAnalysed = this.#logAnalysed.event;

  constructor(start: (onLogAnalysed: (log: vscode.Uri) => void) => Promise<LogServer>) {
    this.#start = start;
  }

  /** Whether the server was asked to start. */
  get isNeeded(): boolean {
    return this.#server !== undefined;
  }

  /** The running server. Rejects when it can't be started; the next call tries again. */
  get(): Promise<LogServer> {
    this.#server ??= this.#start((log) => this.#logAnalysed.fire(log)).catch((error: unknown) => {
      this.#server = undefined;
      throw error;
    });
    return this.#server;
  }

  async stop(): Promise<void> {
    await this.#server?.then(
      (server) => server.stop(),
      () => undefined,
    );
  }

  dispose(): void {
    this.#logAnalysed.dispose();
  }
}
