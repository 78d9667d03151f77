import * as vscode from 'vscode';
import type { IncidentFileItem, IncidentTask } from '../../../server/src/protocol';
import { SHOW_LOG_LINE } from '../names';
import { formatCount } from '../numbers';
import { visibleText } from '../plainText';
import { severityIcon, severityName } from '../severities';
import { incidentChildren, type FactElement, type IncidentElement, type SectionElement } from './incidentElements';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** Icons of files by whether they are there; how urgent they are is said by the icon of those that are. */
const STATE_ICONS = { notDownloaded: 'cloud-download', gone: 'trash' } as const;
const VERDICT_ICONS = {
  shown: 'target',
  possible: 'question',
  unknown: 'circle-outline',
  unlikely: 'circle-slash',
} as const;

/**
 * The item that shows an element. What mails, logs and sites say appears as plain text.
 * @param isDone whether the user ticked a task
 */
export function incidentItem(element: IncidentElement, isDone: (task: IncidentTask) => boolean): vscode.TreeItem {
  const item = itemOf(element, isDone);
  item.contextValue = element.kind === 'file' ? contextOf(element.file) : element.kind;
  return item;
}

/** Words by which the manifest decides which commands a file has. */
function contextOf({ uri, firstCall }: IncidentFileItem): string {
  return ['file', ...(uri === undefined ? [] : ['present']), ...(firstCall === undefined ? [] : ['called'])].join(' ');
}

function itemOf(element: IncidentElement, isDone: (task: IncidentTask) => boolean): vscode.TreeItem {
  switch (element.kind) {
    case 'section':
      return sectionItem(element, isDone);
    case 'sentence':
      return textItem(element.text);
    case 'task':
      return taskItem(element.task, isDone(element.task));
    case 'file':
      return fileItem(element.file);
    case 'cause': {
      const { title, verdict, verdictText } = element.cause;
      const item = textItem(title, incidentChildren(element).length > 0 ? Collapsed : None);
      item.description = visibleText(verdictText);
      item.iconPath = new vscode.ThemeIcon(VERDICT_ICONS[verdict]);
      return item;
    }
    case 'fact':
      return factItem(element);
  }
}

function sectionItem({ id, children }: SectionElement, isDone: (task: IncidentTask) => boolean): vscode.TreeItem {
  const item = new vscode.TreeItem(sectionTitle(id), id === 'notice' ? Collapsed : Expanded);
  const done = children.filter((child) => child.kind === 'task' && isDone(child.task)).length;
  item.description =
    id === 'tasks'
      ? vscode.l10n.t('{0} of {1} done', formatCount(done), formatCount(children.length))
      : formatCount(children.length);
  item.id = `section ${id}`;
  return item;
}

function sectionTitle(id: SectionElement['id']): string {
  switch (id) {
    case 'notice':
      return vscode.l10n.t('What the host wrote');
    case 'tasks':
      return vscode.l10n.t('To do');
    case 'files':
      return vscode.l10n.t('Files');
    case 'causes':
      return vscode.l10n.t('How it could happen');
    case 'problems':
      return vscode.l10n.t('Not read');
  }
}

function taskItem({ id, title, isAsked }: IncidentTask, isDone: boolean): vscode.TreeItem {
  const item = textItem(title);
  item.id = `task ${id}`;
  item.checkboxState = vscode.TreeItemCheckboxState[isDone ? 'Checked' : 'Unchecked'];
  if (isAsked) item.description = vscode.l10n.t('asked for by the host');
  return item;
}

function fileItem({ file, uri, severity, state, stateText, facts }: IncidentFileItem): vscode.TreeItem {
  const item = textItem(file, facts.length > 0 ? Collapsed : None);
  item.id = `file ${file}`;
  item.description = visibleText(stateText);
  item.iconPath = state === 'present' ? severityIcon(severity) : new vscode.ThemeIcon(STATE_ICONS[state]);
  item.accessibilityInformation = { label: visibleText(`${file}, ${severityName(severity)}, ${stateText}`) };
  if (uri !== undefined) item.command = openCommand(uri, undefined);
  return item;
}

function factItem({ fact, speaks }: FactElement): vscode.TreeItem {
  const item = textItem(fact.text);
  if (speaks !== undefined) item.iconPath = new vscode.ThemeIcon(speaks === 'for' ? 'add' : 'remove');
  if (fact.uri !== undefined) item.command = openCommand(fact.uri, fact.line);
  return item;
}

function textItem(text: string, state = None): vscode.TreeItem {
  const item = new vscode.TreeItem(visibleText(text), state);
  item.tooltip = visibleText(text);
  return item;
}

/** Opens the line of a log, or of a file of the site. */
function openCommand(uri: string, line: number | undefined): vscode.Command {
  const title = vscode.l10n.t('Open');
  if (line === undefined) return { title, command: 'vscode.open', arguments: [vscode.Uri.parse(uri, true)] };
  return { title, command: SHOW_LOG_LINE, arguments: [{ uri, line }] };
}
