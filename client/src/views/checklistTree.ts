import type * as vscode from 'vscode';
import type { Incidents } from '../incident/incidents';
import { checklistChildren, sectionsOf, type ChecklistElement } from './checklistElements';
import { checklistItem } from './checklistItems';

/** What is to be done in the incident, what the host wrote, how it could happen, and what happened when, as a tree. */
export class ChecklistTree implements vscode.TreeDataProvider<ChecklistElement> {
  readonly #incidents: Incidents;

  readonly onDidChangeTreeData: vscode.Event<void>;

  constructor(incidents: Incidents) {
    this.#incidents = incidents;
    this.onDidChangeTreeData = incidents.onDidChange;
  }

  getChildren(element?: ChecklistElement): ChecklistElement[] {
    const { result } = this.#incidents;
    if (result === undefined) return [];
    return element === undefined ? sectionsOf(result) : [...checklistChildren(element)];
  }

  getTreeItem(element: ChecklistElement): vscode.TreeItem {
    return checklistItem(element, ({ id }) => this.#incidents.isDone(id));
  }
}
