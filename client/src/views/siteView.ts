import * as vscode from 'vscode';
import { SITE_VIEW } from '../names';
import type { Incidents } from '../incident/incidents';
import { countUrgentFiles } from '../incident/urgentFiles';
import { formatCount } from '../numbers';
import { visibleText } from '../plainText';
import type { SiteAudits } from '../siteAudits';
import { askForFilter, filterText } from './filterInput';
import { elementId, type FindingElement, type SiteElement } from './siteElements';
import { isFiltering, NO_FILTER, type SiteFilter } from './siteFilter';
import { GROUPINGS, type Grouping } from './siteGroups';
import { folderName } from './siteItems';
import { SiteTree } from './siteTree';
import { namedText, viewMessage } from './viewMessage';

/** Where the chosen grouping is kept, and the context keys that the manifest's conditions name. */
const GROUPING_KEY = 'logSiteAudit.siteGrouping';
const AUDITED_KEY = 'logSiteAudit.audited';
const FOUND_KEY = 'logSiteAudit.siteHasFindings';
const FILTERED_KEY = 'logSiteAudit.siteFiltered';

/** The view "Site Audit": the tree with its badge, message, grouping and filter. */
export class SiteView implements vscode.Disposable {
  readonly tree: SiteTree;
  readonly #audits: SiteAudits;
  readonly #incidents: Incidents;
  readonly #memory: vscode.Memento;
  readonly #view: vscode.TreeView<SiteElement>;
  readonly #listener: vscode.Disposable;
  /** How far the audit is that the user waits for; `undefined` for none. */
  #progress: string | undefined;
  readonly #chosen = new vscode.EventEmitter<string>();
  /** The user chose a finding in the tree: its id. */
  readonly onDidChoose = this.#chosen.event;

  constructor(audits: SiteAudits, incidents: Incidents, memory: vscode.Memento) {
    const kept = GROUPINGS.find((each) => each === memory.get(GROUPING_KEY));
    this.tree = new SiteTree(audits, incidents, kept);
    this.#audits = audits;
    this.#incidents = incidents;
    this.#memory = memory;
    this.#view = vscode.window.createTreeView(SITE_VIEW, {
      treeDataProvider: this.tree,
      showCollapseAll: true,
      canSelectMany: true,
    });
    this.#listener = vscode.Disposable.from(
      this.tree.onDidChangeTreeData(() => this.#update()),
      this.#view.onDidChangeSelection(({ selection: [element] }) => {
        if (element?.kind === 'finding') this.#chosen.fire(elementId(element));
      }),
    );
    this.#setContext(GROUPING_KEY, this.tree.grouping);
  }

  /** What stands above the tree. */
  get message(): string | undefined {
    return this.#view.message;
  }

  /** What stands beside the view's title. */
  get description(): string | undefined {
    return this.#view.description;
  }

  /** Orders the findings by something else, and remembers it for the workspace. */
  async group(grouping: Grouping): Promise<void> {
    this.tree.grouping = grouping;
    await this.#memory.update(GROUPING_KEY, grouping);
  }

  /** Lets the user say which findings to show. */
  askForFilter(): void {
    const findings = this.#audits.all.flatMap(({ result }) => result.findings);
    askForFilter(this.tree.filter, findings, (filter) => this.filter(filter));
  }

  /** Shows the findings that pass a filter; all of them where none is given. */
  filter(filter: SiteFilter = NO_FILTER): void {
    this.tree.filter = filter;
  }

  /** Says how far an audit is that the user waits for; `undefined`: none is under way. */
  showProgress(progress: string | undefined): void {
    this.#progress = progress;
    this.#showMessage();
  }

  /** Brings a finding into sight in the tree, without taking the keyboard away from the editor. */
  async reveal(element: FindingElement): Promise<void> {
    this.tree.makeRoomFor(element);
    await this.#view.reveal(element, { select: true, focus: false, expand: false });
  }

  /** Whether the tree is on the screen. */
  get isVisible(): boolean {
    return this.#view.visible;
  }

  dispose(): void {
    this.#listener.dispose();
    this.#view.dispose();
    this.#chosen.dispose();
    this.tree.dispose();
  }

  #update(): void {
    const audits = this.#audits.all;
    const [only, ...others] = audits;
    const findings = audits.reduce((sum, { result }) => sum + result.findings.length, 0);
    this.#view.badge = this.#badge();
    const name = only && others.length === 0 ? visibleText(folderName(only.folder)) : undefined;
    const filter = filterText(this.tree.filter);
    this.#view.description = [name, filter].filter((part) => part !== undefined).join(' · ');
    this.#showMessage();
    this.#setContext(GROUPING_KEY, this.tree.grouping);
    this.#setContext(AUDITED_KEY, audits.length > 0);
    this.#setContext(FOUND_KEY, findings > 0);
    this.#setContext(FILTERED_KEY, isFiltering(this.tree.filter));
  }

  /** How many files are to be acted on. */
  #badge(): vscode.ViewBadge | undefined {
    const value = countUrgentFiles(this.#incidents.result, this.#audits.all);
    if (value === 0) return undefined;
    const tooltip =
      value === 1 ? vscode.l10n.t('1 file to act on') : vscode.l10n.t('{0} files to act on', formatCount(value));
    return { value, tooltip };
  }

  #showMessage(): void {
    this.#view.message = this.#progress ?? this.#countsText();
  }

  /** `undefined` where the filter keeps all back: VS Code shows the way out only where there is no message. */
  #countsText(): string | undefined {
    const { filter, findings } = this.tree;
    if (isFiltering(filter) && this.tree.getChildren().length === 0) return undefined;
    const results = this.#audits.all.map(({ result }) => result);
    const parts = [viewMessage(results, filter, findings.length), namedText(this.tree.sites)];
    return parts.filter((part) => part !== undefined).join(' · ') || undefined;
  }

  #setContext(key: string, value: unknown): void {
    void vscode.commands.executeCommand('setContext', key, value);
  }
}
