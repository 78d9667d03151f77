import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CancellationToken, Connection, ResponseError } from 'vscode-languageserver';
import type { SiteFolder } from '../../auditSiteFolder';
import type { IncidentJob, IncidentJobResult, JobProgress, Language } from '../../jobs';
import { byteSize, count } from '../../numbers';
import type { EvidenceSources } from '../../packEvidence';
import type { BuildIncidentParams, IncidentResult } from '../../protocol';
import type { LogSettings, Settings } from '../../settings';
import type { SiteAudit } from '../../site/auditSite';
import { foldersAsOne, type FoldersAsOne } from '../../site/foldersAsOne';
import type { JobRunner } from '../../workerThread';
import { t } from '../../words';
import { countedIncident, type IncidentLog } from '../dashboard/countedLog';
import { urisOfLogsAt } from '../logFolder/logUris';
import { showWork } from '../shownWork';
import { auditResult } from '../site/auditResult';
import { siteToAudit, type AuditMeans } from '../site/siteToAudit';
import { incidentResult } from './incidentResult';

/** What building an incident takes. */
export interface IncidentTools extends AuditMeans {
  readonly runJob: JobRunner;
  readonly language: Language;
  readonly settings: Settings;
  /** Keeps what was built, and what its evidence can be taken from. */
  readonly keep: (built: EvidenceSources) => void;
  /** Keeps what the audit of a folder (a URI) said. */
  readonly keepAudit: (folder: string, audit: SiteAudit) => void;
  /** Keeps the entries of all logs; `undefined` where there were none. */
  readonly keepLogs: (logs: IncidentLog | undefined) => void;
}

/** Joins the parts of an incident in a worker thread, with progress; stops at once when the request is cancelled. */
export async function buildIncident(
  connection: Connection,
  { workDoneToken, ...parts }: BuildIncidentParams,
  token: CancellationToken,
  { runJob, language, keep, keepAudit, keepLogs, ...means }: IncidentTools,
): Promise<IncidentResult | ResponseError> {
  const shown = { workDoneToken, title: t('Putting the incident together'), cancelled: t('It was cancelled.') };
  return showWork(connection, token, shown, async (signal, progress) => {
    const { sites, folder, problems } = sitesOf(parts);
    const wanted = folder === undefined ? undefined : await siteToAudit({ folder, cleanCopy: parts.cleanCopy }, means);
    const job = incidentJob(parts, wanted && { ...wanted.site, ...sites }, means.settings);
    const built = await runJob(job, language, { signal, onProgress: (done) => progress.report(progressText(done)) });
    const result = { ...built, problems: [...problems, ...built.problems] };
    const { entries, logs } = result;
    keep(evidenceSources(job, result));
    keepLogs(entries && countedIncident(entries, logs, result.incident.logFindings, urisOfLogsAt(job.logs, logs)));
    if (folder === undefined || result.site === undefined) return incidentResult(result, job.logs, folder);
    keepAudit(folder, result.site);
    return incidentResult(result, job.logs, folder, [auditResult(folder, result.site, wanted?.unread ?? [])]);
  });
}

interface CopiesOfSites {
  /** Absent where there is no copy. */
  readonly sites?: FoldersAsOne;
  /** URI of the folder around all of them; as the editor writes it where that is one of them. */
  readonly folder?: string;
  /** Folders that can't be read with the others. */
  readonly problems: IncidentJobResult['problems'];
}

/** The folders with copies as one; of those on several drives the first. */
function sitesOf({ site, otherSites = [] }: BuildIncidentParams): CopiesOfSites {
  if (site === undefined) return { problems: [] };
  const given = new Map([site, ...otherSites].map((uri) => [path.resolve(fileURLToPath(uri)), uri]));
  const [first, ...others] = [...given.keys()];
  const sites = foldersAsOne([...given.keys()]);
  if (sites !== undefined) {
    return { sites, folder: given.get(sites.root) ?? pathToFileURL(sites.root).toString(), problems: [] };
  }
  const message = t('It was not read: it lies on another drive than the first folder. Copy it there.');
  return { sites: { root: first! }, folder: site, problems: others.map((name) => ({ name, message })) };
}

function incidentJob(
  { notice, list, logs, roots, prefixRules, hadFiles }: Omit<BuildIncidentParams, 'workDoneToken'>,
  site: SiteFolder | undefined,
  logSettings: LogSettings,
): IncidentJob {
  return {
    kind: 'incident',
    logs: logs.map((uri) => fileURLToPath(uri)),
    logSettings,
    ...(notice !== undefined && { notice }),
    ...(list !== undefined && { list }),
    ...(site && { site }),
    ...(roots && { roots }),
    ...(prefixRules && { prefixRules }),
    ...(hadFiles && { hadFiles }),
  };
}

/** Where the evidence of an incident is found again. */
function evidenceSources(
  { notice, list, logs, logSettings, site }: IncidentJob,
  { incident, logs: read }: IncidentJobResult,
): EvidenceSources {
  return {
    incident,
    ...(notice !== undefined && { notice }),
    ...(list !== undefined && { list }),
    logs,
    read,
    userFormats: logSettings?.logFormats ?? [],
    ...(site && { site: site.root }),
  };
}

function progressText({ done, total = 0, part }: JobProgress): string {
  return part === 'site'
    ? t('{0} of {1} files', count(done), count(total))
    : t('{0} of {1}', byteSize(done), byteSize(total));
}
