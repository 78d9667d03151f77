import * as vscode from 'vscode';
import type { KnownLogs } from '../logs/knownLogs';
import { LOGS_VIEW } from '../names';
import { formatCount } from '../numbers';
import type { LogElement } from './logElements';
import { LogTree } from './logTree';

/** Context keys that the manifest's conditions name: whether there are logs to show, and findings in them. */
const LOGS_KEY = 'logSiteAudit.hasLogs';
const FOUND_KEY = 'logSiteAudit.logsHaveFindings';

/** The view "Logs": the logs that were read, with what was found in each. */
export class LogListView implements vscode.Disposable {
  readonly tree: LogTree;
  readonly #logs: KnownLogs;
  readonly #view: vscode.TreeView<LogElement>;
  readonly #listener: vscode.Disposable;

  constructor(logs: KnownLogs) {
    this.#logs = logs;
    this.tree = new LogTree(logs);
    this.#view = vscode.window.createTreeView(LOGS_VIEW, { treeDataProvider: this.tree, showCollapseAll: true });
    this.#listener = logs.onDidChange(() => this.#update());
  }

  /** The number beside the view's icon. */
  get badge(): vscode.ViewBadge | undefined {
    return this.#view.badge;
  }

  dispose(): void {
    this.#listener.dispose();
    this.#view.dispose();
  }

  #update(): void {
    const { error } = this.#logs.findings;
    const tooltip =
      error === 1
        ? vscode.l10n.t('1 urgent finding in the logs')
        : vscode.l10n.t('{0} urgent findings in the logs', formatCount(error));
    this.#view.badge = error === 0 ? undefined : { value: error, tooltip };
    void vscode.commands.executeCommand('setContext', LOGS_KEY, this.#logs.all.length > 0);
    void vscode.commands.executeCommand('setContext', FOUND_KEY, this.tree.findings.length > 0);
  }
}
