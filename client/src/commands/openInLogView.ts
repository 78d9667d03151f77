import * as vscode from 'vscode';
import { ARCHIVE_SCHEME } from '../names';
import type { CommandTools } from './commandTools';
import { logTarget } from './logTarget';

/** "Open in Log Audit": opens a log in the viewer; from the palette that of the active tab. */
export async function openInLogView({ logViews }: CommandTools, target: unknown): Promise<void> {
  const log = logTarget(target) ?? logOfActiveTab();
  if (log !== undefined && (log.scheme === 'file' || log.scheme === ARCHIVE_SCHEME)) return logViews.open(log);
  const chosen = await vscode.window.showOpenDialog({ title: vscode.l10n.t('Choose a log'), canSelectMany: false });
  if (chosen?.[0] !== undefined) await logViews.open(chosen[0]);
}

/** "Filter Its Lines": opens a log in the viewer, where its lines can be filtered. */
export async function filterLog({ logViews }: CommandTools, target: unknown): Promise<void> {
  const log = logTarget(target);
  if (log !== undefined) await logViews.openLines(log, {});
}

function logOfActiveTab(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom ? input.uri : undefined;
}
