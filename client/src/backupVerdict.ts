import type { SiteAuditResult } from '../../server/src/protocol';
import { isSuspicious } from './severityOrder';

/** Whether a backup may be put back. */
export type BackupVerdict =
  /** It has files that must not go back. */
  | 'bad'
  /** It has files that somebody has to look at first. */
  | 'doubtful'
  /** Nothing was found, but not all of it could be read. */
  | 'unread'
  | 'clean';

/** What an audit says of a backup; the worst counts. */
export function backupVerdict({ findings, problems }: Pick<SiteAuditResult, 'findings' | 'problems'>): BackupVerdict {
  if (findings.some(({ severity }) => severity === 'error')) return 'bad';
  if (findings.some(isSuspicious)) return 'doubtful';
  return problems.length > 0 ? 'unread' : 'clean';
}
