import * as vscode from 'vscode';
import type { SiteAuditResult } from '../../../server/src/protocol';
import { backupVerdict } from '../backupVerdict';
import { formatCount } from '../numbers';
import { notificationText } from '../plainText';
import { isSuspicious } from '../severityOrder';
import { folderName } from '../views/siteItems';
import { auditFolder } from './auditSiteFolder';
import type { CommandTools } from './commandTools';

/** Endings of the archives that can be read. */
const ENDINGS = ['zip', 'tar', 'gz', 'tgz', 'bz2', 'tbz2', 'xz', 'txz', 'zst', 'wpress'];

/**
 * "Audit a Site's Backup": audits the archive that the explorer names, else the one that the user chooses, as if it were the site, and
 * says whether it may be put back.
 * @returns the result, or `undefined` when nothing was chosen or the audit was cancelled
 */
export async function auditSiteArchive(tools: CommandTools, target: unknown): Promise<SiteAuditResult | undefined> {
  const archive = target instanceof vscode.Uri ? target : await chooseArchive();
  if (archive === undefined) return undefined;
  const result = await auditFolder(tools, archive);
  // Not waited for: the user may leave it there.
  if (result !== undefined) void tell(notificationText(folderName(archive)), result);
  return result;
}

/** Says whether the backup may be put back. */
function tell(name: string, result: SiteAuditResult): Thenable<unknown> {
  const accused = new Set(result.findings.filter(isSuspicious).map(({ file }) => file));
  const files = formatCount(accused.size);
  switch (backupVerdict(result)) {
    case 'bad':
      return vscode.window.showErrorMessage(
        vscode.l10n.t('{0} is not clean: do not put it back. Suspicious files in it: {1}.', name, files),
      );
    case 'doubtful':
      return vscode.window.showWarningMessage(
        vscode.l10n.t('{0} may not be clean: look at {1} suspicious files before you put it back.', name, files),
      );
    case 'unread':
      return vscode.window.showWarningMessage(
        vscode.l10n.t(
          'Nothing suspicious was found in {0}, but not all of it could be read ({1}), so it can’t be called clean.',
          name,
          formatCount(result.problems.length),
        ),
      );
    case 'clean':
      return vscode.window.showInformationMessage(
        vscode.l10n.t(
          '{0} looks clean: nothing suspicious was found in {1} files. No audit finds everything: compare it with a fresh download of the same version where you can.',
          name,
          formatCount(result.inArchives),
        ),
      );
  }
}

async function chooseArchive(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Choose the backup of your site'),
    openLabel: vscode.l10n.t('Audit'),
    filters: { [vscode.l10n.t('Archives')]: ENDINGS, [vscode.l10n.t('All files')]: ['*'] },
  });
  return chosen?.[0];
}
