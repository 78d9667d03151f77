import * as vscode from 'vscode';
import type { Incidents } from '../incident/incidents';
import type { SiteAudits } from '../siteAudits';
import { uniqueBy } from '../uniqueBy';
import { countListedFiles, listedSites, type KnownFiles, type ListedSite } from './listedSites';
import {
  childElements,
  elementId,
  findingElements,
  parentElement,
  parentId,
  topElements,
  type FindingElement,
  type SiteElement,
} from './siteElements';
import { filteredSites, NO_FILTER, type SiteFilter } from './siteFilter';
import type { Grouping } from './siteGroups';
import { findingTooltip, siteItem } from './siteItems';

/** Children that are shown at once; VS Code draws no long list page by page. */
const PAGE = 1000;

/** Files up to which all that is known of each is shown at once; of more, their names are what fits. */
const MOST_UNFOLDED = 10;

/** Stands for the copy of the site where there is none, and the files that the host names are all that is known. */
const NO_COPY = vscode.Uri.from({ scheme: 'no-copy', path: '/' });

/** What the site audits found and which files the host names, as a tree. */
export class SiteTree implements vscode.TreeDataProvider<SiteElement>, vscode.Disposable {
  readonly #audits: SiteAudits;
  readonly #incidents: Incidents;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listener: vscode.Disposable;
  /** Pages shown of the elements of which more than the first was asked for. */
  readonly #pages = new Map<string, number>();
  /** What the user chose to group by; `undefined` while he did not. */
  #chosen: Grouping | undefined;
  #filter = NO_FILTER;
  #shown: readonly ListedSite[] = [];
  #isLong = false;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(audits: SiteAudits, incidents: Incidents, chosen: Grouping | undefined) {
    this.#audits = audits;
    this.#incidents = incidents;
    this.#chosen = chosen;
    this.#listener = vscode.Disposable.from(
      audits.onDidChange(() => this.#update()),
      incidents.onDidChange(() => this.#update()),
    );
  }

  /** Unless the user chose: by rule; once an incident is put together, by file, as hosts speak of files. */
  get grouping(): Grouping {
    return this.#chosen ?? (this.#incidents.result === undefined ? 'rule' : 'file');
  }

  set grouping(grouping: Grouping) {
    this.#chosen = grouping;
    this.#update();
  }

  /** The sites that are listed, with what passes the filter. */
  get sites(): readonly ListedSite[] {
    return this.#shown;
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
    return findingElements(this.#shown, this.grouping);
  }

  getChildren(element?: SiteElement): SiteElement[] {
    const all = this.#allChildren(element);
    const shown = this.#numberShown(element);
    if (all.length <= shown) return all;
    return [...all.slice(0, shown), { kind: 'more', parent: element, left: all.length - shown }];
  }

  getParent(element: SiteElement): SiteElement | undefined {
    return parentElement(element, this.#shown, this.grouping);
  }

  getTreeItem(element: SiteElement): vscode.TreeItem {
    return siteItem(element, this.#isLong ? vscode.TreeItemCollapsibleState.Collapsed : undefined);
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
    this.#shown = filteredSites(listedSites(this.#audits.all, knownFiles(this.#incidents)), this.#filter);
    this.#isLong = countListedFiles(this.#shown) > MOST_UNFOLDED;
    this.#changed.fire();
  }

  /** VS Code draws nothing where two have the same id, which an archive with two members of one name would do. */
  #allChildren(element: SiteElement | undefined): SiteElement[] {
    const { grouping } = this;
    const all = element === undefined ? topElements(this.#shown, grouping) : childElements(element, grouping);
    return uniqueBy(all, elementId);
  }

  #numberShown(element: SiteElement | undefined): number {
    return PAGE * (this.#pages.get(parentId(element)) ?? 1);
  }
}

function knownFiles({ result }: Incidents): KnownFiles | undefined {
  if (result === undefined) return undefined;
  return {
    folder: result.site === undefined ? NO_COPY : vscode.Uri.parse(result.site, true),
    files: result.files,
    logs: result.logs.length,
  };
}
