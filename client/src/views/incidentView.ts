import * as vscode from 'vscode';
import type { Incidents } from '../incident/incidents';
import { INCIDENT_VIEW } from '../names';
import { formatCount } from '../numbers';
import type { IncidentElement } from './incidentElements';
import { IncidentTree } from './incidentTree';

/** The view "Incident" with its badge; ticks of tasks are kept. */
export class IncidentView implements vscode.Disposable {
  readonly tree: IncidentTree;
  readonly #incidents: Incidents;
  readonly #view: vscode.TreeView<IncidentElement>;
  readonly #listener: vscode.Disposable;

  constructor(incidents: Incidents) {
    this.#incidents = incidents;
    this.tree = new IncidentTree(incidents);
    this.#view = vscode.window.createTreeView(INCIDENT_VIEW, { treeDataProvider: this.tree, showCollapseAll: true });
    this.#listener = vscode.Disposable.from(
      incidents.onDidChange(() => this.#update()),
      this.#view.onDidChangeCheckboxState(({ items }) => this.#tick(items)),
    );
  }

  dispose(): void {
    this.#listener.dispose();
    this.#view.dispose();
  }

  /** Says beside the view's icon how many files are to be acted on. */
  #update(): void {
    const urgent = this.#incidents.result?.files.filter(({ severity }) => severity === 'error').length ?? 0;
    const tooltip = vscode.l10n.t('{0} files to act on', formatCount(urgent));
    this.#view.badge = urgent === 0 ? undefined : { value: urgent, tooltip };
  }

  async #tick(items: readonly [IncidentElement, vscode.TreeItemCheckboxState][]): Promise<void> {
    for (const [element, state] of items) {
      if (element.kind !== 'task') continue;
      await this.#incidents.setDone(element.task.id, state === vscode.TreeItemCheckboxState.Checked);
    }
  }
}
