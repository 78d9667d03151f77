import * as vscode from 'vscode';
import type { ReadLog } from '../../../server/src/protocol';
import { formatCount } from '../numbers';
import { markdownText, visibleText } from '../plainText';
import { severityIcon, severityName } from '../severities';
import { SEVERITIES } from '../severityOrder';
import { joinedText, openCommand, textItem } from './factItems';
import {
  findingsIn,
  logElementId,
  mostUrgentIn,
  type FoundElement,
  type LogElement,
  type LogPlace,
} from './logElements';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** The item that shows an element. Names of files and what logs say appear as plain text. */
export function logItem(element: LogElement): vscode.TreeItem {
  const item = itemOf(element);
  item.id = logElementId(element);
  item.contextValue = element.kind;
  return item;
}

/** All that is known of a log. */
export function logTooltip(log: ReadLog): vscode.MarkdownString {
  const { domain, format, findings } = log;
  const lines = [
    [vscode.l10n.t('Path'), pathOf(log)],
    [vscode.l10n.t('Domain'), domain],
    [vscode.l10n.t('Format'), format],
    [vscode.l10n.t('Entries'), formatCount(log.entries)],
    [vscode.l10n.t('Times'), span(log)],
    ...SEVERITIES.map((severity) => [severityName(severity), countOrNothing(findings[severity])] as const),
    [vscode.l10n.t('Unreadable lines'), countOrNothing(log.unreadable)],
  ] as const;
  const facts = lines.flatMap(([name, value]) =>
    value === undefined ? [] : [`- ${markdownText(`${name}: ${value}`)}`],
  );
  return new vscode.MarkdownString(facts.join('\n'));
}

function itemOf(element: LogElement): vscode.TreeItem {
  switch (element.kind) {
    case 'place':
      return placeItem(element);
    case 'log':
      return readLogItem(element.log, element.place);
    case 'finding':
      return foundItem(element);
    case 'more': {
      const item = textItem(vscode.l10n.t('and {0} more', formatCount(element.left)));
      item.iconPath = new vscode.ThemeIcon('ellipsis');
      return item;
    }
    case 'problem': {
      const item = textItem(element.problem.name);
      item.description = visibleText(element.problem.message);
      item.iconPath = new vscode.ThemeIcon('question');
      item.accessibilityInformation = { label: joinedText(element.problem.name, element.problem.message) };
      return item;
    }
  }
}

function placeItem({ name, logs }: LogPlace): vscode.TreeItem {
  const item = new vscode.TreeItem(visibleText(name), Expanded);
  const number = vscode.l10n.t('{0} logs', formatCount(logs.length));
  item.description = number;
  item.iconPath = new vscode.ThemeIcon(logs[0]?.domain === undefined ? 'folder' : 'globe');
  item.accessibilityInformation = { label: joinedText(name, number) };
  return item;
}

/** @param place under which the log stands */
function readLogItem(log: ReadLog, place: string): vscode.TreeItem {
  const name = pathOf(log).slice(pathOf(log).lastIndexOf('/') + 1);
  const severity = mostUrgentIn(log);
  const findings = findingsIn(log);
  const item = new vscode.TreeItem(visibleText(name), findings > 0 ? Collapsed : None);
  item.description = joinedText(
    findings === 0 ? undefined : vscode.l10n.t('{0} findings', formatCount(findings)),
    vscode.l10n.t('{0} entries', formatCount(log.entries)),
    span(log),
    log.unreadable === 0 ? undefined : vscode.l10n.t('{0} unreadable lines', formatCount(log.unreadable)),
    log.isDamaged ? vscode.l10n.t('damaged or cut short') : undefined,
  );
  item.iconPath = severity === undefined ? new vscode.ThemeIcon('output') : severityIcon(severity);
  item.accessibilityInformation = {
    label: joinedText(name, place, severity && severityName(severity), item.description),
  };
  item.command = openCommand(log.uri, 0);
  return item;
}

function foundItem({ log, found }: FoundElement): vscode.TreeItem {
  const item = textItem(found.title);
  item.iconPath = severityIcon(found.severity);
  item.accessibilityInformation = { label: joinedText(severityName(found.severity), found.title) };
  item.command = openCommand(log.uri, found.line);
  return item;
}

function countOrNothing(count: number): string | undefined {
  return count === 0 ? undefined : formatCount(count);
}

/** Path of a log as the user knows it: from the opened folder on. */
function pathOf({ uri }: ReadLog): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(uri, true).with({ scheme: 'file' }));
}

/** From when to when a log goes, in its own time; what both times have in common is said once. */
function span({ first, last }: ReadLog): string | undefined {
  if (first === undefined || last === undefined) return undefined;
  const [from, to] = [readableMinute(first), readableMinute(last)];
  return from.day === to.day
    ? `${from.day} ${from.minute}–${to.minute}`
    : `${from.day} ${from.minute} – ${to.day} ${to.minute}`;
}

function readableMinute(time: string): { readonly day: string; readonly minute: string } {
  return { day: time.slice(0, 10), minute: time.slice(11, 16) };
}
