import * as vscode from 'vscode';
import type { Severity, SiteFinding } from '../../../server/src/protocol';
import { formatCount } from '../numbers';
import { severityIcon, severityName } from '../severities';
import { SEVERITIES } from '../severityOrder';
import { isFiltering, type SiteFilter } from './siteFilter';

interface SeverityItem extends vscode.QuickPickItem {
  readonly severity: Severity;
}

/**
 * Asks for words and severities. The tree follows while the user types; when the user gives up it is as before.
 * @param show told of each change
 */
export function askForFilter(
  before: SiteFilter,
  findings: readonly SiteFinding[],
  show: (filter: SiteFilter) => void,
): void {
  const input = vscode.window.createQuickPick<SeverityItem>();
  input.title = vscode.l10n.t('Filter the Findings');
  input.placeholder = vscode.l10n.t('Words in file names and findings; tick what to show');
  input.canSelectMany = true;
  input.items = SEVERITIES.map((severity) => severityItem(severity, findings));
  input.selectedItems = input.items.filter(({ severity }) => before.severities.includes(severity));
  input.value = before.text;
  let isAccepted = false;
  const update = (): void =>
    show({ text: input.value, severities: input.selectedItems.map(({ severity }) => severity) });
  input.onDidChangeValue(update);
  input.onDidChangeSelection(update);
  input.onDidAccept(() => {
    isAccepted = true;
    input.hide();
  });
  input.onDidHide(() => {
    if (!isAccepted) show(before);
    input.dispose();
  });
  input.show();
}

/** What a filter lets pass, in a few words; `undefined` when it is everything. */
export function filterText(filter: SiteFilter): string | undefined {
  if (!isFiltering(filter)) return undefined;
  const severities = filter.severities.map(severityName).join(vscode.l10n.t(', '));
  const text = filter.text.trim();
  return [...(text === '' ? [] : [vscode.l10n.t('“{0}”', text)]), ...(severities === '' ? [] : [severities])].join(
    ' · ',
  );
}

function severityItem(severity: Severity, findings: readonly SiteFinding[]): SeverityItem {
  const count = findings.filter((finding) => finding.severity === severity).length;
  return {
    severity,
    label: severityName(severity),
    description: formatCount(count),
    iconPath: severityIcon(severity),
    alwaysShow: true,
  };
}
