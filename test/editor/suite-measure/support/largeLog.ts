import * as vscode from 'vscode';
import { environmentNames } from '../../harness/environment';
import { codeOf, diagnosticsOf } from '../../suite/support/openLog';

/** VS Code asks before it opens a remote file from so many MB on. */
const NO_QUESTION_BELOW = 1024;

/**
 * The large log, which VS Code opens without a question from now on. Nobody saves it: VS Code in a browser would, a second after
 * each edit, and writes 45 MB while the next one is measured.
 */
export async function largeLog(): Promise<vscode.Uri> {
  const path = process.env[environmentNames.largeLog];
  if (path === undefined) throw new Error(`${environmentNames.largeLog} names no log.`);
  const settings = vscode.workspace.getConfiguration('workbench');
  await settings.update('editorLargeFileConfirmation', NO_QUESTION_BELOW, vscode.ConfigurationTarget.Global);
  await vscode.workspace.getConfiguration('files').update('autoSave', 'off', vscode.ConfigurationTarget.Global);
  return vscode.Uri.file(path);
}

/** Closes all editors without saving anything. */
export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Waits until a log's document was handed to the extensions. */
export function textShown(file: vscode.Uri): Promise<void> {
  return new Promise((resolve) => {
    const listener = vscode.workspace.onDidOpenTextDocument(({ uri }) => {
      if (uri.path !== file.path) return;
      listener.dispose();
      resolve();
    });
  });
}

/** Waits until a document has, or no longer has, a finding about what a client floods. */
export async function floodOf(document: vscode.Uri, client: string, isWanted: boolean): Promise<void> {
  await diagnosticsOf(document, (all) => {
    const accused = all.some(({ code, message }) => codeOf(code) === 'flood-address' && message.includes(client));
    return accused === isWanted && all.length > 0;
  });
}
