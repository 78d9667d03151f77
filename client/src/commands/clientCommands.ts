import * as vscode from 'vscode';
import type { ClientElement } from '../views/clientElements';
import type { CommandTools } from './commandTools';

/** The element of the tree of clients that a command was chosen for; `undefined` for all else: anything may run a command. */
export function clientElementOf(target: unknown): ClientElement | undefined {
  if (typeof target !== 'object' || target === null) return undefined;
  const { kind, network, client } = target as { readonly kind?: unknown; readonly network?: unknown; client?: unknown };
  const isNetwork = kind === 'network' && typeof network === 'object' && network !== null;
  const isClient = kind === 'client' && typeof client === 'object' && client !== null;
  return isNetwork || isClient ? (target as ClientElement) : undefined;
}

/** "Copy Address": those of a network each on a line of its own. */
export async function copyAddress(_tools: CommandTools, target: unknown): Promise<void> {
  const element = clientElementOf(target);
  if (element?.kind === 'client') await vscode.env.clipboard.writeText(element.client.address);
  if (element?.kind !== 'network') return;
  await vscode.env.clipboard.writeText(element.network.clients.map(({ address }) => address).join('\n'));
}

/** "Copy Network": the range that the registry gave where it was asked, else what the bundled data calls the network. */
export async function copyNetwork(_tools: CommandTools, target: unknown): Promise<void> {
  const element = clientElementOf(target);
  if (element?.kind === 'network') await vscode.env.clipboard.writeText(element.network.name);
  if (element?.kind !== 'client') return;
  const { registry } = element.client;
  await vscode.env.clipboard.writeText(registry?.cidrs.join('\n') ?? element.parent.network.name);
}

/** "Copy Contact for Abuse": the mail address to which the network's holder wants complaints. */
export async function copyAbuseContact(_tools: CommandTools, target: unknown): Promise<void> {
  const element = clientElementOf(target);
  const abuse = element?.kind === 'client' ? (element.client.registry?.abuse ?? []) : [];
  if (abuse.length > 0) await vscode.env.clipboard.writeText(abuse.join(', '));
}
