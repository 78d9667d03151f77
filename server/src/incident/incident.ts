import type { Finding, Severity } from '../rules/finding';
import type { SiteHardening } from '../site/hardening';
import type { Product } from '../site/known/products/product';
import type { DocumentRoot } from '../site/roots/documentRoot';
import type { Cause } from './causes/cause';
import { causesOf } from './causes/causesOf';
import { describeFiles } from './describeFiles';
import type { FileCalls } from './fileCalls';
import { filesInQuestion } from './filesInQuestion';
import type { NamedFileState } from './fileState';
import type { FtpEvent } from './ftpFiles';
import type { IncidentSources } from './incidentSources';
import type { ListedFile } from './list/hostList';
import type { NamedPath } from './locate/locateFiles';
import type { PrefixQuestion } from './locate/prefixQuestions';
import { logTraces } from './logTraces';
import { mailSupport, type MailSupport } from './mails/mailSupport';
import type { HostNotice } from './notice/hostNotice';
import type { IncidentEvent } from './timeline/incidentEvent';
import { timelineOf } from './timeline/timelineOf';
import { tracesOf } from './timeline/traces';
import { witnessesOf } from './timeline/witnesses';

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

/** Joins what the host wrote, what the logs saw and what the audit found. */
export function joinIncident(sources: IncidentSources): Incident {
  const { notice, model, site, logFindings = [], hadFiles = [] } = sources;
  const mailers = site?.mailers ?? [];
  const inQuestion = filesInQuestion(sources);
  const { questions, copy } = inQuestion;
  const seen = model && logTraces(model, inQuestion, mailers);
  const files = describeFiles(inQuestion, sources, seen);
  const traces = seen && tracesOf(seen.model, files, seen.requested.rows);
  const witnesses = traces && witnessesOf(traces);
  const bad = new Set(files.flatMap(({ file, severity }) => (severity === 'error' ? [file] : [])));
  const mails =
    seen && mailSupport({ mailers, rows: seen.requested.rows, model: seen.model, counted: notice?.mails, bad });
  return {
    ...(notice && { notice }),
    files,
    logFindings,
    causes: causesOf(files, logFindings, { notice, traces, witnesses, mails }),
    ...(mails && { mails }),
    events: timelineOf({
      notice,
      files,
      logFindings,
      traces,
      witnesses,
      transfers: seen?.transfers,
      times: { copy: site?.times && { paths: site.paths, times: site.times }, hadFiles },
    }),
    ...(site && { roots: copy.roots }),
    ...(questions.length > 0 && { questions }),
    ...(site?.hardening && { hardening: site.hardening }),
    ...(site?.products && { products: site.products }),
  };
}
