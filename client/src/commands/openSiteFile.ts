import * as vscode from 'vscode';
import { notificationText } from '../plainText';
import { auditSiteFolder } from './auditSiteFolder';
import type { CommandTools } from './commandTools';
import { entryAtCursor } from './entryAtCursor';

/** "Show the File": opens the site file that a request path was for; from the palette the path of the cursor's line. */
export async function openSiteFile(tools: CommandTools, target: unknown): Promise<void> {
  const path = typeof target === 'string' ? target : (await entryAtCursor(tools))?.endpoint?.path;
  if (path === undefined) return;
  const server = await tools.server.get();
  const file = await server.site.fileOf(path);
  if (file !== undefined) await vscode.commands.executeCommand('vscode.open', file);
  else await offerFolder(tools, path);
}

async function offerFolder(tools: CommandTools, path: string): Promise<void> {
  const audit = vscode.l10n.t('Audit Site Folder');
  const text =
    tools.audits.all.length > 0
      ? vscode.l10n.t('The copy of the site has no file for {0}.', notificationText(path))
      : vscode.l10n.t(
          'No file for {0} was found. Once the folder with the copy of your site is audited, its files are known.',
          notificationText(path),
        );
  if ((await vscode.window.showInformationMessage(text, audit)) === audit) await auditSiteFolder(tools, undefined);
}
