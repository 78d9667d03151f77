import * as vscode from 'vscode';
import type { IncidentFact } from '../../../server/src/protocol';
import { SHOW_LOG_LINE } from '../names';
import { visibleText } from '../plainText';

/** The item of a hostile text, all of which is shown where the mouse rests on it. */
export function textItem(text: string, state = vscode.TreeItemCollapsibleState.None): vscode.TreeItem {
  const item = new vscode.TreeItem(visibleText(text), state);
  item.tooltip = visibleText(text);
  return item;
}

/** The item of a sentence that leads to its place, where it has one; the icon tells. */
export function factItem({ text, uri, line }: IncidentFact): vscode.TreeItem {
  const item = textItem(text);
  item.iconPath = new vscode.ThemeIcon(uri === undefined ? 'note' : 'go-to-file');
  if (uri !== undefined) item.command = openCommand(uri, line);
  return item;
}

/** Opens a file, or a log at a line (from 0). */
export function openCommand(uri: string, line?: number): vscode.Command {
  const title = vscode.l10n.t('Open');
  if (line === undefined) return { title, command: 'vscode.open', arguments: [vscode.Uri.parse(uri, true)] };
  return { title, command: SHOW_LOG_LINE, arguments: [{ uri, line }] };
}

/** Parts of a label in one text, for descriptions and screen readers; hidden characters are made visible. */
export function joinedText(...parts: (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .map(visibleText)
    .join(' · ');
}
