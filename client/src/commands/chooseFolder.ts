import * as vscode from 'vscode';

/** What the user is asked when a folder is to be chosen. */
export interface FolderQuestion {
  /** Which of the opened folders? */
  readonly which: string;
  /** Title of the dialog that looks for others. */
  readonly title: string;
  readonly button: string;
}

/** The only opened folder, or the one that the user chooses; `undefined` when none is chosen. */
export async function chooseFolder(question: FolderQuestion): Promise<vscode.Uri | undefined> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  if (folders.length === 0) return browse(question);
  if (folders.length === 1) return folders[0]!.uri;
  const other = { label: vscode.l10n.t('Choose another folder…'), uri: undefined };
  const items = folders.map(({ name, uri }) => ({ label: name, description: uri.fsPath, uri }));
  const choice = await vscode.window.showQuickPick([...items, other], { placeHolder: question.which });
  return choice === other ? browse(question) : choice?.uri;
}

/** The only opened folder, or those that the user ticks; none when he gives up. */
export async function chooseFolders(question: FolderQuestion): Promise<vscode.Uri[]> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  if (folders.length < 2) return [await chooseFolder(question)].filter((folder) => folder !== undefined);
  const items = folders.map(({ name, uri }) => ({ label: name, description: uri.fsPath, uri }));
  const chosen = await vscode.window.showQuickPick(items, { canPickMany: true, placeHolder: question.which });
  return chosen?.map(({ uri }) => uri) ?? [];
}

/** The folder that the user looks for in a dialog. */
async function browse({ title, button }: FolderQuestion): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectFolders: true,
    canSelectFiles: false,
    title,
    openLabel: button,
  });
  return chosen?.[0];
}
