import path from 'node:path';
import * as vscode from 'vscode';
import { formatBytes, formatCount } from '../numbers';
import { notificationText, visibleText } from '../plainText';
import { problemText } from '../quarantine/problemText';
import type { IfTaken } from '../quarantine/quarantine';
import type { QuarantineEntry } from '../quarantine/quarantineEntry';
import { asQuarantineProblem } from '../quarantine/quarantineProblem';
import { renewUnlessWatched } from '../siteWatcher';
import type { CommandTools } from './commandTools';
import { renewIncident } from './renewIncident';

/** Command that restores a file; takes the id of its entry, or asks for one. */
export const RESTORE_COMMAND = 'logSiteAudit.restoreFromQuarantine';

/**
 * "Restore from Quarantine…": puts a file back where it was; where another has taken its place, the user is asked.
 * @param id of its entry; the user chooses where it is none
 */
export async function restoreFromQuarantine(tools: CommandTools, id: unknown): Promise<void> {
  const { entries, unreadable } = await tools.quarantine.list();
  const entry = entries.find((each) => each.id === id) ?? (await chooseEntry(entries, unreadable));
  if (entry === undefined) return;
  const name = notificationText(path.basename(entry.path));
  const restored = await restore(tools, entry, name);
  if (restored === undefined) return;
  // Not waited for: the user may leave it there.
  void tell(name, restored);
  await renewUnlessWatched(tools.audits);
  await renewIncident(tools);
}

async function chooseEntry(
  entries: readonly QuarantineEntry[],
  unreadable: number,
): Promise<QuarantineEntry | undefined> {
  if (unreadable > 0) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Of {0} files in quarantine it can’t be told where they were.', formatCount(unreadable)),
    );
  }
  if (entries.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing is in quarantine.'));
    return undefined;
  }
  const choice = await vscode.window.showQuickPick(entries.map(pickItem), {
    placeHolder: vscode.l10n.t('Which file do you want back?'),
    matchOnDescription: true,
  });
  return choice?.entry;
}

/** @returns the path of the restored file; `undefined` when the user gave up */
async function restore(tools: CommandTools, entry: QuarantineEntry, name: string): Promise<string | undefined> {
  try {
    return await restoreOrAsk(tools, entry, name);
  } catch (error) {
    const reason = problemText(asQuarantineProblem(error));
    throw new Error(vscode.l10n.t('{0} was not restored and is still in quarantine. {1}', name, reason), {
      cause: error,
    });
  }
}

async function restoreOrAsk(
  { quarantine }: CommandTools,
  entry: QuarantineEntry,
  name: string,
): Promise<string | undefined> {
  try {
    return (await quarantine.restore(entry, 'refuse')).path;
  } catch (error) {
    if (asQuarantineProblem(error).reason !== 'exists') throw error;
    const ifTaken = await askWhatToDo(name);
    return ifTaken === undefined ? undefined : (await quarantine.restore(entry, ifTaken)).path;
  }
}

async function askWhatToDo(name: string): Promise<IfTaken | undefined> {
  const keepBoth = vscode.l10n.t('Keep Both');
  const replace = vscode.l10n.t('Replace');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('There is another {0} now. What should happen to it?', name),
    {
      modal: true,
      detail: vscode.l10n.t(
        '“Keep Both” restores the file under a similar name. “Replace” puts the other file into quarantine, from where you can restore it.',
      ),
    },
    keepBoth,
    replace,
  );
  if (choice === keepBoth) return 'keepBoth';
  return choice === replace ? 'replace' : undefined;
}

async function tell(name: string, restored: string): Promise<void> {
  const open = vscode.l10n.t('Open');
  const text = vscode.l10n.t('{0} was restored as {1}.', name, notificationText(path.basename(restored)));
  if ((await vscode.window.showInformationMessage(text, open)) === open) {
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(restored));
  }
}

function pickItem(entry: QuarantineEntry): vscode.QuickPickItem & { readonly entry: QuarantineEntry } {
  const date = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
  return {
    label: visibleText(path.basename(entry.path)),
    description: visibleText(path.dirname(entry.path)),
    detail: [date.format(new Date(entry.quarantined)), formatBytes(entry.size)].join(' · '),
    entry,
  };
}
