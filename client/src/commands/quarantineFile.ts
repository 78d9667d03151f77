import * as vscode from 'vscode';
import { notificationText } from '../plainText';
import { problemText } from '../quarantine/problemText';
import type { SuspectFile } from '../quarantine/quarantine';
import type { QuarantineEntry } from '../quarantine/quarantineEntry';
import { asQuarantineProblem } from '../quarantine/quarantineProblem';
import { isWithin } from '../quarantine/wayWithinSite';
import { siteFileUri } from '../siteAudits';
import { renewUnlessWatched } from '../siteWatcher';
import type { CommandTools } from './commandTools';
import { renewIncident } from './renewIncident';
import { RESTORE_COMMAND } from './restoreFromQuarantine';
import { fileTarget } from './treeTarget';

/**
 * "Move to Quarantine…": takes a file out of an audited site, once the user has agreed.
 * @param target URI of the file, as such or as text, or an element of the tree; the file of the active editor for nothing
 */
export async function quarantineFile(tools: CommandTools, target: unknown): Promise<void> {
  const file = fileOf(target);
  if (file === undefined) return;
  const suspect = suspectFile(tools, file);
  const name = notificationText(baseName(file));
  if (!(await isAgreed(name))) return;
  const entry = await addToQuarantine(tools, suspect, name);
  // Not waited for: the user may leave it there.
  void tell(name, entry);
  await renewUnlessWatched(tools.audits);
  await renewIncident(tools);
}

async function addToQuarantine(
  { quarantine }: CommandTools,
  suspect: SuspectFile,
  name: string,
): Promise<QuarantineEntry> {
  try {
    return await quarantine.add(suspect);
  } catch (error) {
    const reason = problemText(asQuarantineProblem(error));
    throw new Error(vscode.l10n.t('{0} was not moved and is still where it was. {1}', name, reason), { cause: error });
  }
}

/** Asks, in words that say what will happen and what will not. */
async function isAgreed(name: string): Promise<boolean> {
  const move = vscode.l10n.t('Move to Quarantine');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('Move {0} to quarantine?', name),
    {
      modal: true,
      detail: vscode.l10n.t(
        'The file is taken out of this copy of the site and kept where nothing can run it. You can restore it at any time.\n\nThe file on your server is not touched: delete it there, too.',
      ),
    },
    move,
  );
  return choice === move;
}

async function tell(name: string, { id }: QuarantineEntry): Promise<void> {
  const restore = vscode.l10n.t('Restore');
  const text = vscode.l10n.t('{0} is in quarantine. Remember to delete it on your server, too.', name);
  const choice = await vscode.window.showInformationMessage(text, restore);
  if (choice === restore) await vscode.commands.executeCommand(RESTORE_COMMAND, id);
}

/** The file that a command is about; `undefined` for none. */
function fileOf(target: unknown): vscode.Uri | undefined {
  const file = fileTarget(target);
  if (file === undefined) return vscode.window.activeTextEditor?.document.uri;
  if (file instanceof vscode.Uri) return file;
  return typeof file === 'string' && file.startsWith('file:') ? vscode.Uri.parse(file) : undefined;
}

/**
 * What the audits and the incident know of a file.
 * @throws what the user is told where it can't be moved
 */
function suspectFile({ audits, incidents }: CommandTools, file: vscode.Uri): SuspectFile {
  if (file.scheme !== 'file') {
    throw new Error(
      vscode.l10n.t(
        'Only files on disk can be moved to quarantine. What is in an archive can’t run while it stays there.',
      ),
    );
  }
  const around = audits.all.filter(({ folder }) => isWithin(folder.fsPath, file.fsPath));
  // Where a folder within an audited folder was audited too, the inner one is the site.
  const audit = around.toSorted((one, other) => other.folder.fsPath.length - one.folder.fsPath.length)[0];
  if (audit === undefined) {
    const site = incidents.result && incidents.parts.site && vscode.Uri.parse(incidents.parts.site, true).fsPath;
    if (site && isWithin(site, file.fsPath)) return { site, path: file.fsPath, rules: [] };
    throw new Error(vscode.l10n.t('Only files of an audited site can be moved to quarantine.'));
  }
  const found = audit.result.findings.filter((each) => siteFileUri(audit.folder, each.file).fsPath === file.fsPath);
  const rules = [...new Set(found.map(({ rule }) => rule))];
  return { site: audit.folder.fsPath, path: file.fsPath, rules };
}

function baseName(file: vscode.Uri): string {
  return file.path.slice(file.path.lastIndexOf('/') + 1);
}
