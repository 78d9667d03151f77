import * as vscode from 'vscode';
import type { PrefixQuestion, PrefixRule } from '../../../server/src/protocol';
import { visibleText } from '../plainText';
import type { Incidents } from './incidents';

/** More questions than these nobody answers. */
const MOST_QUESTIONS = 3;

/**
 * Asks which folder of the copy is that of the server, where several are as likely. Each question is asked once; the answers are kept
 * for the workspace.
 * @returns whether something was answered, so that the incident is to be put together again
 */
export async function askFolders(incidents: Incidents, questions: readonly PrefixQuestion[]): Promise<boolean> {
  const { prefixRules = [], unanswered = [] } = incidents.parts;
  const open = questions.filter(({ remote }) => !unanswered.includes(remote)).slice(0, MOST_QUESTIONS);
  const answers: PrefixRule[] = [];
  const left: string[] = [];
  for (const question of open) {
    const local = await folderFor(question);
    if (local === undefined) left.push(question.remote);
    else answers.push({ remote: question.remote, local });
  }
  if (open.length > 0) {
    await incidents.give({ prefixRules: [...prefixRules, ...answers], unanswered: [...unanswered, ...left] });
  }
  return answers.length > 0;
}

async function folderFor({ remote, locals }: PrefixQuestion): Promise<string | undefined> {
  const items = locals.map((local) => ({ label: folderLabel(local), local }));
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Which folder is the copy of {0}?', visibleText(remote || '/')),
    placeHolder: vscode.l10n.t('The host’s files are looked for there.'),
  });
  return choice?.local;
}

/** A folder of the copy, as people name it. */
export function folderLabel(folder: string): string {
  return folder === '' ? vscode.l10n.t('the whole folder') : visibleText(folder);
}
