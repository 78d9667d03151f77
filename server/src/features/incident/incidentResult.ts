import { causeText, verdictName, verdictText } from '../../incident/causes/causeWords';
import { callsText, stateText, uploadText } from '../../incident/fileWords';
import type { IncidentFile } from '../../incident/incident';
import { mailLines } from '../../incident/mails/mailWords';
import { noticeLines } from '../../incident/notice/noticeLines';
import { measureText } from '../../incident/notice/noticeWords';
import { wantedTasks } from '../../incident/tasks/wantedTasks';
import { timesInCopy, type CopyTimes } from '../../incident/timeline/copyTimes';
import type { IncidentJobResult } from '../../jobs';
import type { IncidentFact, IncidentFileItem, IncidentResult } from '../../protocol';
import { readableSpan, readableTime } from '../../readableTime';
import { terminalText } from '../../report/terminal';
import type { Place } from '../../rules/finding';
import { siteFileUri } from '../../siteFileUri';
import { t } from '../../words';
import { countFindings } from '../logFolder/countFindings';
import { urisOfLogsAt, type UriOfLog } from '../logFolder/logUris';
import { readLogs } from '../logs/readLogs';
import { taskItem } from './taskItem';

/** Transfers of a file beyond this number say no more. */
const MOST_UPLOADS = 20;

/** How the places of findings are shown. */
interface PlaceUris {
  readonly ofLog: UriOfLog;
  /** URI of the folder with the copy of the site; `undefined` without one. */
  readonly site: string | undefined;
  readonly logNames: ReadonlySet<string>;
}

/**
 * An incident as the editor shows it.
 * @param paths of the logs, folders and archives of logs as they were given
 * @param site URI of the folder with the copy of the site
 * @param audits what audits found
 */
export function incidentResult(
  { incident, logs, site: audit, problems }: IncidentJobResult,
  paths: readonly string[],
  site: string | undefined,
  audits: IncidentResult['audits'] = [],
): IncidentResult {
  const { notice, files, causes, events, mails } = incident;
  const uris = {
    ofLog: urisOfLogsAt(paths, logs),
    site,
    logNames: new Set(logs.map(({ name }) => name)),
  };
  const times = audit && timesInCopy(audit, new Set(files.map(({ file }) => file)));
  return {
    ...(notice && { notice: noticeLines(notice).map(terminalText) }),
    ...(notice && notice.lists.length > 0 && { lists: notice.lists }),
    ...(mails && { mails: mailLines(mails).map(terminalText) }),
    measures: notice?.measures.map(measureText) ?? [],
    tasks: wantedTasks(incident).map((task) =>
      taskItem(task, notice?.host, (text, place) => factAt(text, place, uris)),
    ),
    ...(site !== undefined && { site }),
    roots: incident.roots ?? [],
    questions: incident.questions ?? [],
    files: files.map((file) => fileItem(file, times?.get(file.file), uris)),
    causes: causes.map(({ id, verdict, evidence, missing }) => ({
      missing: missing.map(terminalText),
      title: causeText(id),
      verdict,
      // In a tree no list follows; a word would not say why nothing is known.
      verdictText: verdict === 'unknown' ? verdictText(verdict) : verdictName(verdict),
      evidence: evidence.map(({ speaks, text, time, places }) => ({
        speaks,
        ...factAt(time === undefined ? text : `${readableTime(time)}  ${text}`, places[0], uris),
      })),
    })),
    audits,
    logs: readLogs(logs, incident.logFindings, uris.ofLog),
    logFindings: countFindings(incident.logFindings),
    events: events.map(({ kind, certainty, time, text, places }) => ({
      kind,
      certainty,
      ...(time !== undefined && { time: readableTime(time) }),
      ...factAt(text, places[0], uris),
    })),
    problems: problems.map(({ name, message }) => ({ name: terminalText(name), message: terminalText(message) })),
  };
}

function fileItem(incidentFile: IncidentFile, times: CopyTimes | undefined, uris: PlaceUris): IncidentFileItem {
  const { file, state, severity, named, listed, findings, calls, uploads } = incidentFile;
  return {
    file,
    isNamed: named !== undefined,
    path: terminalText(named?.path ?? file),
    ...(state === 'present' && uris.site !== undefined && { uri: siteFileUri(uris.site, file) }),
    ...(calls?.places[0] && {
      firstCall: { uri: uris.ofLog(calls.places[0].file), line: (calls.places[0].line ?? 1) - 1 },
    }),
    severity,
    state,
    ...(times && { times }),
    stateText: stateText(state, named !== undefined),
    requests: calls?.requests ?? 0,
    facts: [
      // What is in the copy has its findings among those of the audit.
      ...(state === 'removed' ? findings.map(({ title }) => factAt(title, undefined, uris)) : []),
      ...(listed?.signature === undefined
        ? []
        : [factAt(t('The host calls it {0}.', listed.signature), undefined, uris)]),
      ...(calls ? [factAt(callsText(calls), calls.places[0], uris)] : []),
      ...(calls?.first === undefined
        ? []
        : [factAt(readableSpan(calls.first, calls.last ?? calls.first), calls.places[0], uris)]),
      ...uploads.slice(0, MOST_UPLOADS).map((upload) => factAt(uploadText(upload), upload.place, uris)),
    ],
  };
}

/** A sentence and its place; a file that is not in the copy has none. */
function factAt(text: string, place: Place | undefined, { ofLog, site, logNames }: PlaceUris): IncidentFact {
  const shown = { text: terminalText(text) };
  if (place === undefined) return shown;
  const line = (place.line ?? 1) - 1;
  if (logNames.has(place.file)) return { ...shown, uri: ofLog(place.file), line };
  return site === undefined ? shown : { ...shown, uri: siteFileUri(site, place.file), line };
}
