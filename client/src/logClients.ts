import type * as vscode from 'vscode';
import type { ClientsOfLogs, NetworkAnswers } from '../../server/src/protocol';
import type { Incidents } from './incident/incidents';
import type { LazyServer } from './lazyServer';
import type { LogServer } from './logServer';
import { OpenLogsAnswer } from './logs/openLogsAnswer';

/** What came of the look-up of an address. */
type AddressAnswer = NetworkAnswers['answers'][number];

/** Who is in the open logs and in those of the incident. The server is asked only while somebody wants to see it, and never started for it. */
export class LogClients implements vscode.Disposable {
  readonly #server: LazyServer;
  readonly #incidents: Incidents;
  readonly #answer: OpenLogsAnswer<ClientsOfLogs>;
  readonly #listener: vscode.Disposable;
  readonly #failures = new Map<string, string>();

  readonly onDidChange: vscode.Event<void>;

  constructor(server: LazyServer, incidents: Incidents) {
    this.#server = server;
    this.#incidents = incidents;
    this.#answer = new OpenLogsAnswer(server, (running) => this.#ask(running));
    this.#listener = incidents.onDidChange(() => this.refresh());
    this.#answer.isWanted = false;
    this.onDidChange = this.#answer.onDidChange;
  }

  /** What the server said last; `undefined` while it said nothing. */
  get clients(): ClientsOfLogs | undefined {
    return this.#answer.value;
  }

  /** Whether somebody looks: nothing is asked meanwhile otherwise. */
  set isWanted(isWanted: boolean) {
    const isNew = isWanted && !this.#answer.isWanted;
    this.#answer.isWanted = isWanted;
    if (isNew) this.refresh();
  }

  /** The open logs, or what is known of networks, may have changed. */
  refresh(): void {
    this.#answer.refresh();
  }

  /** The addresses with most requests that registries can be asked about. Rejects when the server fails. */
  async busiest(most: number): Promise<string[]> {
    const { networks } = await this.#ask(await this.#server.get());
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
    this.#answer.dispose();
  }

  #ask(server: LogServer): Promise<ClientsOfLogs> {
    return server.clients({ withIncident: this.#incidents.result !== undefined });
  }
}
