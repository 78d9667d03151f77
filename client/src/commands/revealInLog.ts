import * as vscode from 'vscode';
import { LINES_SCHEME } from '../names';
import { formatCount } from '../numbers';
import type { CommandTools } from './commandTools';

/** "Reveal in Full Log": goes from a line of some lines to the same line in the log. */
export async function revealInLog({ server }: CommandTools): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.scheme !== LINES_SCHEME) return;
  const place = await (await server.get()).lineInLog(editor.document.uri, editor.selection.active.line);
  if (place === null) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(place.uri, true));
  const start = new vscode.Position(place.line, 0);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(start, start) });
  if (place.line < document.lineCount) return;
  // The part of a very large log that is shown may end before.
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Line {0} lies beyond the part of the log that can be shown.', formatCount(place.line + 1)),
  );
}
