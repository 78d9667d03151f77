import { homedir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';

/** Tells programs such as Excel that a table is UTF-8 (Unicode Standard §23.8). */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Asks where to save; not in the site's folder, which is to go back to the server.
 * @param name of the file, without day and ending
 */
export function chooseFile(name: string, extension: string): Thenable<vscode.Uri | undefined> {
  const date = new Date().toISOString().slice(0, 10);
  return vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.file(path.join(homedir(), `${name}-${date}.${extension}`)),
    filters: { [extension.toUpperCase()]: [extension] },
  });
}

/** Writes a text as UTF-8, tables for spreadsheets (`csv`) with the mark by which those know it. */
export async function saveText(file: vscode.Uri, text: string, extension: string): Promise<void> {
  await vscode.workspace.fs.writeFile(file, Buffer.from(extension === 'csv' ? `${BYTE_ORDER_MARK}${text}` : text));
}
