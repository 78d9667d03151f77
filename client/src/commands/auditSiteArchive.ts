import * as vscode from 'vscode';
import type { SiteAuditResult } from '../../../server/src/protocol';
import { auditFolder } from './auditSiteFolder';
import type { CommandTools } from './commandTools';

/** Endings of the archives that can be read. */
const ENDINGS = ['zip', 'tar', 'gz', 'tgz', 'bz2', 'tbz2', 'xz', 'txz', 'zst', 'wpress'];

/**
 * "Audit a Site's Backup": audits the archive that the explorer names, else the one that the user chooses, as if it were the site.
 * @returns the result, or `undefined` when nothing was chosen or the audit was cancelled
 */
export async function auditSiteArchive(tools: CommandTools, target: unknown): Promise<SiteAuditResult | undefined> {
  const archive = target instanceof vscode.Uri ? target : await chooseArchive();
  return archive === undefined ? undefined : auditFolder(tools, archive);
}

async function chooseArchive(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Choose the backup of your site'),
    openLabel: vscode.l10n.t('Audit'),
    filters: { [vscode.l10n.t('Archives')]: ENDINGS, [vscode.l10n.t('All files')]: ['*'] },
  });
  return chosen?.[0];
}
