import * as vscode from 'vscode';
import type { ReportFormat } from '../../../server/src/protocol';
import { chooseFile, saveText } from './savedFile';

interface FormatItem extends vscode.QuickPickItem {
  readonly format: ReportFormat;
  /** Ending of the file's name. */
  readonly extension: string;
  readonly toFile: boolean;
}

/** In which form findings are handed on, and where to. */
export interface ExportChoice {
  readonly format: ReportFormat;
  readonly extension: string;
  /** Absent: to the clipboard. */
  readonly file?: vscode.Uri;
}

/**
 * Asks how findings are to be handed on, as a file or by the clipboard; `undefined` when the user gave up.
 * @param placeHolder what is asked
 * @param name of the file, without day and ending
 */
export async function askForExport(placeHolder: string, name: string): Promise<ExportChoice | undefined> {
  const choice = await vscode.window.showQuickPick(formatItems(), { placeHolder });
  if (choice === undefined || !('format' in choice)) return undefined;
  const { format, extension } = choice;
  if (!choice.toFile) return { format, extension };
  const file = await chooseFile(name, extension);
  return file && { format, extension, file };
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

/** Writes the text where it is wanted. */
export async function handOver(text: string, { extension, file }: ExportChoice): Promise<void> {
  if (file === undefined) await vscode.env.clipboard.writeText(text);
  else await saveText(file, text, extension);
}

/**
 * Says that findings were handed on, and offers to open the file.
 * @param done what was done, in words
 */
export async function tellOfExport(done: string, { file }: ExportChoice): Promise<void> {
  const open = vscode.l10n.t('Open');
  const choice = await vscode.window.showInformationMessage(done, ...(file === undefined ? [] : [open]));
  if (choice === open && file !== undefined) await vscode.commands.executeCommand('vscode.open', file);
}

/** What was done, in words. */
export function exportedText(count: string, { file }: ExportChoice): string {
  return file === undefined
    ? vscode.l10n.t('Findings copied to the clipboard: {0}.', count)
    : vscode.l10n.t('Findings saved: {0}.', count);
}
