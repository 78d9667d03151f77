import * as vscode from 'vscode';
import type { Subject } from '../../webview/dashboard/messages';
import { visibleText } from '../plainText';
import { DashboardSession, type DashboardTools } from './dashboardSession';

/** The one dashboard of a window, made when it is first wanted. */
export class Dashboards implements vscode.Disposable {
  readonly #tools: DashboardTools;
  #session: DashboardSession | undefined;

  constructor(tools: DashboardTools) {
    this.#tools = tools;
  }

  /** Shows when the requests of a log came. */
  showLog(log: vscode.Uri): void {
    this.#show({ kind: 'log', uri: log.toString(), name: nameOf(log) });
  }

  showOpenLogs(): void {
    this.#show({ kind: 'open' });
  }

  /** Shows when the requests of all logs of the incident came. */
  showIncident(): void {
    this.#show({ kind: 'incident' });
  }

  dispose(): void {
    this.#session?.panel.dispose();
  }

  #show(subject: Subject): void {
    this.#session ??= this.#open();
    this.#session.show(subject);
    this.#session.panel.reveal();
  }

  #open(): DashboardSession {
    const panel = vscode.window.createWebviewPanel('logSiteAudit.dashboard', '', vscode.ViewColumn.Active);
    const session = new DashboardSession(panel, this.#tools);
    panel.onDidDispose(() => {
      session.dispose();
      this.#session = undefined;
    });
    return session;
  }
}

function nameOf(log: vscode.Uri): string {
  return visibleText(log.path.slice(log.path.lastIndexOf('/') + 1));
}
