import type * as vscode from 'vscode';
import type { LogClients } from '../logClients';
import { childrenOf, networkElements, type ClientElement } from './clientElements';
import { clientElementTooltip, clientItem } from './clientItems';

/** Who is in the open logs, by network, as a tree. */
export class ClientTree implements vscode.TreeDataProvider<ClientElement> {
  readonly #clients: LogClients;

  readonly onDidChangeTreeData: vscode.Event<void>;

  constructor(clients: LogClients) {
    this.#clients = clients;
    this.onDidChangeTreeData = clients.onDidChange;
  }

  getChildren(element?: ClientElement): ClientElement[] {
    const { clients } = this.#clients;
    if (clients === undefined) return [];
    return element === undefined ? networkElements(clients) : childrenOf(element, clients);
  }

  getParent(element: ClientElement): ClientElement | undefined {
    return element.kind === 'network' ? undefined : element.parent;
  }

  getTreeItem(element: ClientElement): vscode.TreeItem {
    return clientItem(element, this.#failureOf(element));
  }

  resolveTreeItem(item: vscode.TreeItem, element: ClientElement): vscode.TreeItem {
    const { clients } = this.#clients;
    if (clients === undefined) return item;
    item.tooltip = clientElementTooltip(element, clients, this.#failureOf(element)) ?? item.tooltip;
    return item;
  }

  #failureOf(element: ClientElement): string | undefined {
    return element.kind === 'client' ? this.#clients.failureOf(element.client.address) : undefined;
  }
}
