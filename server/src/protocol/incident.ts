import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { CauseEvidence, Verdict } from '../incident/causes/cause';
import type { NamedFileState } from '../incident/fileState';
import type { HadFile } from '../incident/hadFiles';
import type { PrefixQuestion } from '../incident/locate/prefixQuestions';
import type { PrefixRule } from '../incident/locate/prefixRules';
import { TASKS, type Task } from '../incident/notice/task';
import type { CopyTimes } from '../incident/timeline/copyTimes';
import type { EventKind } from '../incident/timeline/incidentEvent';
import type { PackedEvidence, WantedEvidence } from '../packEvidence';
import { DENY_FORMATS, type DenyFormat } from '../report/denyRules/denyFormat';
import { HARDENING_FORMS, type HardeningForm } from '../report/hardening/hardeningForm';
import { REPORT_FORMS, type ReportForm } from '../report/incident/reportForm';
import type { WantedReport } from '../report/incident/todaysReport';
import type { Certainty, Severity } from '../rules/finding';
import type { DocumentRoot } from '../site/roots/documentRoot';
import type { ReadLog } from './readLogs';
import type { SiteAuditResult } from './site';

export {
  DENY_FORMATS,
  HARDENING_FORMS,
  REPORT_FORMS,
  TASKS,
  type DenyFormat,
  type DocumentRoot,
  type HadFile,
  type HardeningForm,
  type PrefixQuestion,
  type PrefixRule,
  type ReportForm,
  type Task,
  type WantedReport,
};

/**
 * Client → server: join what the host wrote with logs and the copy of the site. What comes of it is kept for the requests below.
 * Reports work-done progress; cancelled through the request's token. All texts are in the user's language, hidden characters
 * written out.
 */
export const BuildIncidentRequest = new RequestType<BuildIncidentParams, IncidentResult, void>(
  'logSiteAudit/buildIncident',
);
export interface BuildIncidentParams {
  /** Text of the host's mail. */
  readonly notice?: string;
  /** Text of the host's list of bad files. */
  readonly list?: string;
  /** URIs of logs, folders and archives of logs. */
  readonly logs: readonly string[];
  /** URI of the folder with the copy of the site. */
  readonly site?: string;
  /** URIs of further folders with copies of sites of the same account. */
  readonly otherSites?: readonly string[];
  /** What the user says of document roots; paths count from `IncidentResult.site`. */
  readonly roots?: readonly DocumentRoot[];
  /** What the user says of where folders of the server lie in the copy. */
  readonly prefixRules?: readonly PrefixRule[];
  /** Files to act on that the copy had when the incident was put together before, as `IncidentResult.files` names them. */
  readonly hadFiles?: readonly HadFile[];
  /** URI of the folder or the archive that holds a clean copy of it. */
  readonly cleanCopy?: string;
  readonly workDoneToken?: string | number;
}

/** Client → server: the text of a file that a host wrote, whatever it was saved as. */
export const HostTextRequest = new RequestType<{ readonly base64: string }, HostTextAnswer, void>(
  'logSiteAudit/hostText',
);
export interface HostTextAnswer {
  readonly text: string;
  /** Text of the list of bad files that came with a mail; absent where none did. */
  readonly list?: string;
}

export interface IncidentResult {
  /** What the mail says, a sentence each; absent without a mail. */
  readonly notice?: readonly string[];
  /** Names of the lists of bad files that the mail speaks of; hostile. Absent where it speaks of none. */
  readonly lists?: readonly string[];
  /** How many mails the logs support, a sentence each; absent where mails are not in question. */
  readonly mails?: readonly string[];
  /** What the mail says that the host did. */
  readonly measures: readonly string[];
  readonly tasks: readonly IncidentTask[];
  /** URI of the folder that paths of files count from: the copy, or the nearest folder around several; absent without one. */
  readonly site?: string;
  /** Folders of the copy that are shown as `/` of domains; empty without one. */
  readonly roots: readonly DocumentRoot[];
  /** What only the user can say; `prefixRules` answer it. */
  readonly questions: readonly PrefixQuestion[];
  /** The most urgent first. */
  readonly files: readonly IncidentFileItem[];
  /** The likeliest first. */
  readonly causes: readonly IncidentCauseItem[];
  /** What happened, in the order of time; what nothing tells the time of comes last. */
  readonly events: readonly IncidentEventItem[];
  /** What the audits of the copies of sites found: they count as audited from then on. */
  readonly audits: readonly SiteAuditResult[];
  /** The logs that were read. */
  readonly logs: readonly ReadLog[];
  /** How many findings all of them together have. */
  readonly logFindings: Readonly<Record<Severity, number>>;
  /** What could not be read, and why. */
  readonly problems: readonly { readonly name: string; readonly message: string }[];
}

