import * as vscode from 'vscode';
import type { Dashboards } from '../dashboard/dashboards';
import { documentOfLog } from '../editors/logView/logViews';
import type { Incidents } from '../incident/incidents';
import { ARCHIVE_SCHEME, isLogLanguage } from '../names';
import { buildIncident } from './buildIncident';
import type { CommandTools } from './commandTools';
import { logTarget } from './logTarget';

/** "Show the Timeline of Requests": of the log that a menu was opened for, else of the one that has the focus, else of all. */
export async function showDashboard({ dashboards, logViews, incidents }: CommandTools, target: unknown): Promise<void> {
  const wanted = logTarget(target);
  const log = wanted === undefined ? (logViews.active?.log ?? logOfActiveEditor()) : await documentOfLog(wanted);
  if (log === undefined) showAll(dashboards, incidents);
  else dashboards.showLog(log);
}

/**
 * "Show the Timeline of All Logs": of those of the incident, which are read first where that was not done in this window; of all that
 * are open where it has none.
 */
export async function showDashboardOfAll(tools: CommandTools): Promise<void> {
  const { dashboards, incidents } = tools;
  if (incidents.result === undefined && !incidents.isEmpty) await buildIncident(tools);
  showAll(dashboards, incidents);
}

function showAll(dashboards: Dashboards, { result }: Pick<Incidents, 'result'>): void {
  if (result !== undefined && result.logs.length > 0) dashboards.showIncident();
  else dashboards.showOpenLogs();
}

function logOfActiveEditor(): vscode.Uri | undefined {
  const { uri, languageId } = vscode.window.activeTextEditor?.document ?? {};
  if (uri === undefined || languageId === undefined || !isLogLanguage(languageId)) return undefined;
  return uri.scheme === 'file' || uri.scheme === ARCHIVE_SCHEME ? uri : undefined;
}
