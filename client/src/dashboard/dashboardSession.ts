import * as vscode from 'vscode';
import type {
  Dashboard,
  DashboardQuery,
  HostMessage,
  LineConditions,
  ViewMessage,
} from '../../webview/dashboard/messages';
import type { LogViews } from '../editors/logView/logViews';
import type { LazyServer } from '../lazyServer';
import { formatCount } from '../numbers';
import { notificationText, visibleText } from '../plainText';
import { pageFolder, webviewHtml } from '../webviewHtml';
import { dashboardWords } from './dashboardWords';

/** What a dashboard works with. */
export interface DashboardTools {
  readonly extension: vscode.Uri;
  readonly server: LazyServer;
  readonly logViews: LogViews;
}

/** The dashboard: what its page and the server tell each other. */
export class DashboardSession implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly #tools: DashboardTools;
  readonly #listeners: vscode.Disposable;
  #log: vscode.Uri | undefined;
  /** Keeps the log open on the server. */
  #hold: Promise<vscode.Disposable> | undefined;
  #isReady = false;
  /** The logs that were counted last. */
  #counted: Dashboard['logs'] = [];

  constructor(panel: vscode.WebviewPanel, tools: DashboardTools) {
    this.panel = panel;
    this.#tools = tools;
    this.#listeners = vscode.Disposable.from(
      panel.webview.onDidReceiveMessage((message: ViewMessage) => this.#receive(message)),
      tools.server.onLogAnalysed(() => this.#tell({ type: 'changed' })),
    );
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageFolder(tools.extension)] };
    panel.webview.html = webviewHtml(panel.webview, tools.extension, 'dashboard');
  }

  /** Shows a log; all that are open when there is none. */
  show(log: vscode.Uri | undefined): void {
    this.#release();
    this.#log = log;
    if (log !== undefined) {
      this.#hold = this.#tools.server.get().then((server) => server.holdLog(log.toString()));
      // Questions meet the same failure, and say so.
      this.#hold.catch(() => undefined);
    }
    this.panel.title = log === undefined ? vscode.l10n.t('Timeline') : vscode.l10n.t('Timeline: {0}', nameOf(log));
    this.#tellLog();
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#release();
  }

  #release(): void {
    void this.#hold?.then(
      (hold) => hold.dispose(),
      () => undefined,
    );
    this.#hold = undefined;
  }

  #tellLog(): void {
    const log = this.#log;
    this.#tell({ type: 'log', ...(log && { log: { uri: log.toString(), name: nameOf(log) } }) });
  }

  #tell(message: HostMessage): void {
    if (this.#isReady) void this.panel.webview.postMessage(message);
  }

  #receive(message: ViewMessage): void {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        this.#tell({ type: 'words', words: dashboardWords(), locale: vscode.env.language });
        return this.#tellLog();
      case 'query':
        return void this.#answer(message.id, message.query);
      case 'showLines':
        return this.#showProblem(this.#showLines(message.conditions));
    }
  }

  async #answer(id: number, query: DashboardQuery): Promise<void> {
    try {
      await this.#hold;
      const dashboard = await (await this.#tools.server.get()).dashboard(query);
      this.#counted = dashboard.logs;
      this.#tell({ type: 'answer', id, dashboard });
    } catch {
      // The server logs what went wrong; the page says that there is nothing to show.
      this.#tell({ type: 'answer', id });
    }
  }

  /** Opens the lines in the viewer; the user says of which log where several have such. */
  async #showLines(conditions: LineConditions): Promise<void> {
    const logs = this.#counted.filter(({ count }) => count > 0);
    const items = logs.map(({ uri, name, count }) => ({
      label: visibleText(name),
      description: vscode.l10n.t('{0} lines', formatCount(count)),
      uri,
    }));
    const title = vscode.l10n.t('Lines of which log?');
    const chosen = items.length > 1 ? await vscode.window.showQuickPick(items, { title }) : items[0];
    if (chosen !== undefined) await this.#tools.logViews.openLines(vscode.Uri.parse(chosen.uri, true), conditions);
  }

  #showProblem(work: Promise<void>): void {
    work.catch((error: unknown) => void vscode.window.showErrorMessage(notificationText(String(error))));
  }
}

function nameOf(log: vscode.Uri): string {
  return visibleText(log.path.slice(log.path.lastIndexOf('/') + 1));
}