/** Something to be done. */
export interface IncidentTask {
  readonly id: Task;
  readonly title: string;
  /** Whether the host asks for it; all others are good advice. */
  readonly isAsked: boolean;
  /** What the mail, the logs and the copy of the site show of it; absent where they can't tell. A tick of the user's counts for more. */
  readonly shown?: 'open' | 'done';
  /** How it is done, a paragraph each, for somebody who is no programmer. */
  readonly help: readonly string[];
  /** Page of the host's manual on it, https; absent where none is known. */
  readonly page?: string;
  /** What of the mail, the logs or the site it is about. */
  readonly facts: readonly IncidentFact[];
}

/** A file that the host names or the audit accuses. */
export interface IncidentFileItem {
  /** Path in the copy of the site, or where it would be, as findings have it: hidden characters are not written out. */
  readonly file: string;
  /** Whether the host names it; all others are those that the audit accuses. */
  readonly isNamed: boolean;
  /** As the host named it; as `file` where it did not. */
  readonly path: string;
  /** URI of the file; absent where the copy does not have it. */
  readonly uri?: string;
  /** Where a log saw it called first: URI of the document, and the line (from 0); absent where none did. */
  readonly firstCall?: { readonly uri: string; readonly line: number };
  readonly severity: Severity;
  readonly state: NamedFileState;
  /** Absent where the copy does not have it. */
  readonly times?: CopyTimes;
  readonly stateText: string;
  /** Requests for it, by all logs together. */
  readonly requests: number;
  /** What is known of it beside its state and the findings of the audit: what the scanner calls it, who called and uploaded it. */
  readonly facts: readonly IncidentFact[];
}

/** A sentence about a file or a cause, and where it can be seen. */
export interface IncidentFact {
  readonly text: string;
  /** URI of the document, and the line (from 0) in it; absent where there is nothing to go to. */
  readonly uri?: string;
  readonly line?: number;
}

/** A cause with what speaks for and against it. */
export interface IncidentCauseItem {
  readonly title: string;
  readonly verdict: Verdict;
  /** How sure that is: a word or two, or why nothing can be said. */
  readonly verdictText: string;
  readonly evidence: readonly (IncidentFact & Pick<CauseEvidence, 'speaks'>)[];
  /** What was not read and would tell more. */
  readonly missing: readonly string[];
}

/** Something that happened. */
export interface IncidentEventItem extends IncidentFact {
  readonly kind: EventKind;
  /** For people, `2021-11-01 03:13:02 +09:00`, with the log's offset; absent where nothing tells when. */
  readonly time?: string;
  /** `confirmed`: a log has it; `check`: it may well be otherwise. */
  readonly certainty: Certainty;
}

/** Client → server: forget the incident that was built; nothing is answered of it any more. */
export const IncidentForgotten = new NotificationType<void>('logSiteAudit/incidentForgotten');

/** Client → server: a draft of the reply to the host; empty when no incident was built. */
export const ReplyToHostRequest = new RequestType<ReplyToHostParams, string, void>('logSiteAudit/replyToHost');
export interface ReplyToHostParams {
  /** What the user has done. */
  readonly done: readonly Task[];
}

/** Client → server: rules that shut out the attackers of the incident, and whom they leave alone and why, a line each. */
export const DenyRulesRequest = new RequestType<{ readonly format: DenyFormat }, DenyRulesAnswer, void>(
  'logSiteAudit/denyRules',
);
export interface DenyRulesAnswer {
  readonly text: string;
  /** Networks in `text`. */
  readonly networks: number;
  readonly refused: readonly string[];
}

/** Client → server: how the site of the incident is made safer, a text in the form; empty when no incident was built. */
export const HardeningRequest = new RequestType<{ readonly form: HardeningForm }, string, void>(
  'logSiteAudit/hardening',
);

/** Client → server: a report on the incident; empty when no incident was built. */
export const IncidentReportRequest = new RequestType<WantedReport, string, void>('logSiteAudit/incidentReport');

/**
 * Client → server: write the evidence for the incident that was built to a file, a zip archive. Reports work-done progress; cancelled
 * through the request's token.
 */
export const EvidenceRequest = new RequestType<EvidenceParams, EvidenceAnswer, void>('logSiteAudit/evidence');
export interface EvidenceParams extends WantedEvidence {
  /** URI of a file on this computer, not below the folder of the site; one that is there is replaced. */
  readonly file: string;
  readonly workDoneToken?: string | number;
}
export interface EvidenceAnswer {
  /** Whether an incident was built. */
  readonly isBuilt: boolean;
  /** What the archive holds; absent where none was built. */
  readonly packed?: PackedEvidence;
}

/** Client → server: a draft of a mail to those who run a network that attacked. */
export const AbuseMailRequest = new RequestType<AbuseMailParams, AbuseMailAnswer, void>('logSiteAudit/abuseMail');
export interface AbuseMailParams {
  /** As the registry or the bundled data call the network. */
  readonly network: string;
  readonly addresses: readonly string[];
  /** Mail addresses for complaints; empty where no registry was asked. */
  readonly contacts: readonly string[];
}
export interface AbuseMailAnswer {
  /** Absent when there is nothing to complain of. */
  readonly text?: string;
  /** Whether an incident was built. */
  readonly isBuilt: boolean;
}
