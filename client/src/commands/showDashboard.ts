import * as vscode from 'vscode';
import { documentOfLog } from '../editors/logView/logViews';
import { ARCHIVE_SCHEME, isLogLanguage } from '../names';
import type { CommandTools } from './commandTools';
import { logTarget } from './logTarget';

/**
 * "Show the Timeline of Requests": of the log that a menu was opened for, else of the one that has the focus; of all open logs
 * where that is none.
 */
export async function showDashboard({ dashboards, logViews }: CommandTools, target: unknown): Promise<void> {
  const wanted = logTarget(target);
  const log = wanted === undefined ? (logViews.active?.log ?? logOfActiveEditor()) : await documentOfLog(wanted);
  dashboards.show(log);
}

function logOfActiveEditor(): vscode.Uri | undefined {
  const { uri, languageId } = vscode.window.activeTextEditor?.document ?? {};
  if (uri === undefined || languageId === undefined || !isLogLanguage(languageId)) return undefined;
  return uri.scheme === 'file' || uri.scheme === ARCHIVE_SCHEME ? uri : undefined;
}
