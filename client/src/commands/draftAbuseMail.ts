import * as vscode from 'vscode';
import type { ClientOfLogs } from '../../../server/src/protocol';
import type { ClientElement } from '../views/clientElements';
import { clientElementOf } from './clientCommands';
import type { CommandTools } from './commandTools';
import { notBuilt, showDraft } from './drafts';

/** "Draft an Abuse Mail": a complaint to those who run a network of the tree of clients, for the user to correct and send himself. */
export async function draftAbuseMail({ server }: CommandTools, target: unknown): Promise<void> {
  const network = networkOf(clientElementOf(target));
  if (network === undefined) return;
  const { isBuilt, text } = await (await server.get()).incident.abuseMail(network);
  if (!isBuilt) throw new Error(notBuilt());
  if (text === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The logs of the incident show nothing that these addresses did.'),
    );
    return;
  }
  await showDraft(text, 'plaintext');
}

function networkOf(element: ClientElement | undefined) {
  if (element?.kind === 'network') return parametersOf(element.network.name, element.network.clients);
  return element?.kind === 'client' ? parametersOf(element.parent.network.name, [element.client]) : undefined;
}

/** The contacts are those of the first client of which a registry named some. */
function parametersOf(network: string, clients: readonly ClientOfLogs[]) {
  const contacts = clients.map(({ registry }) => registry?.abuse ?? []).find(({ length }) => length > 0) ?? [];
  return { network, addresses: clients.map(({ address }) => address), contacts };
}
