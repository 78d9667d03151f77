import * as vscode from 'vscode';
import { showLines } from '../editors/showLines';
import type { CommandTools } from './commandTools';
import { entryAtCursor } from './entryAtCursor';

/** "Show Only This Address's Lines". */
export async function showLinesOfAddress(tools: CommandTools): Promise<void> {
  const entry = await entryAtCursor(tools);
  if (entry === undefined) return;
  await showLines(tools.server, { log: entry.log, filter: { kind: 'address', address: entry.address } });
}

/** "Show Only This Endpoint's Lines". */
export async function showLinesOfEndpoint(tools: CommandTools): Promise<void> {
  const entry = await entryAtCursor(tools);
  if (entry === undefined) return;
  if (entry.endpoint === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The request on this line can’t be read.'));
    return;
  }
  await showLines(tools.server, { log: entry.log, filter: { kind: 'endpoint', ...entry.endpoint } });
}
