import * as vscode from 'vscode';
import type { ClientsOfLogs } from '../../../server/src/protocol';
import type { LogClients } from '../logClients';
import { CLIENTS_VIEW } from '../names';
import { formatCount } from '../numbers';
import { visibleText } from '../plainText';
import type { ClientElement } from './clientElements';
import { ClientTree } from './clientTree';

/** Context key that the manifest's conditions name: whether there are clients to show. */
const CLIENTS_KEY = 'logSiteAudit.hasClients';

/** The view "Clients": who is in the open logs. */
export class ClientView implements vscode.Disposable {
  readonly tree: ClientTree;
  readonly #clients: LogClients;
  readonly #view: vscode.TreeView<ClientElement>;
  readonly #listener: vscode.Disposable;

  constructor(clients: LogClients) {
    this.#clients = clients;
    this.tree = new ClientTree(clients);
    this.#view = vscode.window.createTreeView(CLIENTS_VIEW, { treeDataProvider: this.tree, showCollapseAll: true });
    this.#listener = vscode.Disposable.from(
      clients.onDidChange(() => this.#update()),
      this.#view.onDidChangeVisibility(({ visible }) => (clients.isWanted = visible)),
    );
    clients.isWanted = this.#view.visible;
  }

  /** What stands above the tree. */
  get message(): string | undefined {
    return this.#view.message;
  }

  /** What is chosen in the tree. */
  get selection(): readonly ClientElement[] {
    return this.#view.selection;
  }

  dispose(): void {
    this.#listener.dispose();
    this.#view.dispose();
  }

  #update(): void {
    const { clients } = this.#clients;
    this.#view.message = clients && messageOf(clients);
    const accused = clients === undefined ? 0 : countAccused(clients);
    const tooltip =
      accused === 1
        ? vscode.l10n.t('1 address to act on')
        : vscode.l10n.t('{0} addresses to act on', formatCount(accused));
    this.#view.badge = accused === 0 ? undefined : { value: accused, tooltip };
    const hasClients = (clients?.networks.length ?? 0) > 0;
    void vscode.commands.executeCommand('setContext', CLIENTS_KEY, hasClients);
  }
}

/** How many clients are in urgent findings. */
function countAccused({ networks, findings }: ClientsOfLogs): number {
  const clients = networks.flatMap((network) => network.clients);
  return clients.filter((client) => client.findings.some((place) => findings[place]?.severity === 'error')).length;
}

/** What is not shown, and why no networks are known; `undefined` when all is well. */
function messageOf({ networks, requests, leftOut, problem }: ClientsOfLogs): string | undefined {
  const shown = networks.reduce((sum, { clients }) => sum + clients.length, 0);
  const limit =
    leftOut === 0
      ? undefined
      : vscode.l10n.t(
          'Shown: the {0} addresses with most requests. {1} of {2} requests came from others.',
          formatCount(shown),
          formatCount(leftOut),
          formatCount(requests),
        );
  const parts = [problem && visibleText(problem), limit].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' ');
}
