import * as vscode from 'vscode';
import { DIFFERENCES_VIEW } from '../names';
import type { SiteAudits } from '../siteAudits';
import { childDifferences, topDifferences, type DifferenceElement } from './differenceElements';
import { differenceItem } from './differenceItems';

/** Context key for the view, which is there only where something was compared. */
const COMPARED_KEY = 'logSiteAudit.compared';

/** The view "Differences from the Clean Copy": files that were changed, added and are missing, side by side with the clean ones. */
export class DifferenceView implements vscode.TreeDataProvider<DifferenceElement>, vscode.Disposable {
  readonly #audits: SiteAudits;
  readonly #disposables: vscode.Disposable;

  readonly onDidChangeTreeData: vscode.Event<void>;

  constructor(audits: SiteAudits) {
    this.#audits = audits;
    this.onDidChangeTreeData = audits.onDidChange;
    const view = vscode.window.createTreeView(DIFFERENCES_VIEW, {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
    });
    this.#disposables = vscode.Disposable.from(
      view,
      audits.onDidChange(() => this.#setContext()),
    );
  }

  getChildren(element?: DifferenceElement): DifferenceElement[] {
    return element === undefined ? topDifferences(this.#audits.all) : childDifferences(element);
  }

  getTreeItem(element: DifferenceElement): vscode.TreeItem {
    return differenceItem(element);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #setContext(): void {
    void vscode.commands.executeCommand('setContext', COMPARED_KEY, this.getChildren().length > 0);
  }
}
