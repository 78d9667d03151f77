import * as vscode from 'vscode';
import type { IncidentFact, IncidentTask } from '../../../server/src/protocol';
import { markdownText } from '../plainText';
import { taskCommand, type TaskCommand } from '../views/taskCommands';
import { taskCommandTitle } from '../views/taskCommandTitles';
import type { CommandTools } from './commandTools';

/** Opens a point of the checklist, named by its id, as a guide: how it is done, and what was seen of it. */
export async function showTask({ incidents, guides }: CommandTools, id: unknown): Promise<void> {
  const task = incidents.result?.tasks.find((each) => each.id === id);
  if (task !== undefined) await guides.show(vscode.l10n.t('How to do this'), guideOf(task));
}

/** The guide as Markdown, in which texts of the mail, the logs and the site are plain text. */
function guideOf(task: IncidentTask): string {
  const { title, isAsked, help, page, facts } = task;
  const command = taskCommand(task.id);
  return [
    `# ${markdownText(title)}`,
    ...(isAsked ? [`*${markdownText(vscode.l10n.t('Your host asks for this.'))}*`] : []),
    ...help.map(markdownText),
    ...(command === undefined ? [] : [markdownText(doText(command))]),
    ...(page === undefined
      ? []
      : [`${markdownText(vscode.l10n.t('The host’s page about it'))}: <${vscode.Uri.parse(page, true).toString()}>`]),
    ...(facts.length === 0 ? [] : evidenceOf(facts)),
    '',
  ].join('\n\n');
}

/** The preview of Markdown opens neither commands nor lines of files: that is what the rows of the checklist are for. */
function doText(command: TaskCommand): string {
  const title = taskCommandTitle(command);
  return vscode.l10n.t('Below this point in the checklist, “Do it now: {0}” helps you with it.', title);
}

function evidenceOf(facts: readonly IncidentFact[]): string[] {
  return [
    `## ${markdownText(vscode.l10n.t('What was seen'))}`,
    ...(facts.some(({ uri }) => uri !== undefined)
      ? [markdownText(vscode.l10n.t('Each row below this point in the checklist opens its line.'))]
      : []),
    facts.map((fact) => `- ${markdownText(fact.text)}${placeOf(fact)}`).join('\n'),
  ];
}

/** Where a fact was seen, with lines that count from 1 as the editor shows them; empty where it has no place. */
function placeOf({ uri, line }: IncidentFact): string {
  if (uri === undefined) return '';
  const file = vscode.workspace.asRelativePath(vscode.Uri.parse(uri, true));
  return ` (${markdownText(line === undefined ? file : `${file}:${line + 1}`)})`;
}
