import type { LogModel } from '../log/logModel';
import { SEVERITIES, type Finding, type Severity } from '../rules/finding';
import type { SiteAudit } from '../site/auditSite';
import type { SiteHardening } from '../site/hardening';
import type { Product } from '../site/known/products/product';
import { indexPaths, type SiteKnowledge } from '../site/pathIndex';
import type { DocumentRoot } from '../site/roots/documentRoot';
import type { Cause } from './causes/cause';
import { causesOf } from './causes/causesOf';
import { severityWithCalls } from './calledSeverity';
import { describeCalls, type FileCalls } from './fileCalls';
import { stateOfFile, type NamedFileState } from './fileState';
import { ftpEventsOf, type FtpEvent } from './ftpFiles';
import { findingsOfRemoved, type HadFile } from './hadFiles';
import type { HostList, ListedFile } from './list/hostList';
import { locateFiles, type LocatedFile, type NamedPath } from './locate/locateFiles';
import { prefixQuestions, type PrefixQuestion } from './locate/prefixQuestions';
import type { PrefixRule } from './locate/prefixRules';
import { mailSupport, type MailSupport } from './mails/mailSupport';
import type { HostNotice } from './notice/hostNotice';
import { rowsOfFiles, type RequestedRows } from './requests/rowsOfFiles';
import type { IncidentEvent } from './timeline/incidentEvent';
import { timelineOf } from './timeline/timelineOf';
import { tracesOf } from './timeline/traces';
import { witnessesOf } from './timeline/witnesses';

/** What an incident is put together from; each part may be missing. */
export interface IncidentSources {
  readonly notice?: HostNotice;
  readonly list?: HostList;
  /** All logs of the account together. */
  readonly model?: LogModel;
  readonly logFindings?: readonly Finding[];
  readonly site?: Pick<SiteAudit, 'paths' | 'findings'> &
    Partial<Pick<SiteAudit, 'hardening' | 'products' | 'times' | 'mailers' | 'routes'>>;
  /** Name of the folder that holds the copy of the site. */
  readonly siteName?: string;
  /** What else is known of the copy's document roots. */
  readonly siteKnowledge?: SiteKnowledge;
  /** Whether a file of the copy is empty. */
  readonly isEmpty?: (file: string) => boolean;
  /** Files to act on that the copy had when the incident was put together before. */
  readonly hadFiles?: readonly HadFile[];
  /** How folders of the server lie in the copy, as the user confirmed it. */
  readonly prefixRules?: readonly PrefixRule[];
}

/** A file that the host named, that the audit accuses, or both, with all that is known of it. */
export interface IncidentFile {
  /** Path in the copy of the site, or where it would be. */
  readonly file: string;
  readonly state: NamedFileState;
  /** How the host named it; absent when only the audit found it. */
  readonly named?: NamedPath;
  /** What the host's list says of it beside its path. */
  readonly listed?: ListedFile;
  /** What the audit found in it, the most urgent first. */
  readonly findings: readonly Finding[];
  /** Absent when no log saw it called. */
  readonly calls?: FileCalls;
  /** Transfers of it to the server by FTP. */
  readonly uploads: readonly FtpEvent[];
  /** How urgent it is, the host's, the audit's and the logs' word taken together: what the host accuses is to be acted on. */
  readonly severity: Severity;
}

/** The host's mail, the logs and the site as one answer. */
export interface Incident {
  readonly notice?: HostNotice;
  /** The most urgent first, of these the most called. */
  readonly files: readonly IncidentFile[];
  /** What the logs show apart from files. */
  readonly logFindings: readonly Finding[];
  /** How strangers could do it, the likeliest first; empty where there is no file to act on. */
  readonly causes: readonly Cause[];
  /** What happened, in the order of time; what nothing tells the time of comes last. */
  readonly events: readonly IncidentEvent[];
  /** What the logs say of how many mails were sent; absent where they tell nothing of mails. */
  readonly mails?: MailSupport;
  /** Folders of the copy that are shown as `/` of domains; absent without a copy. */
  readonly roots?: readonly DocumentRoot[];
  /** Where only the user can say which folder of the copy is meant; absent where nothing is to be asked. */
  readonly questions?: readonly PrefixQuestion[];
  /** What of the copy of the site can be made safer; absent without a copy. */
  readonly hardening?: SiteHardening;
  /** Programs of others that the copy is made with; absent without a copy. */
  readonly products?: readonly Product[];
}

