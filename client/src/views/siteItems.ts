import * as vscode from 'vscode';
import type { SiteFinding } from '../../../server/src/protocol';
import { callsOfFile } from '../calledFindings';
import { formatCount } from '../numbers';
import { markdownText, visibleText } from '../plainText';
import { severityIcon, severityName } from '../severities';
import { siteFileUri, type SiteAudit } from '../siteAudits';
import { findingRange } from '../siteDiagnostics';
import {
  elementId,
  parentId,
  type FindingElement,
  type FindingGroup,
  type Grouping,
  type SiteElement,
} from './siteElements';

/** Command of the element behind which more of a long list waits. */
export const SHOW_MORE_COMMAND = 'logSiteAudit.showMoreFindings';

/** The item that shows an element. Names and texts of the site appear as plain text. */
export function siteItem(element: SiteElement): vscode.TreeItem {
  const item = itemOf(element);
  item.id = elementId(element);
  item.contextValue = element.kind;
  return item;
}

/** The text that is shown when the mouse rests on a finding: what was found, what it means, what to do, who called the file. */
export function findingTooltip({ finding, audit }: FindingElement): vscode.MarkdownString {
  const { title, detail, advice, file } = finding;
  const calls = callsOfFile(audit.calls, file)?.text ?? callsText(audit, file) ?? '';
  const texts = [title, detail, advice, calls].filter((text) => text !== '').map(markdownText);
  return new vscode.MarkdownString(texts.join('\n\n'));
}

function itemOf(element: SiteElement): vscode.TreeItem {
  switch (element.kind) {
    case 'folder':
      return folderItem(element.audit);
    case 'group':
      return groupItem(element);
    case 'finding':
      return findingItem(element);
    case 'problems':
      return problemsItem(element.audit);
    case 'problem':
      return problemItem(element);
    case 'more':
      return moreItem(element);
  }
}

function folderItem({ folder, result }: SiteAudit): vscode.TreeItem {
  const name = visibleText(folderName(folder));
  const number = formatCount(result.findings.length);
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded);
  item.iconPath = vscode.ThemeIcon.Folder;
  item.resourceUri = folder;
  item.description = number;
  item.accessibilityInformation = { label: spoken(name, vscode.l10n.t('{0} findings', number)) };
  return item;
}

function groupItem(group: FindingGroup): vscode.TreeItem {
  const item = new vscode.TreeItem(groupLabel(group), vscode.TreeItemCollapsibleState.Expanded);
  const number = formatCount(group.findings.length);
  const calls = group.grouping === 'file' ? callsText(group.audit, group.key) : undefined;
  item.description = calls === undefined ? number : `${number} · ${calls}`;
  item.iconPath = severityIcon(group.severity);
  item.accessibilityInformation = { label: spoken(severityName(group.severity), groupLabel(group), item.description) };
  return item;
}

function groupLabel({ grouping, key, severity, findings }: FindingGroup): string {
  if (grouping === 'severity') return severityName(severity);
  if (grouping === 'rule') return visibleText(findings[0]!.ruleTitle);
  return key === '' ? vscode.l10n.t('The site’s own folder') : visibleText(key);
}

function findingItem({ audit, finding, grouping }: FindingElement): vscode.TreeItem {
  const calls = callsText(audit, finding.file);
  const title = visibleText(finding.title);
  const item = new vscode.TreeItem(findingLabel(finding, grouping));
  const description = findingDescription(finding, grouping, calls);
  if (description !== undefined) item.description = description;
  item.iconPath = severityIcon(finding.severity);
  item.accessibilityInformation = { label: spoken(severityName(finding.severity), title, finding.file, calls) };
  const file = siteFileUri(audit.folder, finding.file);
  item.command = {
    title: vscode.l10n.t('Open'),
    command: 'vscode.open',
    arguments: [file, { selection: findingRange(finding), preview: true }],
  };
  return item;
}

/** What the group does not say already. */
function findingLabel({ file, title }: SiteFinding, grouping: Grouping): string {
  if (grouping === 'file') return visibleText(title);
  return visibleText(grouping === 'folder' ? file.slice(file.lastIndexOf('/') + 1) : file);
}

function findingDescription({ ruleTitle }: SiteFinding, grouping: Grouping, calls?: string): string | undefined {
  if (grouping === 'file') return undefined;
  return grouping === 'rule' ? calls : spoken(ruleTitle, calls);
}

/** How often the open logs saw a file called; `undefined` while nothing can be said. */
function callsText({ calls }: SiteAudit, file: string): string | undefined {
  if (calls === undefined || calls.logs === 0) return undefined;
  const requests = Object.hasOwn(calls.requests, file) ? calls.requests[file]! : 0;
  if (requests === 0) return vscode.l10n.t('no calls in the open logs');
  if (requests === 1) return vscode.l10n.t('1 call in the open logs');
  return vscode.l10n.t('{0} calls in the open logs', formatCount(requests));
}

function problemsItem({ result }: SiteAudit): vscode.TreeItem {
  const label = vscode.l10n.t('Could not be read: {0}', formatCount(result.problems.length));
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.iconPath = new vscode.ThemeIcon('question');
  return item;
}

function problemItem({ audit, problem }: Extract<SiteElement, { kind: 'problem' }>): vscode.TreeItem {
  const item = new vscode.TreeItem(visibleText(problem.file));
  item.description = visibleText(problem.message);
  item.iconPath = vscode.ThemeIcon.File;
  item.tooltip = siteFileUri(audit.folder, problem.file).fsPath;
  return item;
}

function moreItem(element: Extract<SiteElement, { kind: 'more' }>): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Show more ({0} left)', formatCount(element.left)));
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.command = { title: '', command: SHOW_MORE_COMMAND, arguments: [parentId(element.parent)] };
  return item;
}

/** Parts of a label in one text, for screen readers and descriptions. */
function spoken(...parts: (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .map(visibleText)
    .join(' · ');
}

export function folderName(folder: vscode.Uri): string {
  return folder.path.split('/').findLast((name) => name !== '') ?? folder.fsPath;
}
