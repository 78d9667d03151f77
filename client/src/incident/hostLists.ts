import * as vscode from 'vscode';

/**
 * Lists of bad files that ロリポップ! puts into the account, named after the day, so that they come along when all of it is
 * downloaded.
 */
const LIST_NAMES = '**/*_lolipop.txt';
/** Lists that a choice has room for. */
const MOST_LISTS = 50;

/** The hosts' lists in the workspace, the newest first: their names begin with the date. */
export async function findHostLists(): Promise<vscode.Uri[]> {
  const files = await vscode.workspace.findFiles(LIST_NAMES, undefined, MOST_LISTS);
  return files.toSorted((one, other) => (nameOf(one) < nameOf(other) ? 1 : -1));
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
