import type { IncidentFileItem, IncidentResult } from '../../../server/src/protocol';
import type { SiteAudit } from '../siteAudits';

/** The files of an incident that are to be acted on: not those that are gone. */
export function urgentFilesOf({ files }: IncidentResult): readonly IncidentFileItem[] {
  return files.filter(({ severity, state }) => severity === 'error' && state !== 'gone');
}

/** How many files are to be acted on, as the incident says or, where there is none, the audits of sites. */
export function countUrgentFiles(result: IncidentResult | undefined, audits: readonly SiteAudit[]): number {
  if (result !== undefined) return urgentFilesOf(result).length;
  return audits.reduce((sum, audit) => sum + countFilesWithErrors(audit), 0);
}

function countFilesWithErrors({ result: { findings } }: SiteAudit): number {
  return new Set(findings.filter(({ severity }) => severity === 'error').map(({ file }) => file)).size;
}
