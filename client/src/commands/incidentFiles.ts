import * as vscode from 'vscode';
import type { IncidentFileItem } from '../../../server/src/protocol';
import { showLines } from '../editors/showLines';
import { SHOW_LOG_LINE } from '../names';
import type { CommandTools } from './commandTools';

/**
 * The file of the view "Incident" that a command was chosen for; `undefined` for all else, as commands may be run by anything with
 * any value.
 */
export function incidentFileOf(target: unknown): IncidentFileItem | undefined {
  if (typeof target !== 'object' || target === null) return undefined;
  const { kind, file } = target as { readonly kind?: unknown; readonly file?: Partial<IncidentFileItem> };
  return kind === 'file' && typeof file?.file === 'string' ? (file as IncidentFileItem) : undefined;
}

/** "Show Its Lines": the lines of a log with the endpoint by which the file was called first. */
export async function showLinesOfFile({ server }: CommandTools, target: unknown): Promise<void> {
  const firstCall = incidentFileOf(target)?.firstCall;
  if (firstCall === undefined) return;
  // The server knows the lines of open logs alone.
  await vscode.commands.executeCommand(SHOW_LOG_LINE, firstCall);
  const entry = await (await server.get()).entryAt(vscode.Uri.parse(firstCall.uri, true), firstCall.line);
  if (entry?.endpoint === undefined) return;
  await showLines(server, { log: entry.log, filter: { kind: 'endpoint', ...entry.endpoint } });
}

/** "Copy Path": as the host named the file, or as it lies in the copy of the site. */
export async function copyPathOfFile(_tools: CommandTools, target: unknown): Promise<void> {
  const file = incidentFileOf(target);
  if (file !== undefined) await vscode.env.clipboard.writeText(file.path);
}
