import * as vscode from 'vscode';
import type { ClientInLog, ClientOfLogs, NetworkOfClients, RegistryNetwork } from '../../../server/src/protocol';
import { formatCount } from '../numbers';
import { markdownText } from '../plainText';

/** Networks in CIDR notation that are named of one range. */
const MOST_CIDRS = 3;

/** All that is known of a network. */
export function networkTooltip(network: NetworkOfClients, attribution: string | undefined): vscode.MarkdownString {
  return tooltip([`**${markdownText(network.name)}**`, ...networkLines(network), ...credit(network, attribution)]);
}

/** What is known about a client beside itself. */
interface AboutClient {
  readonly network: NetworkOfClients;
  readonly attribution: string | undefined;
  /** Why a registry that was asked could not say more. */
  readonly failure: string | undefined;
}

/** All that is known of a client, with what a registry said where one was asked. */
export function clientTooltip(
  { address, logs, registry }: ClientOfLogs,
  { network, attribution, failure }: AboutClient,
): vscode.MarkdownString {
  return tooltip([
    `**${markdownText(address)}**`,
    markdownText(network.name),
    ...networkLines(network),
    list(logs.map(logLine)),
    ...(registry === undefined ? [] : [list(registryLines(registry))]),
    ...(failure === undefined ? [] : [markdownText(failure)]),
    ...credit(network, attribution),
  ]);
}

function networkLines({ countryName, note }: NetworkOfClients): string[] {
  return [countryName, note].filter((fact) => fact !== undefined).map(markdownText);
}

function logLine({ name, requests, first, last }: ClientInLog): string {
  const count = formatCount(requests);
  return first === undefined || last === undefined
    ? vscode.l10n.t('{0}: {1} requests', name, count)
    : vscode.l10n.t('{0}: {1} requests, {2} to {3}', name, count, first, last);
}

/** What a registry said of a network, a line for each fact. */
function registryLines(network: RegistryNetwork): string[] {
  const { first, last, cidrs, netname, organisation, description, country, abuse, registered } = network;
  const { registry, source, answered } = network;
  const facts: [name: string, value: string | undefined][] = [
    [vscode.l10n.t('Network name'), netname],
    [vscode.l10n.t('Range'), `${first} – ${last}${inCidr(cidrs)}`],
    [vscode.l10n.t('Holder'), organisation],
    [vscode.l10n.t('Description'), description.length === 0 ? undefined : description.join(' / ')],
    [vscode.l10n.t('Country of the registration'), country],
    [vscode.l10n.t('Contact for abuse'), abuse.length === 0 ? undefined : abuse.join(', ')],
    [vscode.l10n.t('Registered'), registered],
    [vscode.l10n.t('Said by'), `${registry} (${source.toUpperCase()}, ${answered.slice(0, 10)})`],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [vscode.l10n.t('{0}: {1}', name, value)]));
}

function inCidr(cidrs: readonly string[]): string {
  if (cidrs.length === 0) return '';
  return ` (${cidrs.slice(0, MOST_CIDRS).join(', ')}${cidrs.length > MOST_CIDRS ? ', …' : ''})`;
}

/** The data's licence asks to name those who made it where it is shown. */
function credit({ kind }: NetworkOfClients, attribution: string | undefined): string[] {
  return attribution === undefined || kind !== 'public' ? [] : [`*${markdownText(attribution)}*`];
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${markdownText(line)}`).join('\n');
}

/** Markdown that runs no commands and loads nothing. */
function tooltip(paragraphs: readonly string[]): vscode.MarkdownString {
  return new vscode.MarkdownString(paragraphs.join('\n\n'));
}
