import * as vscode from 'vscode';
import type { TaskCommand } from './taskCommands';

/** What a command that does a task is called: as the manifest calls it. */
export function taskCommandTitle(command: TaskCommand): string {
  switch (command) {
    case 'logSiteAudit.saveEvidence':
      return vscode.l10n.t('Save the Evidence…');
    case 'logSiteAudit.quarantineFiles':
      return vscode.l10n.t('Move Suspicious Files to Quarantine…');
    case 'logSiteAudit.compareWithCleanCopy':
      return vscode.l10n.t('Compare with a Clean Copy…');
    case 'logSiteAudit.auditSiteArchive':
      return vscode.l10n.t('Audit a Site’s Backup (Zip, Tar)');
    case 'logSiteAudit.showHardening':
      return vscode.l10n.t('Show Hardening…');
    case 'logSiteAudit.makeDenyRules':
      return vscode.l10n.t('Make Deny Rules…');
    case 'logSiteAudit.replyToHost':
      return vscode.l10n.t('Draft the Reply to the Host');
    case 'logSiteAudit.buildIncident':
      return vscode.l10n.t('Put the Incident Together');
  }
}
