import * as vscode from 'vscode';
import type {
  Dashboard,
  DashboardQuery,
  HostMessage,
  LineConditions,
  Subject,
  ViewMessage,
} from '../../webview/dashboard/messages';
import type { LogViews } from '../editors/logView/logViews';
import type { Incidents } from '../incident/incidents';
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
  readonly incidents: Pick<Incidents, 'onDidChange' | 'result'>;
}

/** The dashboard: what its page and the server tell each other. */
export class DashboardSession implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly #tools: DashboardTools;
  readonly #listeners: vscode.Disposable;
  #subject: Subject = { kind: 'open' };
  /** Keeps the log open on the server. */
  #hold: Promise<vscode.Disposable> | undefined;
  #isReady = false;
  /** What the server made of the incident when it was last heard of. */
  #counting: Incidents['result'];
  /** The logs that were counted last. */
  #counted: Dashboard['logs'] = [];

  constructor(panel: vscode.WebviewPanel, tools: DashboardTools) {
    this.panel = panel;
    this.#tools = tools;
    this.#listeners = vscode.Disposable.from(
      panel.webview.onDidReceiveMessage((message: ViewMessage) => this.#receive(message)),
      tools.server.onLogAnalysed(() => this.#tell({ type: 'changed' })),
      tools.incidents.onDidChange(() => this.#hearOfIncident()),
    );
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageFolder(tools.extension)] };
    panel.webview.html = webviewHtml(panel.webview, tools.extension, 'dashboard');
  }

  show(subject: Subject): void {
    this.#release();
    this.#subject = subject;
    if (subject.kind === 'log') {
      this.#hold = this.#tools.server.get().then((server) => server.holdLog(subject.uri));
      // Questions meet the same failure, and say so.
      this.#hold.catch(() => undefined);
    }
    this.panel.title = titleOf(subject);
    this.#tell({ type: 'subject', subject });
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

  /** Ticks of tasks change an incident too, but not its logs. */
  #hearOfIncident(): void {
    const { result } = this.#tools.incidents;
    if (result === this.#counting) return;
    this.#counting = result;
    if (this.#subject.kind === 'incident') this.#tell({ type: 'changed' });
  }

  #tell(message: HostMessage): void {
    if (this.#isReady) void this.panel.webview.postMessage(message);
  }

  #receive(message: ViewMessage): void {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        this.#tell({ type: 'words', words: dashboardWords(), locale: vscode.env.language });
        return this.#tell({ type: 'subject', subject: this.#subject });
      case 'query':
        return void this.#answer(message.id, message.query);
      case 'showLines':
        return this.#showProblem(this.#showLines(message.conditions, message.log));
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

  /** Opens the lines in the viewer; the user says of which log where none (a URI) is chosen and several have such. */
  async #showLines(conditions: LineConditions, log: string | undefined): Promise<void> {
    const logs = this.#counted.filter(({ uri, count }) => count > 0 && (log ?? uri) === uri);
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

function titleOf(subject: Subject): string {
  switch (subject.kind) {
    case 'log':
      return vscode.l10n.t('Timeline: {0}', subject.name);
    case 'incident':
      return vscode.l10n.t('Timeline of the incident');
    case 'open':
      return vscode.l10n.t('Timeline');
  }
}
