import * as vscode from 'vscode';
import type { ReportForm } from '../../../server/src/protocol';
import type { CommandTools } from './commandTools';
import { notBuilt } from './drafts';
import { askForMask, refuseSiteFolder } from './reportTarget';
import { chooseFile, saveText } from './savedFile';

interface FormItem extends vscode.QuickPickItem {
  readonly form: ReportForm;
}

/**
 * "Save a Report…": writes what is known of the incident to a file, in the form that the user chooses.
 * @param target where to, for a command that another extension or a test runs; by default the user is asked
 */
export async function saveReport({ server, incidents }: CommandTools, target: unknown): Promise<void> {
  if (incidents.result === undefined) throw new Error(notBuilt());
  const wanted = isTarget(target) ? target : await ask();
  const file = wanted?.file ?? (wanted && (await chooseFile('incident-report', wanted.form)));
  if (wanted === undefined || file === undefined) return;
  await refuseSiteFolder(incidents, file);
  const { done } = incidents.parts;
  const { form, mask } = wanted;
  const text = await (await server.get()).incident.report({ form, done, mask });
  if (text === '') throw new Error(notBuilt());
  await saveText(file, text, form);
  // Not waited for: the user may leave it there.
  void offerToOpen(file, form);
}

interface WantedFile {
  readonly form: ReportForm;
  readonly mask: boolean;
  /** Absent while the user was not asked. */
  readonly file?: vscode.Uri;
}

/** Commands may be run by anything with any value. */
function isTarget(target: unknown): target is Required<WantedFile> {
  if (typeof target !== 'object' || target === null) return false;
  const { form, mask, file } = target as Partial<WantedFile>;
  return formItems().some((item) => item.form === form) && typeof mask === 'boolean' && file instanceof vscode.Uri;
}

async function ask(): Promise<WantedFile | undefined> {
  const form = await vscode.window.showQuickPick(formItems(), {
    placeHolder: vscode.l10n.t('In which form do you want the report?'),
  });
  if (form === undefined) return undefined;
  const mask = await askForMask();
  return mask === undefined ? undefined : { form: form.form, mask };
}

function formItems(): FormItem[] {
  return [
    { form: 'html', label: vscode.l10n.t('Web page (HTML, for reading and printing)') },
    { form: 'md', label: vscode.l10n.t('Document (Markdown)') },
    { form: 'csv', label: vscode.l10n.t('Table (CSV, for Excel and the like)') },
    { form: 'json', label: vscode.l10n.t('Data (JSON, for programs)') },
    { form: 'sarif', label: vscode.l10n.t('Findings (SARIF, for programs)') },
  ];
}

async function offerToOpen(file: vscode.Uri, form: ReportForm): Promise<void> {
  const open = vscode.l10n.t('Open');
  const choice = await vscode.window.showInformationMessage(vscode.l10n.t('The report was saved.'), open);
  if (choice !== open) return;
  // A browser shows the page, the editor would show its source.
  if (form === 'html' && file.scheme === 'file') await vscode.env.openExternal(file);
  else await vscode.commands.executeCommand('vscode.open', file);
}
