import * as vscode from 'vscode';
import { chosenFiles } from '../cleanUp/chosenFiles';
import { doneText, failuresOf, lookAgain, workOnFiles } from '../cleanUp/cleanUpFiles';
import { nameOf, whatIsKnownOf, type KnownFile } from '../cleanUp/knownFiles';
import { pickFiles, pickFilesToActOn, type FileQuestion } from '../cleanUp/pickFiles';
import { suspectFile } from '../cleanUp/suspectFile';
import { tellFailures } from '../cleanUp/tellFailures';
import { formatCount } from '../numbers';
import { notificationText } from '../plainText';
import { checkSuspect } from '../quarantine/checkSuspect';
import { nodeQuarantineDisk } from '../quarantine/nodeQuarantineDisk';
import type { CommandTools } from './commandTools';
import { moveToQuarantine } from './quarantineFile';

/**
 * "Move to Trash…": puts files of an audited site into the system's trash, once the user has agreed; where there is none, offers the
 * quarantine. Nothing is ever deleted for good.
 * @param target URI of the file, as such or as text, or an element of a tree; the file of the active editor for nothing
 * @param selected elements that were selected with it
 */
export async function trashFile(tools: CommandTools, target: unknown, selected: unknown): Promise<void> {
  const files = whatIsKnownOf(tools, chosenFiles(target, selected));
  const [file] = files;
  if (file === undefined) return;
  if (files.length > 1) return moveToTrash(tools, await pickFiles(files, question()));
  suspectFile(tools, file);
  if (await isAgreed(notificationText(nameOf(file.uri)))) await moveToTrash(tools, [file]);
}

/** "Move Suspicious Files to Trash…": all files to act on, of which the user chooses; the most urgent are ticked. */
export async function trashFiles(tools: CommandTools): Promise<void> {
  await moveToTrash(tools, await pickFilesToActOn(tools, question()));
}

function question(): FileQuestion {
  return {
    title: vscode.l10n.t('Which files are to be moved to the trash?'),
    placeHolder: vscode.l10n.t('They can be had back from the trash of your system. Your server is not touched.'),
  };
}

/** Moves files to which the user has agreed; nothing where he gave up. */
async function moveToTrash(tools: CommandTools, files: readonly KnownFile[] = []): Promise<void> {
  if (files.length === 0) return;
  const title = vscode.l10n.t('Moving files to the trash');
  const { done, failed, left } = await workOnFiles(title, files, (file) => putIntoTrash(tools, file));
  if (done.length > 0) {
    const moved = vscode.l10n.t(
      '{0} files are in the trash of your system. Remember to delete them on your server, too.',
      formatCount(done.length),
    );
    void vscode.window.showInformationMessage(doneText(moved, left.length));
  }
  if (failed.length > 0) void offerQuarantine(tools, failed);
  if (done.length > 0) await lookAgain(tools);
}

async function putIntoTrash(tools: CommandTools, file: KnownFile): Promise<void> {
  // A link or a folder is refused before the system sees it.
  await checkSuspect(nodeQuarantineDisk, suspectFile(tools, file));
  try {
    await vscode.workspace.fs.delete(file.uri, { useTrash: true });
  } catch (error) {
    throw new Error(vscode.l10n.t('The system did not take it into its trash.'), { cause: error });
  }
}

async function offerQuarantine(
  tools: CommandTools,
  failed: readonly { readonly file: KnownFile; readonly error: unknown }[],
): Promise<void> {
  const what = vscode.l10n.t(
    '{0} files were not moved to the trash and are still where they were. Some systems have no trash; the quarantine works everywhere.',
    formatCount(failed.length),
  );
  const quarantine = vscode.l10n.t('Move to Quarantine');
  const choice = await tellFailures(
    what,
    failuresOf(failed, ({ path }) => path),
    quarantine,
  );
  if (choice !== quarantine) return;
  await moveToQuarantine(
    tools,
    failed.map(({ file }) => file),
  );
}

async function isAgreed(name: string): Promise<boolean> {
  const move = vscode.l10n.t('Move to Trash');
  const detail = vscode.l10n.t(
    'The file is taken out of this copy of the site. You can have it back from the trash of your system, as long as it is not emptied.\n\nThe file on your server is not touched: delete it there, too.',
  );
  const asked = vscode.l10n.t('Move {0} to the trash?', name);
  return (await vscode.window.showWarningMessage(asked, { modal: true, detail }, move)) === move;
}
