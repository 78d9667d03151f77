import type { Task } from '../../../server/src/protocol';

/** The commands by which tasks of the checklist are done. The menus of the manifest have the same ones beside their tasks. */
const TASK_COMMANDS = {
  'keep-evidence': 'logSiteAudit.saveEvidence',
  'delete-files': 'logSiteAudit.quarantineFiles',
  'check-hiding-places': 'logSiteAudit.compareWithCleanCopy',
  'upload-clean-files': 'logSiteAudit.compareWithCleanCopy',
  'check-backups': 'logSiteAudit.auditSiteArchive',
  'php-settings': 'logSiteAudit.showHardening',
  'php-off-in-uploads': 'logSiteAudit.showHardening',
  'protect-forms': 'logSiteAudit.showHardening',
  'block-addresses': 'logSiteAudit.makeDenyRules',
  reply: 'logSiteAudit.replyToHost',
  'check-again': 'logSiteAudit.buildIncident',
} as const satisfies Partial<Record<Task, string>>;

/** A command that does a task, or the part of it that can be done here. */
export type TaskCommand = (typeof TASK_COMMANDS)[keyof typeof TASK_COMMANDS];

/** The command that does a task; `undefined` for what only the user, or the host, can do. */
export function taskCommand(task: Task): TaskCommand | undefined {
  const commands: Partial<Readonly<Record<Task, TaskCommand>>> = TASK_COMMANDS;
  return commands[task];
}
