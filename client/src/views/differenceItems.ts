import * as vscode from 'vscode';
import { formatCount } from '../numbers';
import { visibleText } from '../plainText';
import { siteFileUri } from '../siteAudits';
import { pathInCopy, type DifferenceElement, type DifferenceKind, type DifferingFile } from './differenceElements';
import { folderName } from './siteItems';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

const ICONS: Readonly<Record<DifferenceKind, vscode.ThemeIcon>> = {
  changed: new vscode.ThemeIcon('diff-modified'),
  added: new vscode.ThemeIcon('diff-added'),
  missing: new vscode.ThemeIcon('diff-removed'),
  lineEndings: new vscode.ThemeIcon('diff-ignored'),
};

/** The item that shows an element. Names of files appear as plain text. */
export function differenceItem(element: DifferenceElement): vscode.TreeItem {
  const item = itemOf(element);
  item.contextValue = element.kind === 'differing' ? `differing ${element.of}` : element.kind;
  return item;
}

/** The file of the site; of one that is missing there, where it would be. */
export function fileOfSite({ audit, file }: DifferingFile): vscode.Uri {
  return siteFileUri(audit.folder, file);
}

/** The same file in the clean copy; of one that was added, where it would be. */
function fileOfCopy({ differences, file }: DifferingFile): vscode.Uri {
  const { uri, isArchive } = differences.copy;
  const copy = vscode.Uri.parse(uri, true);
  const path = pathInCopy(differences, file);
  return siteFileUri(copy, isArchive ? `${folderName(copy)}!/${path}` : path);
}

function itemOf(element: DifferenceElement): vscode.TreeItem {
  switch (element.kind) {
    case 'site': {
      const item = new vscode.TreeItem(visibleText(folderName(element.audit.folder)), Expanded);
      item.iconPath = vscode.ThemeIcon.Folder;
      return item;
    }
    case 'group': {
      const item = new vscode.TreeItem(groupTitle(element.of), element.of === 'changed' ? Expanded : Collapsed);
      item.description = formatCount(element.differences[element.of].count);
      return item;
    }
    case 'differing':
      return fileItem(element);
    case 'left':
      return new vscode.TreeItem(vscode.l10n.t('… and {0} more', formatCount(element.left)), None);
  }
}

function fileItem(element: DifferingFile): vscode.TreeItem {
  const { file, of } = element;
  const path = visibleText(file);
  const item = new vscode.TreeItem(path, None);
  item.iconPath = ICONS[of];
  item.accessibilityInformation = { label: `${groupTitle(of)}: ${path}` };
  item.command = openCommand(element);
  return item;
}

/** Opens both files side by side, or the one that there is. */
function openCommand(element: DifferingFile): vscode.Command {
  const title = vscode.l10n.t('Open');
  const [own, clean] = [fileOfSite(element), fileOfCopy(element)];
  if (element.of === 'added') return { title, command: 'vscode.open', arguments: [own] };
  if (element.of === 'missing') return { title, command: 'vscode.open', arguments: [clean] };
  const name = vscode.l10n.t('{0} (clean copy ↔ site)', visibleText(folderName(own)));
  return { title, command: 'vscode.diff', arguments: [clean, own, name] };
}

function groupTitle(of: DifferenceKind): string {
  switch (of) {
    case 'changed':
      return vscode.l10n.t('Changed');
    case 'added':
      return vscode.l10n.t('Added');
    case 'missing':
      return vscode.l10n.t('Missing');
    case 'lineEndings':
      return vscode.l10n.t('Different only in line endings');
  }
}
