import type * as vscode from 'vscode';
import type { Severity } from '../../server/src/protocol';
import { uniqueBy } from './uniqueBy';
import { logElementId } from './views/logElements';
import { logItem } from './views/logItems';
import type { LogTree } from './views/logTree';
import { elementId, type FindingElement } from './views/siteElements';
import { siteItem } from './views/siteItems';
import type { SiteView } from './views/siteView';

/** A finding on the way through all of them. */
export interface FindingStop {
  readonly id: string;
  readonly severity: Severity;
  /** Hostile text. */
  readonly title: string;
  /** What opens its place. */
  readonly command: () => vscode.Command | undefined;
  /** Of a finding in a site: its element in the tree. */
  readonly element?: FindingElement;
}

/** The way from finding to finding: those in sites first, then those in logs, each in the order of its tree. */
export class FindingWalk implements vscode.Disposable {
  readonly #siteView: SiteView;
  readonly #logTree: LogTree;
  readonly #listener: vscode.Disposable;
  /** Id of the finding at which the user is. */
  #current: string | undefined;

  constructor(siteView: SiteView, logTree: LogTree) {
    this.#siteView = siteView;
    this.#logTree = logTree;
    this.#listener = siteView.onDidChoose((id) => (this.#current = id));
  }

  /**
   * Goes on to the next finding, or back, and round at the ends.
   * @returns it, its number (from 1) and how many there are; `undefined` where there is none
   */
  step(by: 1 | -1): { readonly stop: FindingStop; readonly number: number; readonly of: number } | undefined {
    const all = this.#stops();
    if (all.length === 0) return undefined;
    const at = all.findIndex(({ id }) => id === this.#current);
    const next = at === -1 && by === -1 ? all.length - 1 : (at + by + all.length) % all.length;
    const stop = all[next]!;
    this.#current = stop.id;
    return { stop, number: next + 1, of: all.length };
  }

  dispose(): void {
    this.#listener.dispose();
  }

  #stops(): FindingStop[] {
    const inSites = this.#siteView.tree.findings.map((element): FindingStop => {
      const { severity, title } = element.finding;
      return { id: elementId(element), severity, title, command: () => siteItem(element).command, element };
    });
    const inLogs = this.#logTree.findings.map((element): FindingStop => {
      const { severity, title } = element.found;
      return { id: logElementId(element), severity, title, command: () => logItem(element).command };
    });
    // From one of two that are alike the way would lead back to the other.
    return uniqueBy([...inSites, ...inLogs], ({ id }) => id);
  }
}
