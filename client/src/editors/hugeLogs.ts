import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';
import { logLanguage } from '../logLanguage';
import { notificationText } from '../plainText';
import { MOST_DOCUMENT_BYTES, openUnpacked, type LogArchiveFileSystem } from './logArchive';
import { startOfFile } from './unpackStart';

/** Enough of a file to tell whether it is a log. */
const LOOK_BYTES = 64 * 1024;

/**
 * Logs above VS Code's limit for documents never reach an extension. This notices that one is shown, says so, and offers the
 * read-only document with its first part and the findings of all of it.
 */
export function watchForHugeLogs(archives: LogArchiveFileSystem): vscode.Disposable {
  const seen = new Set<string>();
  const isNew = (uri: vscode.Uri): boolean => !seen.has(uri.toString()) && seen.add(uri.toString()).size > 0;
  const look = async (): Promise<void> => {
    const file = fileOfActiveTab();
    if (file !== undefined && isNew(file) && (await isHugeLog(file.fsPath))) await offerAnalysis(file);
  };
  // The tab that brought the extension to life was there before it.
  void look();
  return vscode.Disposable.from(
    vscode.window.tabGroups.onDidChangeTabs(look),
    vscode.window.tabGroups.onDidChangeTabGroups(look),
    archives.onCutShort((archive) => {
      if (isNew(archive)) sayCutShort(archive);
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

async function offerAnalysis(file: vscode.Uri): Promise<void> {
  const analyse = vscode.l10n.t('Analyse This Log');
  const text = vscode.l10n.t(
    '{0} is larger than the 50 MB that VS Code lets extensions see. It can be analysed from disk instead; its first 50 MB are then shown with the findings of the whole log.',
    notificationText(basename(file)),
  );
  if ((await vscode.window.showInformationMessage(text, analyse)) !== analyse) return;
  await openUnpacked(file, { preview: false });
}

function sayCutShort(archive: vscode.Uri): void {
  const text = vscode.l10n.t(
    'Only the first 50 MB of {0} are shown. Counts and findings are those of the whole log, and “Show only these lines” finds lines beyond them too.',
    notificationText(basename(archive)),
  );
  void vscode.window.showInformationMessage(text);
}

function basename(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
