import * as vscode from 'vscode';
import { formatCount } from '../numbers';
import type { CommandTools } from './commandTools';
import { askForExport, exportedText, handOver, tellOfExport, type ExportChoice } from './exportChoice';

/**
 * "Export the Findings of the Logs…": hands on what was found in the logs of the incident, of folders that were read together, and in
 * the open ones.
 * @param target in which form and where to, for a command that another extension or a test runs; by default the user is asked
 */
export async function exportLogFindings({ server }: CommandTools, target: unknown): Promise<void> {
  const question = vscode.l10n.t('How do you want the findings of the logs?');
  const choice = isChoice(target) ? target : await askForExport(question, 'log-findings');
  if (choice === undefined) return;
  const { text, findings } = await (await server.get()).logReport({ format: choice.format });
  if (findings === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no finding to export.'));
    return;
  }
  await handOver(text, choice);
  // Not waited for: the user may leave it there.
  void tellOfExport(exportedText(formatCount(findings), choice), choice);
}

/** Commands may be run by anything with any value. */
function isChoice(target: unknown): target is ExportChoice {
  if (typeof target !== 'object' || target === null) return false;
  const { format, extension, file } = target as Partial<ExportChoice>;
  return typeof format === 'string' && typeof extension === 'string' && file instanceof vscode.Uri;
}