const NO_REQUESTS: RequestedRows = { rows: new Map(), shared: new Map(), routed: new Map() };

/** Joins what the host wrote, what the logs saw and what the audit found. */
export function joinIncident(sources: IncidentSources): Incident {
  const { notice, list, model, site, siteName, siteKnowledge, logFindings = [] } = sources;
  const named = namedPaths(notice, list);
  const knowledge = { ...siteKnowledge, routes: site?.routes };
  const index = indexPaths(site?.paths ?? [], siteName, knowledge);
  const located = eachFileOnce(locateFiles(named, index, sources.prefixRules));
  const questions = prefixQuestions(named, index, sources.prefixRules);
  const accused = findingsByFile(site?.findings ?? []);
  const removed = findingsOfRemoved(sources.hadFiles ?? [], index.paths);
  for (const [file, findings] of removed) if (findings.length > 0) accused.set(file, findings);
  // Files that are not in the copy are looked for in the logs as if they were.
  const absent = [...located.map(({ expected }) => expected), ...removed.keys()];
  const whole = indexPaths([...index.paths, ...absent], siteName, knowledge);
  const wanted = new Set([...accused.keys(), ...located.map(({ expected }) => expected)]);
  const mailers = site?.mailers ?? [];
  const asked = new Set([...wanted, ...mailers.map((mailer) => mailer.path)]);
  const requested = model ? rowsOfFiles(model, whole, asked) : NO_REQUESTS;
  const { rows } = requested;
  const transfers = model ? ftpEventsOf(model, whole, wanted) : undefined;
  const facts = {
    index,
    isEmpty: sources.isEmpty ?? (() => false),
    wasThere: (file: string) => removed.has(file),
    areLocked: notice?.measures.includes('files-locked') ?? false,
    isDeleted: (file: string) => transfers?.get(file)?.isDeleted ?? false,
  };
  const byPath = new Map(located.map((each) => [each.expected, each]));
  const listed = new Map(list?.files.map((file) => [file.path, file]));
  const files = [...wanted].map((file): IncidentFile => {
    const place = byPath.get(file);
    const findings = accused.get(file) ?? [];
    const own = model && describeCalls(model, requested, file);
    return {
      file,
      state: place || removed.has(file) ? stateOfFile(place ?? { expected: file }, facts, own) : 'present',
      ...(place && { named: place.named }),
      ...(place && listed.has(place.named.path) && { listed: listed.get(place.named.path)! }),
      findings,
      ...(own && { calls: own }),
      uploads: transfers?.get(file)?.uploads ?? [],
      severity: place === undefined ? severityWithCalls(findings, own) : 'error',
    };
  });
  const traces = model && tracesOf(model, files, rows);
  const witnesses = traces && witnessesOf(traces);
  const mails = model && mailSupport({ mailers, rows, model, counted: notice?.mails });
  return {
    ...(notice && { notice }),
    files: files.toSorted(byUrgency),
    logFindings,
    causes: causesOf(files, logFindings, { notice, traces, witnesses, mails }),
    ...(mails && { mails }),
    events: timelineOf({
      notice,
      files,
      logFindings,
      traces,
      witnesses,
      transfers,
      copy: site?.times && { paths: site.paths, times: site.times },
    }),
    ...(site && { roots: index.roots }),
    ...(questions.length > 0 && { questions }),
    ...(site?.hardening && { hardening: site.hardening }),
    ...(site?.products && { products: site.products }),
  };
}

function namedPaths(notice: HostNotice | undefined, list: HostList | undefined): NamedPath[] {
  return [
    ...(notice?.files ?? []),
    ...(list?.files.map(({ path, domain }) => ({ path, ...(domain !== undefined && { domain }) })) ?? []),
  ];
}

/** The mail and its list name many files both. */
function eachFileOnce(located: readonly LocatedFile[]): LocatedFile[] {
  const byFile = new Map<string, LocatedFile>();
  for (const each of located) if (!byFile.has(each.expected)) byFile.set(each.expected, each);
  return [...byFile.values()];
}

function findingsByFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) {
    const file = finding.places[0]?.file;
    if (file === undefined) continue;
    const own = byFile.get(file);
    if (own === undefined) byFile.set(file, [finding]);
    else own.push(finding);
  }
  return byFile;
}

function byUrgency(one: IncidentFile, other: IncidentFile): number {
  return (
    SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
    (other.calls?.requests ?? 0) - (one.calls?.requests ?? 0) ||
    (one.file < other.file ? -1 : 1)
  );
}
