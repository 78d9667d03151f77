import * as vscode from 'vscode';
import type { Incidents } from '../incident/incidents';
import { countUrgentFiles } from '../incident/urgentFiles';
import type { KnownLogs } from '../logs/knownLogs';
import { INCIDENT_VIEW, PRODUCT } from '../names';
import { formatCount } from '../numbers';
import type { SiteAudits } from '../siteAudits';

/** Right of VS Code's own items about the window. */
const PRIORITY = -100;

/** What the status bar tells about. */
interface StatusSources {
  readonly logs: KnownLogs;
  readonly audits: SiteAudits;
  readonly incidents: Incidents;
}

/** Says in the status bar how much is urgent, once anything was looked at; a click leads to the checklist. */
export class AuditStatus implements vscode.Disposable {
  readonly #sources: StatusSources;
  readonly #item = vscode.window.createStatusBarItem('logSiteAudit.status', vscode.StatusBarAlignment.Left, PRIORITY);
  readonly #listener: vscode.Disposable;

  constructor(sources: StatusSources) {
    this.#sources = sources;
    this.#item.name = PRODUCT;
    this.#item.command = `${INCIDENT_VIEW}.focus`;
    const update = (): void => this.#update();
    this.#listener = vscode.Disposable.from(
      sources.logs.onDidChange(update),
      sources.audits.onDidChange(update),
      sources.incidents.onDidChange(update),
    );
  }

  /** What the status bar says; `undefined` while nothing was looked at. */
  get text(): string | undefined {
    const { logs, audits, incidents } = this.#sources;
    if (logs.all.length === 0 && audits.all.length === 0 && incidents.result === undefined) return undefined;
    const counts = [findingsText(logs.findings.error), filesText(countUrgentFiles(incidents.result, audits.all))];
    const urgent = counts.filter((count) => count !== undefined).join(' · ');
    return urgent === '' ? vscode.l10n.t('Nothing urgent found') : urgent;
  }

  dispose(): void {
    this.#listener.dispose();
    this.#item.dispose();
  }

  #update(): void {
    const { text } = this;
    if (text === undefined) return this.#item.hide();
    const { logs, audits, incidents } = this.#sources;
    const isUrgent = logs.findings.error + countUrgentFiles(incidents.result, audits.all) > 0;
    this.#item.text = `$(${isUrgent ? 'error' : 'pass'}) ${text}`;
    this.#item.tooltip = vscode.l10n.t('{0}: {1}. Click for the checklist.', PRODUCT, text);
    this.#item.accessibilityInformation = { label: `${PRODUCT}: ${text}`, role: 'button' };
    this.#item.show();
  }
}

function findingsText(count: number): string | undefined {
  if (count === 0) return undefined;
  return count === 1
    ? vscode.l10n.t('1 urgent finding in the logs')
    : vscode.l10n.t('{0} urgent findings in the logs', formatCount(count));
}

function filesText(count: number): string | undefined {
  if (count === 0) return undefined;
  return count === 1 ? vscode.l10n.t('1 file to act on') : vscode.l10n.t('{0} files to act on', formatCount(count));
}
