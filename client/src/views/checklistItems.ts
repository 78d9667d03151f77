import * as vscode from 'vscode';
import type { IncidentCauseItem, IncidentEventItem, IncidentTask, Task } from '../../../server/src/protocol';
import { SHOW_TASK } from '../names';
import { formatCount } from '../numbers';
import { markdownText, visibleText } from '../plainText';
import { checklistChildren, type ChecklistElement, type FactElement, type SectionElement } from './checklistElements';
import { contextWords } from './contextWords';
import { eventIcon } from './eventIcons';
import { factItem, joinedText, textItem } from './factItems';
import type { TaskCommand } from './taskCommands';
import { taskCommandTitle } from './taskCommandTitles';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

const VERDICT_ICONS = {
  shown: 'target',
  possible: 'question',
  unknown: 'circle-outline',
  unlikely: 'circle-slash',
} as const;

const TASK_SECTIONS: ReadonlySet<SectionElement['id']> = new Set(['asked', 'wise', 'tasks']);
const OPEN_SECTIONS: ReadonlySet<SectionElement['id']> = new Set([...TASK_SECTIONS, 'causes']);

/** Whether the user ticked a task. */
type IsDone = (task: IncidentTask) => boolean;

/** The item that shows an element. What mails, logs and sites say appears as plain text. */
export function checklistItem(element: ChecklistElement, isDone: IsDone): vscode.TreeItem {
  const item = itemOf(element, isDone);
  item.contextValue = element.kind === 'task' ? taskWords(element.task, isDone) : element.kind;
  return item;
}

function taskWords(task: IncidentTask, isDone: IsDone): string {
  return contextWords('task', task.id, isDone(task) ? 'ticked' : 'unticked');
}

function itemOf(element: ChecklistElement, isDone: IsDone): vscode.TreeItem {
  switch (element.kind) {
    case 'section':
      return sectionItem(element, isDone);
    case 'sentence':
      return textItem(element.text);
    case 'task':
      return taskItem(element.task, isDone(element.task));
    case 'do':
      return doItem(element.command);
    case 'guide':
      return guideItem(element.task);
    case 'missing':
      return missingItem(element.text);
    case 'page':
      return pageItem(element.page);
    case 'cause':
      return causeItem(element.cause);
    case 'event':
      return eventItem(element.event);
    case 'fact':
      return evidenceItem(element);
  }
}

function sectionItem({ id, children }: SectionElement, isDone: IsDone): vscode.TreeItem {
  const title = sectionTitle(id);
  const item = new vscode.TreeItem(title, OPEN_SECTIONS.has(id) ? Expanded : Collapsed);
  const done = children.filter((child) => child.kind === 'task' && isDone(child.task)).length;
  const number = formatCount(children.length);
  item.description = TASK_SECTIONS.has(id) ? vscode.l10n.t('{0} of {1} done', formatCount(done), number) : number;
  item.accessibilityInformation = { label: joinedText(title, item.description) };
  item.id = `section ${id}`;
  return item;
}

function sectionTitle(id: SectionElement['id']): string {
  switch (id) {
    case 'asked':
      return vscode.l10n.t('The host asks for this');
    case 'wise':
      return vscode.l10n.t('Also wise');
    case 'tasks':
      return vscode.l10n.t('To do');
    case 'notice':
      return vscode.l10n.t('What the host wrote');
    case 'causes':
      return vscode.l10n.t('How it could happen');
    case 'mails':
      return vscode.l10n.t('How many mails were sent');
    case 'events':
      return vscode.l10n.t('What happened when');
    case 'problems':
      return vscode.l10n.t('Not read');
  }
}

function taskItem(task: IncidentTask, isDone: boolean): vscode.TreeItem {
  const { id, title, help } = task;
  const item = textItem(title, checklistChildren({ kind: 'task', task }).length > 0 ? Collapsed : None);
  item.id = `task ${id}`;
  item.checkboxState = vscode.TreeItemCheckboxState[isDone ? 'Checked' : 'Unchecked'];
  const shown = isDone ? undefined : shownText(task);
  if (shown !== undefined) item.description = shown;
  item.tooltip = new vscode.MarkdownString([title, ...help].map(markdownText).join('\n\n'));
  item.accessibilityInformation = { label: joinedText(title, shown) };
  if (help.length > 0) item.command = guideCommand(id);
  return item;
}

/** What the mail, the logs and the copy of the site show of a task. */
function shownText({ shown }: IncidentTask): string | undefined {
  if (shown === undefined) return undefined;
  return shown === 'done' ? vscode.l10n.t('seems to be done') : vscode.l10n.t('still open');
}

function doItem(command: TaskCommand): vscode.TreeItem {
  const title = taskCommandTitle(command);
  const item = new vscode.TreeItem(vscode.l10n.t('Do it now: {0}', title));
  item.iconPath = new vscode.ThemeIcon('play');
  item.command = { title, command };
  return item;
}

function guideItem(task: Task): vscode.TreeItem {
  const command = guideCommand(task);
  const item = new vscode.TreeItem(command.title);
  item.iconPath = new vscode.ThemeIcon('book');
  item.command = command;
  return item;
}

function guideCommand(task: Task): vscode.Command {
  return { title: vscode.l10n.t('How to do this'), command: SHOW_TASK, arguments: [task] };
}

/** What would have to be known to decide. */
function missingItem(text: string): vscode.TreeItem {
  const item = textItem(text);
  item.iconPath = new vscode.ThemeIcon('lightbulb');
  return item;
}

function pageItem(page: string): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('The host’s page about it'));
  item.description = visibleText(page);
  item.tooltip = visibleText(page);
  item.iconPath = new vscode.ThemeIcon('link-external');
  item.command = { title: vscode.l10n.t('Open'), command: 'vscode.open', arguments: [vscode.Uri.parse(page, true)] };
  return item;
}

function causeItem(cause: IncidentCauseItem): vscode.TreeItem {
  const { title, verdict, verdictText, evidence, missing } = cause;
  const item = textItem(title, evidence.length + missing.length > 0 ? Collapsed : None);
  item.description = visibleText(verdictText);
  item.iconPath = new vscode.ThemeIcon(VERDICT_ICONS[verdict]);
  item.accessibilityInformation = { label: joinedText(title, verdictText) };
  return item;
}

function eventItem({ kind, certainty, time, ...fact }: IncidentEventItem): vscode.TreeItem {
  const item = factItem({ ...fact, text: time === undefined ? fact.text : `${time}  ${fact.text}` });
  item.iconPath = eventIcon(kind);
  if (certainty === 'check') item.description = vscode.l10n.t('may be otherwise');
  item.accessibilityInformation = { label: joinedText(time, fact.text, certaintyText(certainty)) };
  return item;
}

function certaintyText(certainty: IncidentEventItem['certainty']): string | undefined {
  return certainty === 'check' ? vscode.l10n.t('may be otherwise') : undefined;
}

function evidenceItem({ fact, speaks }: FactElement): vscode.TreeItem {
  const item = factItem(fact);
  if (speaks === undefined) return item;
  item.iconPath = new vscode.ThemeIcon(speaks === 'for' ? 'add' : 'remove');
  const side = speaks === 'for' ? vscode.l10n.t('speaks for it') : vscode.l10n.t('speaks against it');
  item.accessibilityInformation = { label: joinedText(side, fact.text) };
  return item;
}
