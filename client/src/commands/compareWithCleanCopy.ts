import * as vscode from 'vscode';
import { DIFFERENCES_VIEW } from '../names';
import { notificationText } from '../plainText';
import { auditAgain, auditFolder, chooseSiteFolder } from './auditSiteFolder';
import type { CommandTools } from './commandTools';
import { elementOf } from './treeTarget';

/** What opens dialogs for archives; the server tells by content what a file is. */
const ARCHIVES = ['zip', 'tar', 'gz', 'tgz', 'bz2', 'tbz', 'tbz2', 'xz', 'txz', 'zst', 'wpress'];

/**
 * "Compare with a Clean Copy": audits a folder beside a folder or an archive that holds it as it is meant to be, and says how the two
 * differ. Further audits compare with it as well.
 * @param target element of the view of files; without one it is the workspace's folder, or the one that the user chooses
 */
export async function compareWithCleanCopy(tools: CommandTools, target: unknown): Promise<void> {
  const folder = elementOf(target)?.audit.folder ?? (await chooseSiteFolder());
  if (folder === undefined) return;
  const cleanCopy = await chooseCleanCopy();
  if (cleanCopy === undefined) return;
  await tools.cleanCopies.remember(folder, cleanCopy);
  const result = await auditFolder(tools, folder).catch(async (error: unknown) => {
    await tools.cleanCopies.forget(folder);
    throw error;
  });
  // Not waited for: the user may leave it there.
  if (result?.comparison !== undefined) void tell(result.comparison);
}

/** Says how many files differ, with the way to which ones. */
async function tell(comparison: string): Promise<void> {
  const show = vscode.l10n.t('Show Differences');
  const choice = await vscode.window.showInformationMessage(notificationText(comparison), show);
  if (choice === show) await vscode.commands.executeCommand(`${DIFFERENCES_VIEW}.focus`);
}

/** "Stop Comparing with the Clean Copy": audits the folders of the view as they are from now on. */
export async function forgetCleanCopy(tools: CommandTools): Promise<void> {
  await tools.cleanCopies.forget();
  await auditAgain(tools);
}

/** Asked in two steps, as the dialogs of some systems choose either files or folders. */
async function chooseCleanCopy(): Promise<vscode.Uri | undefined> {
  const folder = { label: vscode.l10n.t('A folder') };
  const archive = { label: vscode.l10n.t('An archive (zip, tar.gz, …)') };
  const placeHolder = vscode.l10n.t('Where is the clean copy, such as a fresh download of the same version?');
  const kind = await vscode.window.showQuickPick([folder, archive], { placeHolder });
  if (kind === undefined) return undefined;
  const chosen = await vscode.window.showOpenDialog({
    canSelectFolders: kind === folder,
    canSelectFiles: kind === archive,
    title: vscode.l10n.t('Choose the clean copy'),
    openLabel: vscode.l10n.t('Compare'),
    ...(kind === archive && { filters: { [archive.label]: ARCHIVES } }),
  });
  return chosen?.[0];
}
