import path from 'node:path';
import * as vscode from 'vscode';
import type { DocumentRoot } from '../../../server/src/protocol';
import { folderLabel } from '../incident/askFolders';
import { visibleText } from '../plainText';
import { isWithin } from '../quarantine/wayWithinSite';
import { buildAgain, buildIncident } from './buildIncident';
import type { CommandTools } from './commandTools';

/** A folder that the user can choose. */
interface RootItem extends vscode.QuickPickItem {
  readonly root: () => Promise<DocumentRoot | undefined>;
}

/**
 * "Document Roots…": shows which folders of the copy are shown as `/` of which domains, and takes the user's word for it. It is kept
 * for the workspace, never in the copy.
 */
export async function changeDocumentRoots(tools: CommandTools): Promise<void> {
  const { incidents } = tools;
  const result = incidents.result ?? (await buildIncident(tools));
  if (result?.site === undefined) {
    throw new Error(vscode.l10n.t('There is no copy of a site yet. Put the incident together first.'));
  }
  const site = vscode.Uri.parse(result.site, true).fsPath;
  const choice = await vscode.window.showQuickPick(items(result.roots, site), {
    title: vscode.l10n.t('Which folder shows which domain?'),
    placeHolder: vscode.l10n.t('Choose a folder to change its domains'),
  });
  const root = await choice?.root();
  const domains = root && (await askDomains(root));
  if (root === undefined || domains === undefined) return;
  const others = (incidents.parts.roots ?? []).filter(({ folder }) => folder !== root.folder);
  await incidents.correctRoots([...others, { folder: root.folder, domains }]);
  await buildAgain(incidents);
}

function items(roots: readonly DocumentRoot[], site: string): RootItem[] {
  return [
    ...roots.map((root): RootItem => ({
      label: folderLabel(root.folder),
      description:
        root.domains.length === 0 ? vscode.l10n.t('the domain is not known') : root.domains.map(visibleText).join(', '),
      iconPath: new vscode.ThemeIcon('globe'),
      root: async () => root,
    })),
    {
      label: vscode.l10n.t('Another folder…'),
      iconPath: new vscode.ThemeIcon('folder-opened'),
      root: async () => otherFolder(site),
    },
  ];
}

async function otherFolder(site: string): Promise<DocumentRoot | undefined> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      canSelectFolders: true,
      canSelectFiles: false,
      defaultUri: vscode.Uri.file(site),
      title: vscode.l10n.t('Choose the folder that visitors see'),
      openLabel: vscode.l10n.t('Use'),
    })) ?? [];
  if (folder === undefined) return undefined;
  if (folder.fsPath !== site && !isWithin(site, folder.fsPath)) {
    throw new Error(vscode.l10n.t('The folder is not in the copy of the site.'));
  }
  return { folder: path.relative(site, folder.fsPath).replaceAll('\\', '/'), domains: [] };
}

async function askDomains({ folder, domains }: DocumentRoot): Promise<string[] | undefined> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Domains of {0}', folderLabel(folder)),
    prompt: vscode.l10n.t('With commas between them; leave it empty if you do not know'),
    placeHolder: 'shop.example, blog.example',
    value: domains.join(', '),
  });
  return text
    ?.split(/[\s,、]+/u)
    .map((domain) =>
      domain
        .toLowerCase()
        .replace(/^(?:https?:\/\/)?(?:www\.)?/, '')
        .replace(/[/:].*$/, ''),
    )
    .filter((domain) => domain !== '');
}
