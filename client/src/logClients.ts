import * as vscode from 'vscode';
import type { ClientsOfLogs, NetworkAnswers } from '../../server/src/protocol';
import { Coalesced } from './coalesced';
import type { LazyServer } from './lazyServer';
import { isLogLanguage } from './names';

/** What came of the look-up of an address. */
type AddressAnswer = NetworkAnswers['answers'][number];

/** Pause in which changes of the open logs are taken together, in ms. */
const CHANGES_PAUSE = 200;

/** Who is in the open logs. The server is asked only while somebody wants to see it, and never started for it. */
export class LogClients implements vscode.Disposable {
  readonly #server: LazyServer;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #changes = new Coalesced(CHANGES_PAUSE);
  readonly #listener: vscode.Disposable;
  readonly #failures = new Map<string, string>();
  #clients: ClientsOfLogs | undefined;
  #isWanted = false;
  #asked = 0;

  readonly onDidChange = this.#changed.event;

  constructor(server: LazyServer) {
    this.#server = server;
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
  get clients(): ClientsOfLogs | undefined {
    return this.#clients;
  }

  /** Whether somebody looks: nothing is asked meanwhile otherwise. */
  set isWanted(isWanted: boolean) {
    if (isWanted && !this.#isWanted) {
      this.#isWanted = true;
      this.refresh();
    }
    this.#isWanted = isWanted;
  }

  /** The open logs, or what is known of networks, may have changed. */
  refresh(): void {
    if (this.#isWanted && this.#server.isNeeded) this.#changes.ask('clients', () => void this.#ask());
  }

  /** The addresses with most requests that registries can be asked about. Rejects when the server fails. */
  async busiest(most: number): Promise<string[]> {
    const { networks } = await (await this.#server.get()).clients();
    const clients = networks
      .filter(({ kind }) => kind === 'public')
      .flatMap((network) => network.clients)
      .toSorted((a, b) => b.requests - a.requests);
    return clients.slice(0, most).map(({ address }) => address);
  }

  /** Why a registry could not say whose an address is, when it was asked last; `undefined` where it could or was not asked. */
  failureOf(address: string): string | undefined {
    return this.#failures.get(address);
  }

  /** Takes what came of look-ups; what registries said the server knows itself. */
  note(answers: readonly AddressAnswer[]): void {
    for (const { address, answer } of answers) {
      if (answer.kind === 'found') this.#failures.delete(address);
      else this.#failures.set(address, answer.message);
    }
    this.refresh();
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changes.dispose();
    this.#changed.dispose();
  }

  async #ask(): Promise<void> {
    const number = ++this.#asked;
    // A server that fails is told of elsewhere; what it said before is still the best there is.
    const clients = await this.#server
      .get()
      .then((server) => server.clients())
      .catch(() => this.#clients);
    if (number !== this.#asked) return;
    this.#clients = clients;
    this.#changed.fire();
  }
}
