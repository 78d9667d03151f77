import * as vscode from 'vscode';
import type { SiteAuditResult, WordPressAsked } from '../../../server/src/protocol';
import { unlessNone } from '../numbers';
import { notificationText, visibleText } from '../plainText';
import { auditFolder, chooseSiteFolder } from './auditSiteFolder';
import type { CommandTools } from './commandTools';
import { showDraft } from './drafts';
import { elementOf } from './treeTarget';
import { withNotification } from './withNotification';

/**
 * "Compare with WordPress.org": asks for the checksums of the WordPress and the plug-ins of a folder, once the user allowed it, and
 * audits the folder beside them.
 * @param target element of the view of files; without one the folder that was audited last, or one that the user chooses
 */
export async function compareWithWordPress(tools: CommandTools, target: unknown): Promise<void> {
  const audited = tools.audits.all.at(-1)?.folder;
  const folder = elementOf(target)?.audit.folder ?? audited ?? (await chooseSiteFolder());
  if (folder === undefined || !(await tools.consent.ensure('wordPress'))) return;
  const isAudited = tools.audits.all.some((audit) => audit.folder.toString() === folder.toString());
  // Which versions the site has is what an audit finds out.
  if (!isAudited && (await auditFolder(tools, folder)) === undefined) return;
  const server = await tools.server.get();
  const answer = await withNotification(vscode.l10n.t('Asking WordPress.org'), (report, token) =>
    server.site.askWordPress(folder, report, token),
  );
  if (answer === undefined) return;
  if (answer.kind === 'notAllowed') throw new Error(answer.message);
  const result = answer.known.length === 0 ? undefined : await auditFolder(tools, folder);
  await tell(answer, result);
}

/** "Stop Asking WordPress.org": takes the consent back. */
export async function withdrawWordPress({ consent }: CommandTools): Promise<void> {
  await consent.withdraw('wordPress');
  void vscode.window.showInformationMessage(vscode.l10n.t('WordPress.org is not asked any more.'));
}

/** Says what came of it, and on demand what could not be compared. */
async function tell({ known, unknown, leftOut }: WordPressAsked, result: SiteAuditResult | undefined): Promise<void> {
  const [first, ...others] = result?.published ?? [];
  const sentences = [
    ...(known.length + unknown.length === 0
      ? [vscode.l10n.t('No WordPress whose version can be told was found in this folder.')]
      : []),
    ...(first === undefined ? [] : [first]),
    ...unlessNone(others.length, (count) => vscode.l10n.t('{0} plug-ins were compared as well.', count)),
    ...unlessNone(unknown.length, (count) => vscode.l10n.t('{0} products could not be compared.', count)),
    ...unlessNone(leftOut, (count) => vscode.l10n.t('{0} plug-ins were left out, as there are too many.', count)),
  ];
  const showAll = vscode.l10n.t('Show All');
  const buttons = others.length + unknown.length > 0 ? [showAll] : [];
  const text = notificationText(sentences.join(' '));
  if ((await vscode.window.showInformationMessage(text, ...buttons)) !== showAll) return;
  const lines = [...(result?.published ?? []), ...unknown.map(({ name, message }) => `${name}: ${message}`)];
  await showDraft(lines.map(visibleText).join('\n'), 'plaintext');
}
