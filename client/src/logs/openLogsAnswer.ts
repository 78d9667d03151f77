import * as vscode from 'vscode';
import { Coalesced } from '../coalesced';
import type { LazyServer } from '../lazyServer';
import type { LogServer } from '../logServer';
import { isLogLanguage } from '../names';

/** Pause in which changes of the open logs are taken together, in ms. */
const CHANGES_PAUSE = 200;

/** What the server says of the open logs, asked anew when they change and never so that it is started for it. */
export class OpenLogsAnswer<Answer> implements vscode.Disposable {
  readonly #server: LazyServer;
  readonly #ask: (server: LogServer) => Promise<Answer>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #changes = new Coalesced(CHANGES_PAUSE);
  readonly #listener: vscode.Disposable;
  #value: Answer | undefined;
  #asked = 0;

  readonly onDidChange = this.#changed.event;

  /** Whether somebody wants to know: nothing is asked meanwhile otherwise. */
  isWanted = true;

  constructor(server: LazyServer, ask: (server: LogServer) => Promise<Answer>) {
    this.#server = server;
    this.#ask = ask;
    this.#listener = vscode.Disposable.from(
      server.onLogAnalysed(() => this.refresh()),
      vscode.workspace.onDidCloseTextDocument(({ languageId }) => {
        if (isLogLanguage(languageId)) this.refresh();
      }),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.some(({ input }) => input instanceof vscode.TabInputCustom)) this.refresh();
      }),
    );
  }

  /** What the server said last; `undefined` while it said nothing. */
  get value(): Answer | undefined {
    return this.#value;
  }

  /** The open logs, or what is known of them, may have changed. */
  refresh(): void {
    if (this.isWanted && this.#server.isNeeded) this.#changes.ask('logs', () => void this.#askServer());
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changes.dispose();
    this.#changed.dispose();
  }

  async #askServer(): Promise<void> {
    const number = ++this.#asked;
    // A server that fails is told of elsewhere; what it said before is still the best there is.
    const value = await this.#server
      .get()
      .then(this.#ask)
      .catch(() => this.#value);
    if (number !== this.#asked) return;
    this.#value = value;
    this.#changed.fire();
  }
}
