import * as vscode from 'vscode';
import type { NetworkAnswer, NetworkFound } from '../../../server/src/protocol';
import { formatCount } from '../numbers';
import { notificationText } from '../plainText';
import { clientElementOf } from './clientCommands';
import type { CommandTools } from './commandTools';
import { entryAtCursor } from './entryAtCursor';
import { addressInLog, lookUpAddress, type AddressInLog } from './lookUpAddress';
import { withNotification } from './withNotification';

/** Addresses that "Look Up the Busiest Addresses" asks for. */
const BUSIEST = 20;

/** Reasons that a notification names before it stops. */
const MOST_REASONS = 3;

/**
 * "Ask the Registry": asks whose network an address is in. The address is that of an element of the tree of clients, of a link, or of
 * the cursor's line; what is found is then shown where the user looks.
 */
export async function askRegistry(tools: CommandTools, target: unknown): Promise<void> {
  const element = clientElementOf(target);
  if (element?.kind === 'client') {
    const answer = await ask(tools, element.client.address);
    if (answer?.kind === 'found') await tell(element.client.address, answer);
    return;
  }
  if (element !== undefined) return;
  const place: AddressInLog | undefined = addressInLog(target) ?? (await entryAtCursor(tools));
  if (place === undefined) return;
  const answer = await ask(tools, place.address);
  if (answer?.kind === 'found') await lookUpAddress(tools, place);
}

/** "Look Up the Busiest Addresses": asks for those of the tree of clients with most requests. */
export async function lookUpClients(tools: CommandTools): Promise<void> {
  const { clients, consent, server } = tools;
  const addresses = await clients.busiest(BUSIEST);
  if (addresses.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No open log has an address that a registry could be asked about.'),
    );
    return;
  }
  if (!(await consent.ensure('registries'))) return;
  const title = vscode.l10n.t('Looking up {0} addresses', formatCount(addresses.length));
  const result = await withNotification(title, async (report, token) =>
    (await server.get()).lookUpNetworks(addresses, BUSIEST, report, token),
  );
  // What was learnt before it was cancelled is known now, too.
  clients.note(result?.answers ?? []);
  if (result === undefined) return;
  tellOfMany(
    result.answers.map(({ answer }) => answer),
    result.leftOutMessage,
  );
}

/** Asks for one address and says what went wrong; `undefined` where nothing was asked or it was cancelled. */
async function ask({ consent, server, clients }: CommandTools, address: string): Promise<NetworkAnswer | undefined> {
  if (!(await consent.ensure('registries'))) return undefined;
  const title = vscode.l10n.t('Asking whose network {0} is in', notificationText(address));
  const answer = await withNotification(title, async (_report, token) =>
    (await server.get()).lookUpNetwork(address, token),
  );
  if (answer === undefined) return undefined;
  clients.note([{ address, answer }]);
  if (answer.kind !== 'found') void vscode.window.showWarningMessage(notificationText(answer.message));
  return answer;
}

/** What a registry said, in a sentence; its contact for abuse is at hand. */
async function tell(address: string, { network }: NetworkFound): Promise<void> {
  const { netname, organisation, country, registry, abuse, first, last } = network;
  const name = [netname ?? organisation, country].filter((part) => part !== undefined).join(', ');
  const range = network.cidrs[0] ?? `${first} – ${last}`;
  const message = vscode.l10n.t('{0} is in {1} ({2}), says {3}.', address, name === '' ? range : name, range, registry);
  const copy: vscode.MessageItem = { title: vscode.l10n.t('Copy Contact for Abuse') };
  const choices = abuse.length > 0 ? [copy] : [];
  const choice = await vscode.window.showInformationMessage(notificationText(message), ...choices);
  if (choice === copy) await vscode.env.clipboard.writeText(abuse.join(', '));
}

function tellOfMany(answers: readonly NetworkAnswer[], leftOut: string | undefined): void {
  const found = answers.filter((answer) => answer.kind === 'found');
  const networks = new Set(found.map(({ network }) => `${network.first} ${network.last}`));
  const known = vscode.l10n.t(
    'The networks of {0} of {1} addresses are known now; there are {2}.',
    formatCount(found.length),
    formatCount(answers.length),
    formatCount(networks.size),
  );
  const reasons = new Set(answers.flatMap((answer) => (answer.kind === 'found' ? [] : [answer.message])));
  const parts = [known, ...[...reasons].slice(0, MOST_REASONS), ...(leftOut === undefined ? [] : [leftOut])];
  const text = notificationText(parts.join(' '));
  void (reasons.size === 0 ? vscode.window.showInformationMessage(text) : vscode.window.showWarningMessage(text));
}
