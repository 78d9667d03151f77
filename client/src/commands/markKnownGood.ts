import * as vscode from 'vscode';
import type { KnownGoodEntry } from '../../../server/src/protocol';
import { chosenFiles } from '../cleanUp/chosenFiles';
import { failuresOf, workOnFiles } from '../cleanUp/cleanUpFiles';
import { knownFiles, nameOf, type KnownFile } from '../cleanUp/knownFiles';
import { pickFiles, pickFilesToActOn, type FileQuestion } from '../cleanUp/pickFiles';
import { tellFailures } from '../cleanUp/tellFailures';
import { KNOWN_GOOD_SETTING, SITE_VIEW } from '../names';
import { formatCount } from '../numbers';
import { notificationText } from '../plainText';
import type { CommandTools } from './commandTools';
import { renewIncident } from './renewIncident';
import { changeUserSetting, emptyAsDefault, listOf, offerUndo } from './userSettings';

/** A file, and the entry for what it says now. */
interface TrustedFile {
  readonly file: KnownFile;
  readonly entry: KnownGoodEntry;
}

/** No note that is worth keeping is longer (docs/known-good.md). */
const LONGEST_NOTE = 500;

/**
 * "I know that this file is good…": the audit trusts what files say now, wherever they lie. Asks why, so that it can be understood
 * later.
 * @param target URI of a file with findings, as such or as text, or an element of a tree
 * @param selected elements that were selected with it
 */
export async function markKnownGood(tools: CommandTools, target: unknown, selected: unknown): Promise<void> {
  const files = filesWithFindings(tools, target, selected);
  if (files.length === 1) return trustFiles(tools, files);
  if (files.length > 1) await trustFiles(tools, await pickFiles(files, question()));
}

/** "Mark Suspicious Files as Known Good…": all files to act on, of which the user chooses; none is ticked. */
export async function markFilesKnownGood(tools: CommandTools): Promise<void> {
  await trustFiles(tools, await pickFilesToActOn(tools, question(), () => false));
}

function question(): FileQuestion {
  return {
    title: vscode.l10n.t('Which files do you know to be good?'),
    placeHolder: vscode.l10n.t('The audit is silent about them as long as their content stays the same.'),
  };
}

/** Asks why, and trusts what files say now; nothing where the user gave up. */
async function trustFiles(tools: CommandTools, files: readonly KnownFile[] = []): Promise<void> {
  if (files.length === 0) return;
  const note = await askWhy(files);
  if (note === undefined) return;
  const server = await tools.server.get();
  const { done, failed } = await workOnFiles(vscode.l10n.t('Reading files'), files, async (file) => {
    const answer = await server.site.knownGoodEntry(file.uri, note);
    if ('problem' in answer) throw new Error(answer.problem);
    return { file, entry: answer.entry };
  });
  if (failed.length > 0) {
    const what = vscode.l10n.t('{0} files are still reported.', formatCount(failed.length));
    void tellFailures(
      what,
      failuresOf(failed, ({ path }) => path),
    );
  }
  if (done.length > 0) await trust(tools, done);
}

/** Adds the entries of files to the user's list, with a way back. */
async function trust(tools: CommandTools, trusted: readonly TrustedFile[]): Promise<void> {
  const hashes = new Set<unknown>(trusted.map(({ entry }) => entry.sha256));
  const others = (list: unknown): unknown[] => listOf(list).filter((each) => !hashes.has(hashOf(each)));
  // Two files may say the same.
  const unique = new Map(trusted.map(({ entry }) => [entry.sha256, entry]));
  await changeUserSetting(KNOWN_GOOD_SETTING, (list) => [...others(list), ...unique.values()]);
  await auditAgain(tools);
  await offerUndo(doneText(trusted.map(({ file }) => file)), KNOWN_GOOD_SETTING, async () => {
    await changeUserSetting(KNOWN_GOOD_SETTING, (list) => emptyAsDefault(others(list)));
    await auditAgain(tools);
  });
}

function doneText(files: readonly KnownFile[]): string {
  return files.length === 1
    ? vscode.l10n.t('{0} is no longer reported, until somebody changes it.', namesText(files))
    : vscode.l10n.t('{0} files are no longer reported, until somebody changes them.', namesText(files));
}

/** The name of a single file, the number of several. */
function namesText([first, ...others]: readonly KnownFile[]): string {
  if (first === undefined || others.length > 0) return formatCount(1 + others.length);
  return notificationText(nameOf(first.uri));
}

function askWhy(files: readonly KnownFile[]): Thenable<string | undefined> {
  const title =
    files.length === 1
      ? vscode.l10n.t('{0} is good', namesText(files))
      : vscode.l10n.t('{0} files are good', namesText(files));
  return vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t(
      'How do you know? A few words for later. The audit is silent about this file as long as its content stays the same.',
    ),
    placeHolder: vscode.l10n.t('for example: the maker of the form sent it to me'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.length > LONGEST_NOTE ? vscode.l10n.t('This is too long.') : undefined),
  });
}

/** The same content may lie in several sites. */
async function auditAgain(tools: CommandTools): Promise<void> {
  await vscode.window.withProgress({ location: { viewId: SITE_VIEW } }, () => tools.audits.renew());
  await renewIncident(tools);
}

/** Those of the chosen files in which something was found; there is no reason to trust others. */
function filesWithFindings(tools: CommandTools, target: unknown, selected: unknown): KnownFile[] {
  if (target === undefined) return [];
  const known = new Map(knownFiles(tools).map((file) => [file.uri.toString(), file]));
  return chosenFiles(target, selected)
    .map((uri) => known.get(uri.toString()))
    .filter((file) => file !== undefined);
}

function hashOf(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null && 'sha256' in entry ? entry.sha256 : undefined;
}
