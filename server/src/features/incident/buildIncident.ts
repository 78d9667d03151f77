import { fileURLToPath } from 'node:url';
import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import type { Language } from '../../jobs';
import type { Incident } from '../../incident/incident';
import { byteSize, count } from '../../numbers';
import { describeProblem } from '../../problems';
import type { BuildIncidentParams, IncidentResult } from '../../protocol';
import type { Settings } from '../../settings';
import { JobCancelled, type JobRunner } from '../../workerThread';
import { t } from '../../words';
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
  { notice, list, logs, site: folder, workDoneToken }: BuildIncidentParams,
  token: CancellationToken,
  { runJob, language, settings, cacheFolder, keep }: IncidentTools,
): Promise<IncidentResult | ResponseError> {
  const progress = connection.window.attachWorkDoneProgress(workDoneToken);
  const stop = new AbortController();
  token.onCancellationRequested(() => stop.abort());
  // A request that was cancelled before its turn came tells nobody any more.
  if (token.isCancellationRequested) stop.abort();
  progress.begin(t('Putting the incident together'));
  try {
    const { rules, siteExclude: exclude, siteKnownGood } = settings;
    const knownGood = siteKnownGood.map(({ sha256 }) => sha256);
    const site = folder && { root: fileURLToPath(folder), settings: rules, exclude, knownGood, cacheFolder };
    const job = {
      kind: 'incident' as const,
      logs: logs.map((uri) => fileURLToPath(uri)),
      logSettings: settings,
      ...(notice !== undefined && { notice }),
      ...(list !== undefined && { list }),
      ...(site && { site }),
    };
    const result = await runJob(job, language, {
      signal: stop.signal,
      onProgress: ({ done, total = 0, part }) =>
        progress.report(
          part === 'site'
            ? t('{0} of {1} files', count(done), count(total))
            : t('{0} of {1}', byteSize(done), byteSize(total)),
        ),
    });
    keep(result.incident);
    return incidentResult(result, job.logs, folder);
  } catch (error) {
    if (error instanceof JobCancelled) {
      return new ResponseError(LSPErrorCodes.RequestCancelled, t('It was cancelled.'));
    }
    return new ResponseError(LSPErrorCodes.RequestFailed, describeProblem(error));
  } finally {
    progress.done();
  }
}
