import { fileURLToPath } from 'node:url';
import type { CancellationToken, Connection, ResponseError } from 'vscode-languageserver';
import type { IncidentJob, JobProgress, Language } from '../../jobs';
import type { Incident } from '../../incident/incident';
import { byteSize, count } from '../../numbers';
import type { BuildIncidentParams, IncidentResult } from '../../protocol';
import type { Settings } from '../../settings';
import type { JobRunner } from '../../workerThread';
import { t } from '../../words';
import { showWork } from '../shownWork';
import { incidentResult } from './incidentResult';

/** What building an incident takes. */
export interface IncidentTools {
  readonly runJob: JobRunner;
  readonly language: Language;
  readonly settings: Settings;
  /** Folder in which what files say is kept for the next audit; `undefined`: nowhere. */
  readonly cacheFolder: string | undefined;
  /** Keeps what was built. */
  readonly keep: (incident: Incident) => void;
}

/** Joins the parts of an incident in a worker thread, with progress; stops at once when the request is cancelled. */
export async function buildIncident(
  connection: Connection,
  { workDoneToken, ...parts }: BuildIncidentParams,
  token: CancellationToken,
  { runJob, language, settings, cacheFolder, keep }: IncidentTools,
): Promise<IncidentResult | ResponseError> {
  const shown = { workDoneToken, title: t('Putting the incident together'), cancelled: t('It was cancelled.') };
  return showWork(connection, token, shown, async (signal, progress) => {
    const job = incidentJob(parts, settings, cacheFolder);
    const result = await runJob(job, language, { signal, onProgress: (done) => progress.report(progressText(done)) });
    keep(result.incident);
    return incidentResult(result, job.logs, parts.site);
  });
}

function incidentJob(
  { notice, list, logs, site: folder }: Omit<BuildIncidentParams, 'workDoneToken'>,
  settings: Settings,
  cacheFolder: string | undefined,
): IncidentJob {
  const { rules, siteExclude: exclude, siteKnownGood } = settings;
  const knownGood = siteKnownGood.map(({ sha256 }) => sha256);
  return {
    kind: 'incident',
    logs: logs.map((uri) => fileURLToPath(uri)),
    logSettings: settings,
    ...(notice !== undefined && { notice }),
    ...(list !== undefined && { list }),
    ...(folder !== undefined && {
      site: { root: fileURLToPath(folder), settings: rules, exclude, knownGood, cacheFolder },
    }),
  };
}

function progressText({ done, total = 0, part }: JobProgress): string {
  return part === 'site'
    ? t('{0} of {1} files', count(done), count(total))
    : t('{0} of {1}', byteSize(done), byteSize(total));
}
