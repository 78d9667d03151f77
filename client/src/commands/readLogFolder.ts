import * as vscode from 'vscode';
import type { LogFolderResult } from '../../../server/src/protocol';
import { SHOW_PROBLEMS } from '../names';
import { formatCount } from '../numbers';
import { notificationText } from '../plainText';
import { folderName } from '../views/siteItems';
import { chooseFolder } from './chooseFolder';
import type { CommandTools } from './commandTools';
import { withNotification } from './withNotification';

/** Context key: what the logs of a folder said is shown. */
const FOLDERS_READ = 'logSiteAudit.logFoldersRead';

/**
 * "Read a Folder of Logs Together" and "Read the Logs in This Archive": reads what the explorer names, else the workspace's folder,
 * else the one that the user chooses.
 */
export async function readLogFolder(tools: CommandTools, target: unknown): Promise<void> {
  const folder = target instanceof vscode.Uri ? target : await chooseLogFolder();
  if (folder === undefined) return;
  if (folder.scheme !== 'file') throw new Error(vscode.l10n.t('Only logs on disk can be read together.'));
  const title = vscode.l10n.t('Reading the logs in {0}', notificationText(folderName(folder)));
  const result = await withNotification(title, async (report, token) => {
    const server = await tools.server.get();
    return server.readLogFolder(folder, report, token);
  });
  if (result === undefined) return;
  tools.summaries.set(folder, result.summary);
  tools.knownLogs.takeFolder(result);
  await vscode.commands.executeCommand('setContext', FOLDERS_READ, true);
  // Not waited for: the user may leave it there.
  void tell(tools, folder, result);
}

/** "Clear Results of Log Folders". */
export async function clearLogFolders({ server, knownLogs }: CommandTools): Promise<void> {
  knownLogs.forgetFolders();
  if (server.isNeeded) await (await server.get()).clearLogFolders();
  await vscode.commands.executeCommand('setContext', FOLDERS_READ, false);
}

async function tell({ summaries }: CommandTools, folder: vscode.Uri, result: LogFolderResult): Promise<void> {
  const list = vscode.l10n.t('Show the List');
  const problems = vscode.l10n.t('Show What Was Found');
  const name = notificationText(folderName(folder));
  const findings = Object.values(result.findings).reduce((sum, count) => sum + count, 0);
  const chosen =
    result.logs.length === 0
      ? await vscode.window.showWarningMessage(vscode.l10n.t('No log that is known was found in {0}.', name), list)
      : await vscode.window.showInformationMessage(
          [countsText(result, findings), ...unreadText(result)].join(' '),
          ...(findings > 0 ? [problems, list] : [list]),
        );
  if (chosen === list) await summaries.show(folder);
  if (chosen === problems) await vscode.commands.executeCommand(SHOW_PROBLEMS);
}

function countsText({ logs, entries, copied }: LogFolderResult, findings: number): string {
  const counts = vscode.l10n.t(
    '{0} logs were read together: {1} entries, {2} findings.',
    formatCount(logs.length),
    formatCount(entries),
    formatCount(findings),
  );
  if (copied === 0) return counts;
  return `${counts} ${vscode.l10n.t('{0} entries that stand in several logs were counted once.', formatCount(copied))}`;
}

function unreadText({ unread }: LogFolderResult): string[] {
  return unread === 0 ? [] : [vscode.l10n.t('{0} files could not be read; the list says why.', formatCount(unread))];
}

function chooseLogFolder(): Promise<vscode.Uri | undefined> {
  return chooseFolder({
    which: vscode.l10n.t('Which folder holds the logs?'),
    title: vscode.l10n.t('Choose the folder with the logs that you downloaded'),
    button: vscode.l10n.t('Read'),
  });
}
