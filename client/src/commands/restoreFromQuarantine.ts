import path from 'node:path';
import * as vscode from 'vscode';
import { failuresOf, lookAgain, workOnFiles } from '../cleanUp/cleanUpFiles';
import { pickEntries } from '../cleanUp/pickEntries';
import { restoreEntries, type RestoredEntry } from '../cleanUp/restoreEntries';
import { tellFailures } from '../cleanUp/tellFailures';
import { formatCount } from '../numbers';
import { notificationText } from '../plainText';
import type { IfTaken } from '../quarantine/quarantine';
import type { QuarantineEntry } from '../quarantine/quarantineEntry';
import type { CommandTools } from './commandTools';

/** Command that restores files; takes the ids of their entries, or asks which. */
export const RESTORE_COMMAND = 'logSiteAudit.restoreFromQuarantine';

/**
 * "Restore from Quarantine…": puts files back where they were; where others have taken their places, the user is asked.
 * @param ids of their entries; the user chooses where there are none
 */
export async function restoreFromQuarantine(tools: CommandTools, ids: unknown): Promise<void> {
  const list = await tools.quarantine.list();
  const wanted = new Set<unknown>(Array.isArray(ids) ? ids : []);
  const named = list.entries.filter(({ id }) => wanted.has(id));
  const entries = named.length > 0 ? named : await pickEntries(list);
  if (entries.length === 0) return;
  const title = vscode.l10n.t('Restoring files');
  const { done, failed } = await restoreEntries(tools.quarantine, entries, askWhatToDo, (files, work) =>
    workOnFiles(title, files, work),
  );
  // Not waited for: the user may leave it there.
  if (done.length > 0) void tell(done);
  if (failed.length > 0) {
    const what = vscode.l10n.t('{0} files were not restored and are still in quarantine.', formatCount(failed.length));
    void tellFailures(what, failuresOf(failed, nameOf));
  }
  if (done.length > 0) await lookAgain(tools);
}

async function askWhatToDo(taken: readonly QuarantineEntry[]): Promise<IfTaken | undefined> {
  const keepBoth = vscode.l10n.t('Keep Both');
  const replace = vscode.l10n.t('Replace');
  const [only, ...others] = taken;
  const question =
    only !== undefined && others.length === 0
      ? vscode.l10n.t('There is another {0} now. What should happen to it?', notificationText(nameOf(only)))
      : vscode.l10n.t(
          'In the places of {0} files there are others now. What should happen to them?',
          formatCount(taken.length),
        );
  const choice = await vscode.window.showWarningMessage(
    question,
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

async function tell(restored: readonly RestoredEntry[]): Promise<void> {
  const [only, ...others] = restored;
  if (only === undefined || others.length > 0) {
    const count = formatCount(restored.length);
    void vscode.window.showInformationMessage(vscode.l10n.t('{0} files were restored.', count));
    return;
  }
  const open = vscode.l10n.t('Open');
  const names = [nameOf(only.entry), path.basename(only.path)].map(notificationText);
  const text = vscode.l10n.t('{0} was restored as {1}.', ...names);
  if ((await vscode.window.showInformationMessage(text, open)) === open) {
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(only.path));
  }
}

function nameOf(entry: QuarantineEntry): string {
  return path.basename(entry.path);
}
