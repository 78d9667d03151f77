import * as vscode from 'vscode';
import type { SiteAudits } from '../siteAudits';
import { childElements, parentId, topElements, type Grouping, type SiteElement } from './siteElements';
import { findingTooltip, siteItem } from './siteItems';

/** Children that are shown at once; VS Code draws no long list page by page. */
const PAGE = 1000;

/** What the site audits found, as a tree. */
export class SiteTree implements vscode.TreeDataProvider<SiteElement>, vscode.Disposable {
  readonly #audits: SiteAudits;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listener: vscode.Disposable;
  /** Pages shown of the elements of which more than the first was asked for. */
  readonly #pages = new Map<string, number>();
  #grouping: Grouping;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(audits: SiteAudits, grouping: Grouping) {
    this.#audits = audits;
    this.#grouping = grouping;
    this.#listener = audits.onDidChange(() => this.#changed.fire());
  }

  get grouping(): Grouping {
    return this.#grouping;
  }

  set grouping(grouping: Grouping) {
    this.#grouping = grouping;
    this.#changed.fire();
  }

  getChildren(element?: SiteElement): SiteElement[] {
    const all =
      element === undefined ? topElements(this.#audits.all, this.#grouping) : childElements(element, this.#grouping);
    const shown = PAGE * (this.#pages.get(parentId(element)) ?? 1);
    if (all.length <= shown) return all;
    return [...all.slice(0, shown), { kind: 'more', parent: element, left: all.length - shown }];
  }

  getTreeItem(element: SiteElement): vscode.TreeItem {
    return siteItem(element);
  }

  resolveTreeItem(item: vscode.TreeItem, element: SiteElement): vscode.TreeItem {
    if (element.kind === 'finding') item.tooltip = findingTooltip(element.finding);
    return item;
  }

  /** Shows one page more of the children of an element, named by its id. */
  showMore(id: string): void {
    this.#pages.set(id, (this.#pages.get(id) ?? 1) + 1);
    this.#changed.fire();
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }
}
