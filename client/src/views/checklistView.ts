import * as vscode from 'vscode';
import { findHostLists } from '../incident/hostLists';
import type { Incidents } from '../incident/incidents';
import { INCIDENT_VIEW } from '../names';
import { formatCount } from '../numbers';
import { visibleText } from '../plainText';
import type { ChecklistElement } from './checklistElements';
import { ChecklistTree } from './checklistTree';

/** Context key for the welcome that offers a list. */
const LIST_KEY = 'logSiteAudit.hostListFound';

/** The view "Checklist" with its badge; ticks of tasks are kept. */
export class ChecklistView implements vscode.Disposable {
  readonly tree: ChecklistTree;
  readonly #incidents: Incidents;
  readonly #view: vscode.TreeView<ChecklistElement>;
  readonly #listener: vscode.Disposable;
  readonly #messageChanged = new vscode.EventEmitter<void>();
  /** Fired when what stands above the tree may have changed. */
  readonly onDidChangeMessage = this.#messageChanged.event;
  /** The newest list of the host that lies in the workspace. */
  #list: vscode.Uri | undefined;

  constructor(incidents: Incidents) {
    this.#incidents = incidents;
    this.tree = new ChecklistTree(incidents);
    this.#view = vscode.window.createTreeView(INCIDENT_VIEW, {
      treeDataProvider: this.tree,
      showCollapseAll: true,
      canSelectMany: true,
    });
    this.#listener = vscode.Disposable.from(
      incidents.onDidChange(() => this.#update()),
      this.#view.onDidChangeVisibility(({ visible }) => (visible ? this.#lookForLists() : undefined)),
      this.#view.onDidChangeCheckboxState(({ items }) => this.#tick(items)),
    );
  }

  dispose(): void {
    this.#listener.dispose();
    this.#view.dispose();
    this.#messageChanged.dispose();
  }

  /** What stands above the tree. */
  get message(): string | undefined {
    return this.#view.message;
  }

  /**
   * Offers a host's list that lies in the workspace. Looked for when the view is opened and when its incident changes: nothing may
   * pop up by itself.
   */
  async #lookForLists(): Promise<void> {
    [this.#list] = await findHostLists(this.#incidents.result?.lists);
    this.#offerList();
  }

  /** Where there is a tree, VS Code shows no welcome, so that a message takes its place. */
  #offerList(): void {
    const { result, parts } = this.#incidents;
    const list = parts.list === undefined ? this.#list : undefined;
    void vscode.commands.executeCommand('setContext', LIST_KEY, list !== undefined);
    const name = list && vscode.workspace.asRelativePath(list);
    this.#view.message =
      result === undefined || name === undefined
        ? undefined
        : vscode.l10n.t(
            'A list of your host was found: {0}. “Import the Host’s List…” above takes it.',
            visibleText(name),
          );
    this.#messageChanged.fire();
  }

  /** Says beside the view's icon how much of what the host asks for is still open. */
  #update(): void {
    const tasks = this.#incidents.result?.tasks ?? [];
    const asked = tasks.filter(({ isAsked, shown }) => isAsked && shown !== 'done');
    const open = asked.filter(({ id }) => !this.#incidents.isDone(id)).length;
    const tooltip = vscode.l10n.t('{0} points that the host asks for are open', formatCount(open));
    void this.#lookForLists();
    this.#view.badge = open === 0 ? undefined : { value: open, tooltip };
  }

  async #tick(items: readonly [ChecklistElement, vscode.TreeItemCheckboxState][]): Promise<void> {
    for (const [element, state] of items) {
      if (element.kind !== 'task') continue;
      await this.#incidents.setDone(element.task.id, state === vscode.TreeItemCheckboxState.Checked);
    }
  }
}
