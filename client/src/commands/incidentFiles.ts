import * as vscode from 'vscode';
import { showLines } from '../editors/showLines';
import { SHOW_LOG_LINE } from '../names';
import type { CommandTools } from './commandTools';
import { incidentFileOf, pathOfFile } from './treeTarget';

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
  const path = pathOfFile(target);
  if (path !== undefined) await vscode.env.clipboard.writeText(path);
}
