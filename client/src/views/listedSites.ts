import type { Uri } from 'vscode';
import type { IncidentFileItem, SiteAuditResult } from '../../../server/src/protocol';
import type { SiteAudit } from '../siteAudits';

/** A site as the view of files lists it: what the audit found, and what the incident knows of its files. */
export interface ListedSite extends SiteAudit {
  /** Absent where no incident was put together, or of another site. */
  readonly incident?: {
    /** The files that the host names or the audit accuses, by their paths. */
    readonly files: ReadonlyMap<string, IncidentFileItem>;
    /** How many logs were read. */
    readonly logs: number;
  };
  /** Files that the host names and in which the audit found nothing, and all that the copy does not have (any more). */
  readonly bare: readonly IncidentFileItem[];
}

/** What an incident knows of the files of a site. */
export interface KnownFiles {
  /** The copy of the site, or what stands for it where there is none. */
  readonly folder: Uri;
  readonly files: readonly IncidentFileItem[];
  readonly logs: number;
}

/** The audited sites, each with what the incident knows of it, so that no file is listed twice. */
export function listedSites(audits: readonly SiteAudit[], known: KnownFiles | undefined): ListedSite[] {
  const listed = audits.map((audit) => (known && isOf(audit, known) ? joined(audit, known) : { ...audit, bare: [] }));
  if (known === undefined || audits.some((audit) => isOf(audit, known))) return listed;
  const unaudited = joined({ folder: known.folder, result: nothingFound(known.folder) }, known);
  return unaudited.bare.length === 0 ? listed : [...listed, unaudited];
}

/** How many files are listed, each once. */
export function countListedFiles(sites: readonly ListedSite[]): number {
  return sites.reduce((sum, { result, bare }) => {
    return sum + new Set([...result.findings, ...bare].map(({ file }) => file)).size;
  }, 0);
}

function isOf({ folder }: SiteAudit, known: KnownFiles): boolean {
  return folder.toString() === known.folder.toString();
}

function joined(audit: SiteAudit, { files, logs }: KnownFiles): ListedSite {
  const withFindings = new Set(audit.result.findings.map(({ file }) => file));
  return {
    ...audit,
    incident: { files: new Map(files.map((file) => [file.file, file])), logs },
    bare: files.filter(({ file, isNamed, state }) => (isNamed || state !== 'present') && !withFindings.has(file)),
  };
}

function nothingFound(folder: Uri): SiteAuditResult {
  const counts = { files: 0, inArchives: 0, excluded: 0, quiet: 0, knownGood: 0, bytes: 0 };
  return { folder: folder.toString(), ...counts, findings: [], problems: [] };
}
