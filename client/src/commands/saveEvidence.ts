import * as vscode from 'vscode';
import type { EvidenceAnswer } from '../../../server/src/protocol';
import { formatCount } from '../numbers';
import type { CommandTools } from './commandTools';
import { notBuilt } from './drafts';
import { askForMask, refuseSiteFolder } from './reportTarget';
import { chooseFile } from './savedFile';
import { withNotification } from './withNotification';

interface WantedFile {
  readonly file: vscode.Uri;
  readonly mask: boolean;
}

/**
 * "Save the Evidence…": writes the lines of the logs that show what happened, hashes of logs and bad files, the host's texts and the
 * report to one archive. Malicious files are not in it.
 * @param target where to, for a command that another extension or a test runs; by default the user is asked
 */
export async function saveEvidence({ server, incidents }: CommandTools, target: unknown): Promise<void> {
  if (incidents.result === undefined) throw new Error(notBuilt());
  const wanted = isTarget(target) ? target : await ask();
  if (wanted === undefined) return;
  const { file, mask } = wanted;
  await refuseSiteFolder(incidents, file);
  if (file.scheme !== 'file') throw new Error(vscode.l10n.t('Choose a folder on this computer.'));
  const { done } = incidents.parts;
  const answer = await withNotification(vscode.l10n.t('Saving the evidence'), async (report, token) =>
    (await server.get()).incident.saveEvidence({ file: file.toString(), done, mask }, report, token),
  );
  if (answer === undefined) return;
  if (answer.packed === undefined) throw new Error(notBuilt());
  // Not waited for: the user may leave it there.
  void tell(file, answer.packed);
}

/** Commands may be run by anything with any value. */
function isTarget(target: unknown): target is WantedFile {
  if (typeof target !== 'object' || target === null) return false;
  const { file, mask } = target as Partial<WantedFile>;
  return file instanceof vscode.Uri && typeof mask === 'boolean';
}

async function ask(): Promise<WantedFile | undefined> {
  const mask = await askForMask();
  const file = mask === undefined ? undefined : await chooseFile('evidence', 'zip');
  return file && { file, mask: mask! };
}

async function tell(
  file: vscode.Uri,
  { lines, leftOut, problems }: NonNullable<EvidenceAnswer['packed']>,
): Promise<void> {
  const facts = [
    vscode.l10n.t('The evidence was saved; lines of logs: {0}.', formatCount(lines)),
    ...(leftOut > 0 ? [vscode.l10n.t('Lines that are not in it: {0}.', formatCount(leftOut))] : []),
    ...(problems > 0 ? [vscode.l10n.t('Logs and files that could not be read: {0}.', formatCount(problems))] : []),
  ];
  const show = vscode.l10n.t('Show in Its Folder');
  const choice = await vscode.window.showInformationMessage(facts.join(' '), show);
  if (choice === show) await vscode.commands.executeCommand('revealFileInOS', file);
}
