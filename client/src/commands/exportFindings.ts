import * as vscode from 'vscode';
import type { FindingOfSite } from '../../../server/src/protocol';
import { findingKeys } from '../findingKeys';
import { formatCount } from '../numbers';
import type { CommandTools } from './commandTools';
import { askForExport, exportedText, handOver, tellOfExport, type ExportChoice } from './exportChoice';

/** "Export the Findings…": hands on what the tree shows, as a file or by the clipboard. */
export async function exportFindings(tools: CommandTools): Promise<void> {
  const findings = shownFindings(tools);
  if (findings.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no finding to export.'));
    return;
  }
  const question = vscode.l10n.t('How do you want the {0} findings that are shown?', formatCount(findings.length));
  const choice = await askForExport(question, 'site-findings');
  if (choice === undefined) return;
  const { text, unknown } = await (await tools.server.get()).site.report({ format: choice.format, findings });
  if (unknown === findings.length) {
    throw new Error(vscode.l10n.t('The findings are not known any more. Audit the folder again, then export.'));
  }
  await handOver(text, choice);
  // Not waited for: the user may leave it there.
  void tell(findings.length - unknown, unknown, choice);
}

/** The findings that pass the filter, in the order of the tree. */
function shownFindings({ audits, siteView }: CommandTools): FindingOfSite[] {
  const keys = new Map(audits.all.flatMap((audit) => [...findingKeys(audit)]));
  return siteView.tree.findings.map(({ finding }) => keys.get(finding)).filter((key) => key !== undefined);
}

function tell(exported: number, unknown: number, choice: ExportChoice): Promise<void> {
  const done = exportedText(formatCount(exported), choice);
  const missing = vscode.l10n.t('Left out, as the site was audited again meanwhile: {0}.', formatCount(unknown));
  return tellOfExport(unknown === 0 ? done : `${done} ${missing}`, choice);
}
