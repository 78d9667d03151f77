import * as vscode from 'vscode';
import { KNOWN_GOOD_SETTING, SITE_VIEW } from '../names';
import { notificationText } from '../plainText';
import { filesWithFindings } from '../siteFiles';
import type { CommandTools } from './commandTools';
import { renewIncident } from './renewIncident';
import { changeUserSetting, emptyAsDefault, listOf, offerUndo } from './userSettings';

/** No note that is worth keeping is longer (docs/known-good.md). */
const LONGEST_NOTE = 500;

/**
 * "I know that this file is good…": the audit trusts what the file says now, wherever it lies. Asks why, so that it can be understood
 * later.
 * @param target URI of a file with findings, as such or as text
 */
export async function markKnownGood(tools: CommandTools, target: unknown): Promise<void> {
  const file = fileWithFindings(tools, target);
  if (file === undefined) return;
  const name = notificationText(file.path.slice(file.path.lastIndexOf('/') + 1));
  const note = await askWhy(name);
  if (note === undefined) return;
  const answer = await (await tools.server.get()).knownGoodEntry(file, note);
  if ('problem' in answer) throw new Error(answer.problem);
  const { entry } = answer;
  const others = (list: unknown): unknown[] => listOf(list).filter((each) => hashOf(each) !== entry.sha256);
  await changeUserSetting(KNOWN_GOOD_SETTING, (list) => [...others(list), entry]);
  await auditAgain(tools);
  const done = vscode.l10n.t('{0} is no longer reported, until somebody changes it.', name);
  await offerUndo(done, KNOWN_GOOD_SETTING, async () => {
    await changeUserSetting(KNOWN_GOOD_SETTING, (list) => emptyAsDefault(others(list)));
    await auditAgain(tools);
  });
}

function askWhy(name: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('{0} is good', name),
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

function fileWithFindings({ audits, incidents }: CommandTools, target: unknown): vscode.Uri | undefined {
  const key = target instanceof vscode.Uri ? target.toString() : target;
  if (typeof key !== 'string') return undefined;
  const uri = vscode.Uri.parse(key);
  const isOfIncident = incidents.result?.files.some((file) => file.uri !== undefined && isSame(file.uri, uri)) ?? false;
  return isOfIncident || audits.all.some((audit) => filesWithFindings(audit).has(uri.toString())) ? uri : undefined;
}

/** The server writes URIs in another way than VS Code. */
function isSame(text: string, uri: vscode.Uri): boolean {
  return vscode.Uri.parse(text, true).toString() === uri.toString();
}

function hashOf(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null && 'sha256' in entry ? entry.sha256 : undefined;
}
