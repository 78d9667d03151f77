import * as vscode from 'vscode';
import { fileTarget } from '../commands/treeTarget';

/**
 * The files that a command is about, each once.
 * @param target URI of a file, as such or as text, or an element of a tree; the file of the active editor for nothing
 * @param selected the elements that were selected when the command was chosen for one of them; none for all else
 */
export function chosenFiles(target: unknown, selected: unknown): vscode.Uri[] {
  const targets: readonly unknown[] = Array.isArray(selected) && selected.length > 0 ? selected : [target];
  const files = targets.map(fileOf).filter((file) => file !== undefined);
  return [...new Map(files.map((file) => [file.toString(), file])).values()];
}

function fileOf(target: unknown): vscode.Uri | undefined {
  const file = fileTarget(target);
  if (file === undefined) return vscode.window.activeTextEditor?.document.uri;
  if (file instanceof vscode.Uri) return file;
  return typeof file === 'string' && file.startsWith('file:') ? vscode.Uri.parse(file) : undefined;
}
