import * as vscode from 'vscode';
import type { SiteFinding, SiteProduct } from '../../../server/src/protocol';
import { callsOfFile } from '../calledFindings';
import { formatCount } from '../numbers';
import { markdownText, visibleText } from '../plainText';
import { severityIcon, severityName } from '../severities';
import { siteFileUri } from '../siteAudits';
import { findingRange } from '../siteDiagnostics';
import { contextWords, fileWords } from './contextWords';
import { factItem, joinedText, openCommand, textItem } from './factItems';
import { callsText, fileIcon, stateWord } from './fileStates';
import type { ListedSite } from './listedSites';
import { elementId, parentId, type FileElement, type FindingElement, type SiteElement } from './siteElements';
import type { FindingGroup, Grouping } from './siteGroups';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** Command of the element behind which more of a long list waits. */
export const SHOW_MORE_COMMAND = 'logSiteAudit.showMoreFindings';

/**
 * The item that shows an element. Names and texts of the site appear as plain text.
 * @param groupState how groups are shown that the user neither folded nor unfolded
 */
export function siteItem(element: SiteElement, groupState = Expanded): vscode.TreeItem {
  const item = itemOf(element);
  if (element.kind === 'group' && item.collapsibleState !== None) item.collapsibleState = groupState;
  item.id = elementId(element);
  item.contextValue = contextOf(element);
  return item;
}

/** The text that is shown when the mouse rests on a finding: what was found, what it means, what to do, who called the file. */
export function findingTooltip({ finding, audit }: FindingElement): vscode.MarkdownString {
  const { title, detail, advice, file } = finding;
  return new vscode.MarkdownString(
    [title, detail, advice, ...whatIsKnown(audit, file)]
      .filter((text) => text !== '')
      .map(markdownText)
      .join('\n\n'),
  );
}

/** What the incident, or else the open logs, know of a file. */
function whatIsKnown(site: ListedSite, file: string): string[] {
  const known = site.incident?.files.get(file);
  if (known !== undefined) return [known.stateText, ...known.facts.map(({ text }) => text)];
  return [callsOfFile(site.calls, file)?.text ?? callsText(site, file) ?? ''];
}

function contextOf(element: SiteElement): string {
  const { kind } = element;
  if (kind === 'file') return contextWords(kind, fileWords(element.file));
  if (kind === 'finding') return contextWords(kind, fileWords(element.audit.incident?.files.get(element.finding.file)));
  if (kind === 'group' && element.grouping === 'file') return contextWords(kind, fileWords(element.file));
  return kind;
}

function itemOf(element: SiteElement): vscode.TreeItem {
  switch (element.kind) {
    case 'folder':
      return folderItem(element.audit);
    case 'group':
      return element.grouping === 'file' ? fileGroupItem(element) : groupItem(element);
    case 'finding':
      return findingItem(element);
    case 'file':
      return fileItem(element);
    case 'fact':
      return factItem(element.fact);
    case 'problems':
      return problemsItem(element.audit);
    case 'problem':
      return problemItem(element);
    case 'products':
      return productsItem(element.products);
    case 'product':
      return productItem(element.product);
    case 'more':
      return moreItem(element);
  }
}

function folderItem({ folder, result, bare }: ListedSite): vscode.TreeItem {
  const name = visibleText(folderName(folder));
  const number = formatCount(result.findings.length + bare.length);
  const item = new vscode.TreeItem(name, Expanded);
  item.iconPath = vscode.ThemeIcon.Folder;
  item.resourceUri = folder;
  item.description = number;
  item.accessibilityInformation = { label: joinedText(name, vscode.l10n.t('{0} findings', number)) };
  return item;
}

function groupItem(group: FindingGroup): vscode.TreeItem {
  const label = groupLabel(group);
  const item = new vscode.TreeItem(label, Expanded);
  const number = formatCount(group.findings.length + group.files.length);
  item.description = number;
  item.iconPath = severityIcon(group.severity);
  item.accessibilityInformation = { label: joinedText(severityName(group.severity), label, number) };
  return item;
}

function groupLabel({ grouping, key, severity, findings }: FindingGroup): string {
  if (grouping === 'severity') return severityName(severity);
  if (key !== '') return visibleText(grouping === 'rule' ? findings[0]!.ruleTitle : key);
  return grouping === 'rule'
    ? vscode.l10n.t('Named by the host, nothing found in the copy')
    : vscode.l10n.t('The site’s own folder');
}

