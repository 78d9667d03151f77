import * as vscode from 'vscode';
import { SITE_VIEW } from '../names';
import { formatCount } from '../numbers';
import { visibleText } from '../plainText';
import type { SiteAudits } from '../siteAudits';
import type { Grouping } from './siteElements';
import { folderName } from './siteItems';
import { SiteTree } from './siteTree';

/** Where the chosen grouping is kept, and the context keys that the manifest's conditions name. */
const GROUPING_KEY = 'logSiteAudit.siteGrouping';
const AUDITED_KEY = 'logSiteAudit.audited';

const GROUPINGS: readonly Grouping[] = ['rule', 'severity', 'file'];

/** The view "Site Audit": the tree with its badge, message and grouping. */
export class SiteView implements vscode.Disposable {
  readonly tree: SiteTree;
  readonly #audits: SiteAudits;
  readonly #memory: vscode.Memento;
  readonly #view: vscode.TreeView<unknown>;
  readonly #listener: vscode.Disposable;

  constructor(audits: SiteAudits, memory: vscode.Memento) {
    const kept = GROUPINGS.find((each) => each === memory.get(GROUPING_KEY)) ?? 'rule';
    this.tree = new SiteTree(audits, kept);
    this.#audits = audits;
    this.#memory = memory;
    this.#view = vscode.window.createTreeView(SITE_VIEW, { treeDataProvider: this.tree, showCollapseAll: true });
    this.#listener = audits.onDidChange(() => this.#update());
    this.#setContext(GROUPING_KEY, kept);
  }

  /** Orders the findings by something else, and remembers it for the workspace. */
  async group(grouping: Grouping): Promise<void> {
    this.tree.grouping = grouping;
    this.#setContext(GROUPING_KEY, grouping);
    await this.#memory.update(GROUPING_KEY, grouping);
  }

  dispose(): void {
    this.#listener.dispose();
    this.#view.dispose();
    this.tree.dispose();
  }

  #update(): void {
    const audits = this.#audits.all;
    const [only, ...others] = audits;
    const findings = audits.reduce((sum, { result }) => sum + result.findings.length, 0);
    const files = audits.reduce((sum, { result }) => sum + result.files, 0);
    this.#view.badge =
      findings === 0 ? undefined : { value: findings, tooltip: vscode.l10n.t('{0} findings', formatCount(findings)) };
    this.#view.description = only && others.length === 0 ? visibleText(folderName(only.folder)) : '';
    this.#view.message =
      findings === 0
        ? undefined
        : vscode.l10n.t('{0} findings in {1} files', formatCount(findings), formatCount(files));
    this.#setContext(AUDITED_KEY, audits.length > 0);
  }

  #setContext(key: string, value: unknown): void {
    void vscode.commands.executeCommand('setContext', key, value);
  }
}
