import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { Severity } from '../rules/finding';
import type { Product } from '../site/known/products/product';
import type { KnownGoodEntry } from '../site/known/knownGood';
import type { FindingOfSite } from './findingOfSite';

/** Client → server: audit a site folder. Reports work-done progress; cancelled through the request's token. */
export const AuditSiteRequest = new RequestType<AuditSiteParams, SiteAuditResult, void>('logSiteAudit/auditSite');
export interface AuditSiteParams {
  /** URI of the folder. */
  readonly folder: string;
  readonly workDoneToken?: string | number;
}

/**
 * Client → server: audit a site folder beside a clean copy of it, and say what differs. Reports and is cancelled as an audit is.
 */
export const CompareWithCleanCopyRequest = new RequestType<CompareParams, SiteAuditResult, void>(
  'logSiteAudit/compareWithCleanCopy',
);
export interface CompareParams extends AuditSiteParams {
  /** URI of the folder or the archive that holds the clean copy. */
  readonly cleanCopy: string;
}

/** Client → server: forget the audits; open logs say nothing of the site's files any more. */
export const AuditsCleared = new NotificationType<void>('logSiteAudit/auditsCleared');

export interface SiteAuditResult {
  readonly folder: string;
  readonly files: number;
  /** Files that archives of the folder hold, which are looked at as well. */
  readonly inArchives: number;
  /** Files and folders that the user's patterns left out. */
  readonly excluded: number;
  /** Findings in libraries that are no more than information, which are not among `findings`. */
  readonly quiet: number;
  /** Findings in files that the user or a clean copy says to be good, which are not among `findings`. */
  readonly knownGood: number;
  /** How the site differs from the clean copy, in words; absent where there is none. */
  readonly comparison?: string;
  /** How its products differ from what WordPress.org publishes, a sentence each; absent where it was not asked. */
  readonly published?: readonly string[];
  /** The programs, plug-ins and themes of others that the site is made with; absent where there are none. */
  readonly products?: readonly SiteProduct[];
  /** The files that differ; absent where there is no clean copy. */
  readonly differences?: SiteDifferences;
  readonly bytes: number;
  readonly findings: readonly SiteFinding[];
  /** What could not be read, with the reason, in the user's language. */
  readonly problems: readonly { readonly file: string; readonly message: string }[];
}

/** A product of others in a site; hidden characters are written out. */
export interface SiteProduct {
  readonly kind: Product['kind'];
  /** With its version, where that is known. */
  readonly name: string;
  /** The same with its kind and its place, in the user's language. */
  readonly text: string;
}

/** How the files of a site differ from those of a clean copy. Paths have `/` and are relative to the audited folder. */
export interface SiteDifferences {
  /** Folder of the site that was compared; '' for the whole. */
  readonly folder: string;
  readonly copy: {
    /** URI of the folder or the archive that holds the clean copy. */
    readonly uri: string;
    readonly isArchive: boolean;
    /** Folder in it that was compared; '' for the whole. */
    readonly folder: string;
  };
  readonly changed: DifferingFiles;
  readonly added: DifferingFiles;
  readonly missing: DifferingFiles;
  /** Different only in line endings and what stands invisible at the ends of lines. */
  readonly lineEndings: DifferingFiles;
}

/** Files of a kind, sorted. */
export interface DifferingFiles {
  /** At most `MOST_DIFFERENCES`. */
  readonly files: readonly string[];
  /** How many there are. */
  readonly count: number;
}

/** Files of a kind that are named; a site of which more differ is another one. */
export const MOST_DIFFERENCES = 5000;

