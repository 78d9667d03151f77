import * as vscode from 'vscode';
import { LINES_SCHEME } from '../names';
import type { CommandTools } from './commandTools';
import { goToLogLine } from './showLogLine';

/** "Reveal in Full Log": goes from a line of some lines to the same line in the log. */
export async function revealInLog(tools: CommandTools): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.scheme !== LINES_SCHEME) return;
  const place = await (await tools.server.get()).lineInLog(editor.document.uri, editor.selection.active.line);
  if (place !== null) await goToLogLine(tools, place);
}
