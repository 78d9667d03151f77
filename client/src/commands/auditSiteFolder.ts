import * as vscode from 'vscode';
import type { SiteAuditResult } from '../../../server/src/protocol';
import { SITE_VIEW } from '../names';
import { notificationText } from '../plainText';
import { folderName } from '../views/siteItems';
import { chooseFolder } from './chooseFolder';
import type { CommandTools } from './commandTools';
import { elementOf } from './treeTarget';
import { withNotification, type Report } from './withNotification';

/**
 * "Audit Site Folder": audits the folder that the explorer names, else the workspace's, else the one that the user chooses.
 * @returns the result, or `undefined` when nothing was chosen or the audit was cancelled
 */
export async function auditSiteFolder(tools: CommandTools, target: unknown): Promise<SiteAuditResult | undefined> {
  const folder = target instanceof vscode.Uri ? target : await chooseSiteFolder();
  return folder === undefined ? undefined : auditFolder(tools, folder);
}

/** Audits the folders of the view again. */
export async function auditAgain(tools: CommandTools): Promise<void> {
  for (const { folder } of tools.audits.all) await auditFolder(tools, folder);
}

/** "Audit This Folder Again": audits one of several folders of the tree. */
export async function auditThisFolderAgain(tools: CommandTools, target: unknown): Promise<void> {
  const element = elementOf(target);
  if (element?.kind === 'folder') await auditFolder(tools, element.audit.folder);
}

/** Audits a folder, beside its clean copy where one was chosen, and shows what was found in the view. */
export async function auditFolder(tools: CommandTools, folder: vscode.Uri): Promise<SiteAuditResult | undefined> {
  if (folder.scheme !== 'file') throw new Error(vscode.l10n.t('Only a folder or an archive on disk can be audited.'));
  await vscode.commands.executeCommand(`${SITE_VIEW}.focus`, { preserveFocus: true });
  const result = await withAuditProgress(tools, folder, (report, token) => tools.audits.audit(folder, report, token));
  if (result !== undefined) await tools.audits.add(folder, result);
  return result;
}

/** Runs an audit that says in the view how far it is, and has a notification that cancels it; `undefined` when it was cancelled. */
async function withAuditProgress(
  { siteView }: CommandTools,
  folder: vscode.Uri,
  audit: (report: Report, token: vscode.CancellationToken) => Promise<SiteAuditResult>,
): Promise<SiteAuditResult | undefined> {
  const title = vscode.l10n.t('Auditing {0}', notificationText(folderName(folder)));
  const work = (report: Report, token: vscode.CancellationToken): Promise<SiteAuditResult> => {
    const reportTwice: Report = (message, percentage) => {
      report(message, percentage);
      siteView.showProgress(message === undefined ? title : `${title}: ${message}`);
    };
    return audit(reportTwice, token);
  };
  siteView.showProgress(title);
  try {
    const location = { viewId: SITE_VIEW };
    return await vscode.window.withProgress({ location }, () => withNotification(title, work));
  } finally {
    siteView.showProgress(undefined);
  }
}

/** The folder with the copy of the site: the workspace's, or the one that the user chooses. */
export function chooseSiteFolder(): Promise<vscode.Uri | undefined> {
  return chooseFolder({
    which: vscode.l10n.t('Which folder holds the copy of the site?'),
    title: vscode.l10n.t('Choose the folder with the copy of your site'),
    button: vscode.l10n.t('Audit'),
  });
}