/** A file with all that is known of it below. Its name comes first: the view is narrow, and many files share their folders. */
function fileGroupItem({ audit, key, severity, findings, file }: FindingGroup): vscode.TreeItem {
  const item = textItem(nameIn(key, 'folder'), findings.length + (file?.facts.length ?? 0) > 0 ? Expanded : None);
  const description = joinedText(findingsText(findings.length), stateWord(file), callsText(audit, key));
  item.description = joinedText(description || undefined, folderOf(key));
  item.iconPath = fileIcon(severity, file);
  item.accessibilityInformation = { label: joinedText(severityName(severity), key, description) };
  item.tooltip = visibleText([key, file?.stateText].filter((text) => text !== undefined).join(' · '));
  return item;
}

function fileItem({ audit, file, grouping }: FileElement): vscode.TreeItem {
  const item = textItem(nameIn(file.file, grouping), file.facts.length > 0 ? Collapsed : None);
  const description = joinedText(stateWord(file), callsText(audit, file.file));
  item.description = description;
  item.iconPath = fileIcon(file.severity, file);
  item.tooltip = visibleText(file.stateText);
  item.accessibilityInformation = { label: joinedText(severityName(file.severity), file.file, description) };
  if (file.uri !== undefined) item.command = openCommand(file.uri);
  return item;
}

function findingItem({ audit, finding, grouping }: FindingElement): vscode.TreeItem {
  const known = audit.incident?.files.get(finding.file);
  const calls = joinedText(stateWord(known), callsText(audit, finding.file)) || undefined;
  const title = visibleText(finding.title);
  const item = new vscode.TreeItem(findingLabel(finding, grouping));
  const description = findingDescription(finding, grouping, calls);
  if (description !== undefined) item.description = description;
  item.iconPath = severityIcon(finding.severity);
  item.accessibilityInformation = { label: joinedText(severityName(finding.severity), title, finding.file, calls) };
  const file = siteFileUri(audit.folder, finding.file);
  item.command = {
    title: vscode.l10n.t('Open'),
    command: 'vscode.open',
    arguments: [file, { selection: findingRange(finding), preview: true }],
  };
  return item;
}

function findingsText(count: number): string | undefined {
  if (count === 0) return undefined;
  return count === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', formatCount(count));
}

/** What the group does not say already. */
function findingLabel({ file, title }: SiteFinding, grouping: Grouping): string {
  return visibleText(grouping === 'file' ? title : nameIn(file, grouping));
}

/** A file as it is called within a group. */
function nameIn(file: string, grouping: Grouping): string {
  return grouping === 'folder' ? file.slice(file.lastIndexOf('/') + 1) : file;
}

function findingDescription({ ruleTitle }: SiteFinding, grouping: Grouping, calls?: string): string | undefined {
  if (grouping === 'file') return undefined;
  return grouping === 'rule' ? calls : joinedText(ruleTitle, calls);
}

/** The folder of a file; `undefined` for the site's own. */
function folderOf(file: string): string | undefined {
  return file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : undefined;
}

function problemsItem({ result }: ListedSite): vscode.TreeItem {
  const label = vscode.l10n.t('Could not be read: {0}', formatCount(result.problems.length));
  const item = new vscode.TreeItem(label, Collapsed);
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

function productsItem(products: readonly SiteProduct[]): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Made with'), Collapsed);
  // Programs come first.
  const programs = products.filter(({ kind }) => kind === 'program').map(({ name }) => name);
  item.description = programs.length > 0 ? programs.join(', ') : formatCount(products.length);
  item.iconPath = new vscode.ThemeIcon('package');
  return item;
}

function productItem({ name, text }: SiteProduct): vscode.TreeItem {
  const item = new vscode.TreeItem(name);
  item.tooltip = text;
  item.accessibilityInformation = { label: text };
  return item;
}

function moreItem(element: Extract<SiteElement, { kind: 'more' }>): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Show more ({0} left)', formatCount(element.left)));
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.command = { title: '', command: SHOW_MORE_COMMAND, arguments: [parentId(element.parent)] };
  return item;
}

/** Last part of a folder's path. */
export function folderName(folder: vscode.Uri): string {
  return folder.path.split('/').findLast((name) => name !== '') ?? folder.fsPath;
}
