import * as vscode from 'vscode';
import { chosenFiles } from '../cleanUp/chosenFiles';
import { doneText, failuresOf, lookAgain, workOnFiles } from '../cleanUp/cleanUpFiles';
import { nameOf, whatIsKnownOf, type KnownFile } from '../cleanUp/knownFiles';
import { pickFiles, pickFilesToActOn, type FileQuestion } from '../cleanUp/pickFiles';
import { suspectFile } from '../cleanUp/suspectFile';
import { tellFailures } from '../cleanUp/tellFailures';
import { formatCount } from '../numbers';
import { notificationText } from '../plainText';
import { problemText } from '../quarantine/problemText';
import type { QuarantineEntry } from '../quarantine/quarantineEntry';
import { asQuarantineProblem } from '../quarantine/quarantineProblem';
import type { CommandTools } from './commandTools';
import { RESTORE_COMMAND } from './restoreFromQuarantine';

/**
 * "Move to Quarantine…": takes files out of an audited site, once the user has agreed.
 * @param target URI of the file, as such or as text, or an element of a tree; the file of the active editor for nothing
 * @param selected elements that were selected with it
 */
export async function quarantineFile(tools: CommandTools, target: unknown, selected: unknown): Promise<void> {
  const files = whatIsKnownOf(tools, chosenFiles(target, selected));
  const [file] = files;
  if (file === undefined) return;
  if (files.length > 1) return moveToQuarantine(tools, await pickFiles(files, question()));
  const suspect = suspectFile(tools, file);
  const name = notificationText(nameOf(file.uri));
  if (!(await isAgreed(name))) return;
  const entry = await tools.quarantine.add(suspect).catch((error: unknown) => {
    const reason = problemText(asQuarantineProblem(error));
    throw new Error(vscode.l10n.t('{0} was not moved and is still where it was. {1}', name, reason), { cause: error });
  });
  const done = vscode.l10n.t('{0} is in quarantine. Remember to delete it on your server, too.', name);
  // Not waited for: the user may leave it there.
  void tell(done, [entry]);
  await lookAgain(tools);
}

/** "Move Suspicious Files to Quarantine…": all files to act on, of which the user chooses; the most urgent are ticked. */
export async function quarantineFiles(tools: CommandTools): Promise<void> {
  await moveToQuarantine(tools, await pickFilesToActOn(tools, question()));
}

/** Moves files to which the user has agreed; nothing where he gave up. */
export async function moveToQuarantine(tools: CommandTools, files: readonly KnownFile[] = []): Promise<void> {
  if (files.length === 0) return;
  const title = vscode.l10n.t('Moving files to quarantine');
  const move = async (file: KnownFile): Promise<QuarantineEntry> => tools.quarantine.add(suspectFile(tools, file));
  const { done, failed, left } = await workOnFiles(title, files, move);
  if (done.length > 0) {
    const moved = vscode.l10n.t(
      '{0} files are in quarantine. Remember to delete them on your server, too.',
      formatCount(done.length),
    );
    void tell(doneText(moved, left.length), done);
  }
  if (failed.length > 0) {
    const what = vscode.l10n.t('{0} files were not moved and are still where they were.', formatCount(failed.length));
    void tellFailures(
      what,
      failuresOf(failed, ({ path }) => path),
    );
  }
  if (done.length > 0) await lookAgain(tools);
}

function question(): FileQuestion {
  return {
    title: vscode.l10n.t('Which files are to be moved to quarantine?'),
    placeHolder: vscode.l10n.t(
      'They are taken out of this copy of the site and can be restored. Your server is not touched.',
    ),
  };
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

/** Says what was done, with the way back. */
async function tell(done: string, entries: readonly QuarantineEntry[]): Promise<void> {
  const restore = vscode.l10n.t('Restore');
  if ((await vscode.window.showInformationMessage(done, restore)) !== restore) return;
  const ids = entries.map(({ id }) => id);
  await vscode.commands.executeCommand(RESTORE_COMMAND, ids);
}
