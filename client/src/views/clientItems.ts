import * as vscode from 'vscode';
import type { ClientsOfLogs, NetworkOfClients } from '../../../server/src/protocol';
import { SHOW_LINES, SHOW_LOG_LINE } from '../names';
import { formatCount } from '../numbers';
import { visibleText } from '../plainText';
import { severityIcon, severityName } from '../severities';
import { clientElementId, type AddressElement, type ClientElement, type NetworkElement } from './clientElements';
import { clientTooltip, networkTooltip } from './clientTooltips';

/** Networks of more clients than this would push all others out of sight. */
const MOST_EXPANDED = 20;

/** Icons of networks, so that what is no visitor stands out. */
const NETWORK_ICONS: Readonly<Record<NetworkOfClients['kind'], string>> = {
  public: 'globe',
  special: 'home',
  proxy: 'cloud',
  host: 'server',
};

/**
 * The item that shows an element. What logs, networks and registries say appears as plain text.
 * @param failure why a registry that was asked could not say whose the address is
 */
export function clientItem(element: ClientElement, failure?: string): vscode.TreeItem {
  const item = itemOf(element);
  if (failure !== undefined) item.description = joined(String(item.description), vscode.l10n.t('no registry answered'));
  item.id = clientElementId(element);
  item.contextValue = contextOf(element);
  return item;
}

/**
 * The text that is shown when the mouse rests on an element; `undefined` for none beside its label.
 * @param failure why a registry that was asked could not say whose the address is
 */
export function clientElementTooltip(
  element: ClientElement,
  { attribution }: ClientsOfLogs,
  failure?: string,
): vscode.MarkdownString | undefined {
  switch (element.kind) {
    case 'network':
      return networkTooltip(element.network, attribution);
    case 'client':
      return clientTooltip(element.client, { network: element.parent.network, attribution, failure });
    case 'log':
    case 'finding':
    case 'more':
      return undefined;
  }
}

/** What the conditions of the manifest's menus look at. */
function contextOf(element: ClientElement): string {
  if (element.kind !== 'client') return element.kind;
  const isPublic = element.parent.network.kind === 'public';
  const abuse = element.client.registry?.abuse ?? [];
  return ['client', ...(isPublic ? ['public'] : []), ...(abuse.length > 0 ? ['abuse'] : [])].join(' ');
}

function itemOf(element: ClientElement): vscode.TreeItem {
  switch (element.kind) {
    case 'network':
      return networkItem(element);
    case 'client':
      return addressItem(element);
    case 'log':
      return logItem(element);
    case 'finding':
      return findingItem(element);
    case 'more': {
      const item = new vscode.TreeItem(vscode.l10n.t('and {0} more', formatCount(element.left)));
      item.iconPath = new vscode.ThemeIcon('ellipsis');
      return item;
    }
  }
}

function networkItem({ network, severity }: NetworkElement): vscode.TreeItem {
  const { name, kind, clients, requests } = network;
  const isUrgent = severity === 'error' || severity === 'warning';
  const state = isUrgent && clients.length <= MOST_EXPANDED ? 'Expanded' : 'Collapsed';
  const item = new vscode.TreeItem(visibleText(name), vscode.TreeItemCollapsibleState[state]);
  const description = joined(requestsText(requests), addressesText(clients.length));
  item.description = description;
  item.iconPath = new vscode.ThemeIcon(NETWORK_ICONS[kind]);
  item.accessibilityInformation = { label: joined(name, description, severity && severityName(severity)) };
  return item;
}

function addressItem(element: AddressElement): vscode.TreeItem {
  const { client, findings } = element;
  const { address, requests, logs, registry } = client;
  const [mostUrgent] = findings;
  const hasChildren = findings.length > 0 || logs.length > 1;
  const state = vscode.TreeItemCollapsibleState[hasChildren ? 'Collapsed' : 'None'];
  const item = new vscode.TreeItem(visibleText(address), state);
  const number = findings.length + client.moreFindings;
  const description = joined(
    requestsText(requests),
    number === 0 ? undefined : vscode.l10n.t('{0} findings', formatCount(number)),
    registry?.netname,
  );
  item.description = description;
  item.iconPath = mostUrgent === undefined ? new vscode.ThemeIcon('circle-outline') : severityIcon(mostUrgent.severity);
  item.accessibilityInformation = {
    label: joined(address, mostUrgent && severityName(mostUrgent.severity), description),
  };
  if (logs[0] !== undefined) item.command = showLinesCommand(logs[0].uri, address);
  return item;
}

function logItem({ parent, log }: Extract<ClientElement, { kind: 'log' }>): vscode.TreeItem {
  const item = new vscode.TreeItem(visibleText(log.name));
  item.description = requestsText(log.requests);
  item.iconPath = vscode.ThemeIcon.File;
  item.command = showLinesCommand(log.uri, parent.client.address);
  return item;
}

function findingItem({ finding }: Extract<ClientElement, { kind: 'finding' }>): vscode.TreeItem {
  const { title, severity, log, line } = finding;
  const item = new vscode.TreeItem(visibleText(title));
  item.iconPath = severityIcon(severity);
  item.tooltip = visibleText(title);
  item.accessibilityInformation = { label: joined(severityName(severity), title) };
  item.command = { title: vscode.l10n.t('Open'), command: SHOW_LOG_LINE, arguments: [{ uri: log, line }] };
  return item;
}

function showLinesCommand(log: string, address: string): vscode.Command {
  const lines = { log, filter: { kind: 'address', address } };
  return { title: vscode.l10n.t('Show its lines'), command: SHOW_LINES, arguments: [lines] };
}

function requestsText(requests: number): string {
  return requests === 1 ? vscode.l10n.t('1 request') : vscode.l10n.t('{0} requests', formatCount(requests));
}

function addressesText(addresses: number): string {
  return addresses === 1 ? vscode.l10n.t('1 address') : vscode.l10n.t('{0} addresses', formatCount(addresses));
}

/** Parts of a description in one text, hidden characters made visible. */
function joined(...parts: (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .map(visibleText)
    .join(' · ');
}
