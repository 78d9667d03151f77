import type * as vscode from 'vscode';
import type { Incidents } from '../incident/incidents';
import { incidentChildren, sectionsOf, type IncidentElement } from './incidentElements';
import { incidentItem } from './incidentItems';

/** The incident as a tree: what the host wrote, what is to be done, the files, the causes. */
export class IncidentTree implements vscode.TreeDataProvider<IncidentElement> {
  readonly #incidents: Incidents;

  readonly onDidChangeTreeData: vscode.Event<void>;

  constructor(incidents: Incidents) {
    this.#incidents = incidents;
    this.onDidChangeTreeData = incidents.onDidChange;
  }

  getChildren(element?: IncidentElement): IncidentElement[] {
    const { result } = this.#incidents;
    if (result === undefined) return [];
    return element === undefined ? sectionsOf(result) : [...incidentChildren(element)];
  }

  getTreeItem(element: IncidentElement): vscode.TreeItem {
    return incidentItem(element, ({ id }) => this.#incidents.isDone(id));
  }
}
