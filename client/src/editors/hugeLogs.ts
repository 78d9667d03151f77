import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';
import { logLanguage } from '../logLanguage';
import { notificationText } from '../plainText';
import { MOST_DOCUMENT_BYTES, type LogArchiveFileSystem } from './logArchive';
import type { LogViews } from './logView/logViews';
import { startOfFile } from './unpackStart';

/** Enough of a file to tell whether it is a log. */
const LOOK_BYTES = 64 * 1024;

/**
 * Logs above VS Code's limit for documents never reach an extension. This notices that one is shown, or the first part of one,
 * says so, and offers the viewer that shows all of it.
 */
export function watchForHugeLogs(archives: LogArchiveFileSystem, logViews: LogViews): vscode.Disposable {
  const seen = new Set<string>();
  const isNew = (uri: vscode.Uri): boolean => !seen.has(uri.toString()) && seen.add(uri.toString()).size > 0;
  const look = async (): Promise<void> => {
    const file = fileOfActiveTab();
    if (file !== undefined && isNew(file) && (await isHugeLog(file.fsPath))) await offerViewer(file, logViews);
  };
  // The tab that brought the extension to life was there before it.
  void look();
  return vscode.Disposable.from(
    vscode.window.tabGroups.onDidChangeTabs(look),
    vscode.window.tabGroups.onDidChangeTabGroups(look),
    archives.onCutShort((archive) => {
      if (isNew(archive)) void sayCutShort(archive, logViews);
    }),
  );
}

function fileOfActiveTab(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText && input.uri.scheme === 'file' ? input.uri : undefined;
}

async function isHugeLog(path: string): Promise<boolean> {
  try {
    const { size } = await stat(path);
    return size > MOST_DOCUMENT_BYTES && logLanguage(await startOfFile(path, LOOK_BYTES)) !== undefined;
  } catch {
    // Gone or unreadable: VS Code's own editor says so.
    return false;
  }
}

async function offerViewer(file: vscode.Uri, logViews: LogViews): Promise<void> {
  const text = vscode.l10n.t(
    '{0} is larger than the 50 MB that VS Code lets extensions see. Log Audit shows all of it, with what was found in it.',
    notificationText(basename(file)),
  );
  await offer(text, file, logViews);
}

async function sayCutShort(archive: vscode.Uri, logViews: LogViews): Promise<void> {
  const text = vscode.l10n.t(
    'Only the first 50 MB of {0} are shown here. Counts and findings are those of the whole log. Log Audit shows all of it.',
    notificationText(basename(archive)),
  );
  await offer(text, archive, logViews);
}

async function offer(text: string, log: vscode.Uri, logViews: LogViews): Promise<void> {
  const open = vscode.l10n.t('Open in Log Audit');
  if ((await vscode.window.showInformationMessage(text, open)) === open) await logViews.open(log);
}

function basename(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
