import * as vscode from 'vscode';
import type { SiteAudit, SiteAudits } from '../siteAudits';
import {
  childElements,
  elementId,
  findingElements,
  parentElement,
  parentId,
  topElements,
  type FindingElement,
  type Grouping,
  type SiteElement,
} from './siteElements';
import { filteredAudits, NO_FILTER, type SiteFilter } from './siteFilter';
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
  #filter = NO_FILTER;
  #shown: readonly SiteAudit[] = [];

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(audits: SiteAudits, grouping: Grouping) {
    this.#audits = audits;
    this.#grouping = grouping;
    this.#listener = audits.onDidChange(() => this.#update());
  }

  get grouping(): Grouping {
    return this.#grouping;
  }

  set grouping(grouping: Grouping) {
    this.#grouping = grouping;
    this.#update();
  }

  get filter(): SiteFilter {
    return this.#filter;
  }

  set filter(filter: SiteFilter) {
    this.#filter = filter;
    this.#update();
  }

  /** The findings that pass the filter, in the order of the tree. */
  get findings(): readonly FindingElement[] {
    return findingElements(this.#shown, this.#grouping);
  }

  getChildren(element?: SiteElement): SiteElement[] {
    const all = this.#allChildren(element);
    const shown = this.#numberShown(element);
    if (all.length <= shown) return all;
    return [...all.slice(0, shown), { kind: 'more', parent: element, left: all.length - shown }];
  }

  getParent(element: SiteElement): SiteElement | undefined {
    return parentElement(element, this.#shown, this.#grouping);
  }

  getTreeItem(element: SiteElement): vscode.TreeItem {
    return siteItem(element);
  }

  resolveTreeItem(item: vscode.TreeItem, element: SiteElement): vscode.TreeItem {
    if (element.kind === 'finding') item.tooltip = findingTooltip(element);
    return item;
  }

  /** Shows one page more of the children of an element, named by its id. */
  showMore(id: string): void {
    this.#pages.set(id, (this.#pages.get(id) ?? 1) + 1);
    this.#changed.fire();
  }

  /** Shows so many pages that an element is among those that are shown, and so are those above it. */
  makeRoomFor(element: SiteElement): void {
    const parent = this.getParent(element);
    if (parent !== undefined) this.makeRoomFor(parent);
    const id = elementId(element);
    const index = this.#allChildren(parent).findIndex((each) => elementId(each) === id);
    if (index < this.#numberShown(parent)) return;
    this.#pages.set(parentId(parent), Math.floor(index / PAGE) + 1);
    this.#changed.fire();
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }

  #update(): void {
    this.#shown = filteredAudits(this.#audits.all, this.#filter);
    this.#changed.fire();
  }

  #allChildren(element: SiteElement | undefined): SiteElement[] {
    return element === undefined ? topElements(this.#shown, this.#grouping) : childElements(element, this.#grouping);
  }

  #numberShown(element: SiteElement | undefined): number {
    return PAGE * (this.#pages.get(parentId(element)) ?? 1);
  }
}
