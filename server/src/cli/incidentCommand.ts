import { bundledNetworks } from '../address/clientNetworks';
import type { Disk } from '../disk';
import type { Incident } from '../incident/incident';
import { incidentJson } from '../incident/incidentJson';
import { attachedList } from '../incident/mail/attachedList';
import { readHostText, type HostText } from '../incident/mail/hostText';
import type { Language } from '../jobs';
import { inLanguage } from '../language';
import { describeProblem } from '../problems';
import { readIncident, type IncidentMeans, type IncidentParts, type IncidentReading } from '../readIncident';
import { denyRulesOf } from '../report/denyRules/denyRulesOf';
import { withNetworks } from '../report/findingNetworks';
import { hardeningIn } from '../report/hardening/hardeningIn';
import { maskIncident } from '../report/incident/maskIncident';
import { replyToHost } from '../report/reply/replyToHost';
import { terminalText } from '../report/terminal';
import { t } from '../words';
import { ExitCode, exitCodeOf, type LineSink } from './commandLine';
import { refusalOfEvidence, writeEvidenceFile } from './evidenceFile';
import { incidentLines } from './incidentLines';
import {
  INCIDENT_USAGE,
  readIncidentRequest,
  type IncidentPlaces,
  type IncidentRequest,
  type ReplyLanguage,
} from './incidentRequest';
import { sitesOf } from './incidentSites';
import { refusalOfReport, writeReport } from './reportFile';
import type { ReportWriter } from './reportWriter';

/** Mails and lists are never larger, in bytes: a hundred thousand paths take about ten million. */
const LARGEST_TEXT = 64 * 1024 * 1024;

/** What the command takes beside the disk; each may be missing. */
export interface IncidentCommandMeans extends IncidentMeans {
  readonly languageOf?: (locale: ReplyLanguage) => Promise<Language>;
  /** Without it no report can be written. */
  readonly writer?: ReportWriter;
}

/**
 * `log-site-audit incident`: joins the host's mail, its list of files, the logs and the copy of the site, and prints each bad file
 * with all that is known of it. What can't be read is said, and the rest goes on.
 * @returns the exit code: 0 nothing above information, 1 something to act on, 2 when a part could not be read.
 */
export async function runIncidentCommand(
  parameters: string[],
  output: LineSink,
  errors: LineSink,
  disk: Disk,
  means: IncidentCommandMeans = {},
): Promise<number> {
  const request = readIncidentRequest(parameters);
  if (request === undefined) {
    errors(t('Usage: {0}', INCIDENT_USAGE));
    return ExitCode.failed;
  }
  const { writer } = means;
  const refusal = writer && (await refusalOf(request, writer));
  if (refusal !== undefined) {
    errors(terminalText(refusal));
    return ExitCode.failed;
  }
  const sites = sitesOf(request.places);
  if (sites === undefined) {
    errors(t('The folders given with --site lie on several drives. Copy them to one of them.'));
    return ExitCode.failed;
  }
  const { texts, problems: unread } = await readTexts(disk, request.places);
  const { logs } = request.places;
  const {
    incident: read,
    list,
    logs: readLogs,
    ...reading
  } = await readIncident(disk, { ...texts, ...sites, logs }, means);
  const incident = request.mask ? maskIncident(read) : read;
  const problems = [...unread, ...reading.problems];
  for (const { name, error } of problems) errors(terminalText(t('{0}: {1}', name, describeProblem(error))));
  if (request.report !== undefined && writer !== undefined) {
    const failure = await writeReport(read, { ...request, report: request.report }, writer, means.addressData);
    if (failure !== undefined) {
      errors(terminalText(failure));
      return ExitCode.failed;
    }
    output(terminalText(t('The report was written to {0}.', request.report)));
  } else if (request.evidence !== undefined && writer !== undefined) {
    const sources = { ...texts, incident: read, logs, read: readLogs, userFormats: [], site: sites.site?.root };
    const wanted = { ...request, evidence: request.evidence };
    const { isWritten, lines } = await writeEvidenceFile(disk, sources, wanted, writer, means);
    lines.map(terminalText).forEach(isWritten ? output : errors);
    if (!isWritten) return ExitCode.failed;
  } else if (request.deny !== undefined) {
    const { data } = (await means.addressData?.()) ?? {};
    const { text, refused } = denyRulesOf(incident, request.deny, request.own, data);
    refused.forEach((line) => errors(terminalText(line)));
    output(text.trimEnd());
  } else if (request.hardening !== undefined) {
    output(hardeningIn(request.hardening, incident, new Date().toISOString().slice(0, 10)).trimEnd());
  } else if (request.reply !== undefined) {
    const language = (await means.languageOf?.(request.reply)) ?? { locale: 'en', words: {} };
    output(inLanguage(language, () => replyToHost({ incident, done: new Set(request.done) })).trimEnd());
  } else if (request.json) output(await asJson(incident, means));
  else incidentLines(incident, list).forEach(output);
  return problems.length > 0 ? ExitCode.failed : exitCodeOf([...incident.files, ...incident.logFindings]);
}

/** Why nothing is written where the user wants it, in his language; `undefined` where it may be. */
async function refusalOf(
  { report, evidence, places }: IncidentRequest,
  writer: ReportWriter,
): Promise<string | undefined> {
  const ofReport = report === undefined ? undefined : await refusalOfReport(report, places, writer);
  return ofReport ?? (evidence === undefined ? undefined : refusalOfEvidence(evidence, places, writer));
}

/** The texts of the mail and the list; one that can't be read is told of, and the other is used. */
async function readTexts(
  disk: Disk,
  places: IncidentPlaces,
): Promise<{ texts: Pick<IncidentParts, 'notice' | 'list'>; problems: IncidentReading['problems'] }> {
  const problems: { name: string; error: unknown }[] = [];
  const read = async (file: string | undefined): Promise<HostText | undefined> => {
    if (!file) return undefined;
    try {
      return readHostText(await disk.read(file, LARGEST_TEXT));
    } catch (error) {
      problems.push({ name: file, error });
      return undefined;
    }
  };
  const notice = await read(places.notice);
  const list = (await read(places.list))?.text ?? (notice && attachedList(notice));
  return { texts: { notice: notice?.text, list }, problems };
}

async function asJson(incident: Incident, { addressData }: IncidentMeans): Promise<string> {
  const lookup = bundledNetworks((await addressData?.()) ?? {});
  return JSON.stringify(
    incidentJson(incident, (findings) => withNetworks(findings, lookup)),
    undefined,
    2,
  );
}
