import * as vscode from 'vscode';
import { DashboardSession, type DashboardTools } from './dashboardSession';

/** The one dashboard of a window, made when it is first wanted. */
export class Dashboards implements vscode.Disposable {
  readonly #tools: DashboardTools;
  #session: DashboardSession | undefined;

  constructor(tools: DashboardTools) {
    this.#tools = tools;
  }

  /** Shows when the requests of a log came, or those of all open logs when there is none. */
  show(log: vscode.Uri | undefined): void {
    this.#session ??= this.#open();
    this.#session.show(log);
    this.#session.panel.reveal();
  }

  dispose(): void {
    this.#session?.panel.dispose();
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