/** A finding of the site audit as the tree shows it. */
export interface SiteFinding {
  readonly rule: string;
  /** Title of the rule. */
  readonly ruleTitle: string;
  readonly severity: Severity;
  readonly title: string;
  readonly detail: string;
  readonly advice: string;
  /** Path relative to the folder, with `/`. */
  readonly file: string;
  /** From 0; absent where the whole file is meant. */
  readonly line?: number;
  readonly column?: number;
  /** Column behind the last character; absent where a point is meant. */
  readonly endColumn?: number;
  /** Further places, from 0, with what is seen there. */
  readonly related: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    /** Column behind the last character; absent where a point is meant. */
    readonly endColumn?: number;
    readonly note: string;
  }[];
  /** What hidden code of the file says; absent where none was decoded. */
  readonly decoded?: {
    /** The beginning in one line, hidden characters written out. */
    readonly excerpt: string;
    /** URI of the document that shows all that is known. */
    readonly document: string;
  };
}

/** Client → server: how the form of a finding is protected, Markdown; empty where the finding is about no form. */
export const ProtectFormRequest = new RequestType<FindingOfSite, string, void>('logSiteAudit/protectForm');

/** Client → server: the text of the document that shows what hidden code says; says so when the finding is not known any more. */
export const DecodedTextRequest = new RequestType<FindingOfSite, string, void>('logSiteAudit/decodedText');

/** How findings can be handed on. */
export type ReportFormat = 'csv' | 'json' | 'markdown' | 'sarif';

/** Client → server: findings of audited sites as a text to hand on. */
export const SiteReportRequest = new RequestType<SiteReportParams, SiteReportAnswer, void>('logSiteAudit/siteReport');
export interface SiteReportParams {
  readonly format: ReportFormat;
  readonly findings: readonly FindingOfSite[];
}

export interface SiteReportAnswer {
  readonly text: string;
  /** Findings that are not in it, as they are not known any more. */
  readonly unknown: number;
}

/**
 * Client → server: the entry by which the audit trusts what a file says now, wherever it lies. The client keeps it among the user's
 * own settings (`KNOWN_GOOD_SETTING`), as it does with all that the user allows.
 */
export const AddKnownGoodRequest = new RequestType<KnownGoodParams, KnownGoodAnswer, void>('logSiteAudit/addKnownGood');
export interface KnownGoodParams {
  /** URI of a file on the disk. */
  readonly uri: string;
  /** Why it is trusted, in the user's words; may be empty. */
  readonly note: string;
}

/** The entry, or why there can be none, in the user's language. */
export type KnownGoodAnswer = { readonly entry: KnownGoodEntry } | { readonly problem: string };
export type { KnownGoodEntry };

/** Setting with the list of `KnownGoodEntry`, without the section's name. */
export const KNOWN_GOOD_SETTING = 'siteKnownGood';

/** Client → server: the text of a `MEMBER_SCHEME` document. */
export const MemberTextRequest = new RequestType<{ readonly uri: string }, MemberTextAnswer, void>(
  'logSiteAudit/memberText',
);

/** The text, or why there is none, in the user's language. */
export type MemberTextAnswer =
  | {
      readonly text: string;
      /** Bytes of the file that are shown, where it has more. */
      readonly shownBytes?: number;
    }
  | { readonly problem: string };

/** Client → server: URI of the site file that a request path was most probably for, or `null`. */
export const SiteFileRequest = new RequestType<{ readonly path: string }, string | null, void>('logSiteAudit/siteFile');

/** Client → server: how often the open logs saw the files of an audited folder called. */
export const SiteCallsRequest = new RequestType<{ readonly folder: string }, SiteCalls, void>('logSiteAudit/siteCalls');

/** Requests by file (path relative to the folder); files that no open log saw called are absent. */
export interface SiteCalls {
  /** How many logs are open; 0 means that nothing can be said. */
  readonly logs: number;
  readonly requests: Readonly<Record<string, number>>;
  /** More about the calls of files with findings; those that no log saw called are absent. */
  readonly details: Readonly<Record<string, SiteFileCalls>>;
}

export interface SiteFileCalls {
  /** Who called the file, how and when, in the user's language. */
  readonly text: string;
  /** The calls make what the audit suspects of the file urgent. */
  readonly isUrgent: boolean;
}
