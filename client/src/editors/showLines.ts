import * as vscode from 'vscode';
import { isLinesOfLog, linesUri } from '../../../server/src/protocol';

/** Opens a read-only document with some lines of a log. `lines` may come from anywhere; what names no lines opens nothing. */
export async function showLines(lines: unknown): Promise<vscode.TextEditor | undefined> {
  if (!isLinesOfLog(lines)) return undefined;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(linesUri(lines), true));
  return vscode.window.showTextDocument(document, { preview: true });
}
