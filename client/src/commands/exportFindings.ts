import * as vscode from 'vscode';
import type { FindingOfSite, ReportFormat } from '../../../server/src/protocol';
import { findingKeys } from '../findingKeys';
import { formatCount } from '../numbers';
import type { CommandTools } from './commandTools';
import { chooseFile, saveText } from './savedFile';

interface FormatItem extends vscode.QuickPickItem {
  readonly format: ReportFormat;
  /** Ending of the file's name. */
  readonly extension: string;
  readonly toFile: boolean;
}

/** "Export the Findings…": hands on what the tree shows, as a file or by the clipboard. */
export async function exportFindings(tools: CommandTools): Promise<void> {
  const findings = shownFindings(tools);
  if (findings.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no finding to export.'));
    return;
  }
  const placeHolder = vscode.l10n.t('How do you want the {0} findings that are shown?', formatCount(findings.length));
  const choice = await vscode.window.showQuickPick(formatItems(), { placeHolder });
  if (choice === undefined || !('format' in choice)) return;
  const file = choice.toFile ? await chooseFile('site-findings', choice.extension) : undefined;
  if (choice.toFile && file === undefined) return;
  const { text, unknown } = await (await tools.server.get()).siteReport({ format: choice.format, findings });
  if (unknown === findings.length) {
    throw new Error(vscode.l10n.t('The findings are not known any more. Audit the folder again, then export.'));
  }
  await handOver(text, choice.extension, file);
  // Not waited for: the user may leave it there.
  void tell(findings.length - unknown, unknown, file);
}

/** The findings that pass the filter, in the order of the tree. */
function shownFindings({ audits, siteView }: CommandTools): FindingOfSite[] {
  const keys = new Map(audits.all.flatMap((audit) => [...findingKeys(audit)]));
  return siteView.tree.findings.map(({ finding }) => keys.get(finding)).filter((key) => key !== undefined);
}

function formatItems(): (FormatItem | vscode.QuickPickItem)[] {
  const markdown = vscode.l10n.t('Document (Markdown)');
  const csv = vscode.l10n.t('Table (CSV, for Excel and the like)');
  const json = vscode.l10n.t('Data (JSON, for programs)');
  const sarif = vscode.l10n.t('Findings (SARIF, for programs)');
  const formats = [
    { format: 'markdown', extension: 'md', label: markdown },
    { format: 'csv', extension: 'csv', label: csv },
    { format: 'json', extension: 'json', label: json },
    { format: 'sarif', extension: 'sarif', label: sarif },
  ] as const;
  return [
    separator(vscode.l10n.t('Save as a file')),
    ...formats.map((each) => ({ ...each, toFile: true })),
    separator(vscode.l10n.t('Copy to the clipboard')),
    ...formats.map((each) => ({ ...each, toFile: false })),
  ];
}

function separator(label: string): vscode.QuickPickItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

async function handOver(text: string, extension: string, file: vscode.Uri | undefined): Promise<void> {
  if (file === undefined) await vscode.env.clipboard.writeText(text);
  else await saveText(file, text, extension);
}

async function tell(exported: number, unknown: number, file: vscode.Uri | undefined): Promise<void> {
  const done =
    file === undefined
      ? vscode.l10n.t('Findings copied to the clipboard: {0}.', formatCount(exported))
      : vscode.l10n.t('Findings saved: {0}.', formatCount(exported));
  const missing = vscode.l10n.t('Left out, as the site was audited again meanwhile: {0}.', formatCount(unknown));
  const text = unknown === 0 ? done : `${done} ${missing}`;
  const open = vscode.l10n.t('Open');
  const choice = await vscode.window.showInformationMessage(text, ...(file === undefined ? [] : [open]));
  if (choice === open && file !== undefined) await vscode.commands.executeCommand('vscode.open', file);
}
