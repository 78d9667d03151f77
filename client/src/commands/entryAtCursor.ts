import * as vscode from 'vscode';
import type { EntryAtLine } from '../../../server/src/protocol';
import { isLogLanguage } from '../names';
import type { CommandTools } from './commandTools';

/** The log entry on the cursor's line; says so and gives `undefined` when there is none. */
export async function entryAtCursor({ server }: CommandTools): Promise<EntryAtLine | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor !== undefined && isLogLanguage(editor.document.languageId)) {
    const entry = await (await server.get()).entryAt(editor.document.uri, editor.selection.active.line);
    if (entry !== null) return entry;
  }
  void vscode.window.showInformationMessage(vscode.l10n.t('Place the cursor on a line of a log first.'));
  return undefined;
}
