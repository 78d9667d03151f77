import * as vscode from 'vscode';
import type { CommandTools } from '../commands/commandTools';
import type { SuspectFile } from '../quarantine/checkSuspect';
import { isWithin } from '../quarantine/wayWithinSite';
import { filesWithFindings } from '../siteFiles';
import type { KnownFile } from './knownFiles';

/**
 * A file as the quarantine takes it, with the site that it lies in.
 * @throws what the user is told where it can't be taken out of a site
 */
export function suspectFile(
  { audits, incidents }: Pick<CommandTools, 'audits' | 'incidents'>,
  { uri, reasons }: KnownFile,
): SuspectFile {
  if (uri.scheme !== 'file') {
    throw new Error(
      vscode.l10n.t(
        'Only files on disk can be moved to quarantine. What is in an archive can’t run while it stays there.',
      ),
    );
  }
  const around = audits.all.filter(({ folder }) => isWithin(folder.fsPath, uri.fsPath));
  // Where a folder within an audited folder was audited too, the inner one is the site.
  const audit = around.toSorted((one, other) => other.folder.fsPath.length - one.folder.fsPath.length)[0];
  if (audit === undefined) {
    const site = incidents.result?.site && vscode.Uri.parse(incidents.result.site, true).fsPath;
    if (site && isWithin(site, uri.fsPath)) return { site, path: uri.fsPath, rules: [], reasons };
    throw new Error(vscode.l10n.t('Only files of an audited site can be moved to quarantine.'));
  }
  const found = filesWithFindings(audit).get(uri.toString())?.findings ?? [];
  const rules = [...new Set(found.map(({ rule }) => rule))];
  return { site: audit.folder.fsPath, path: uri.fsPath, rules, reasons };
}
