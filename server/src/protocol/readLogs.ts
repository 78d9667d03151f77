import { RequestType, RequestType0 } from 'vscode-languageserver-protocol';
import type { Severity } from '../rules/finding';
import type { ReportFormat } from './site';

/** Client → server: the logs that are open; waits for those that are being read. */
export const OpenLogsRequest = new RequestType0<readonly ReadLog[], void>('logSiteAudit/openLogs');

/**
 * Client → server: what was found in logs as a text to hand on: in those of the incident, of folders that were read together, and in
 * the open ones, each log once.
 */
export const LogReportRequest = new RequestType<LogReportParams, LogReportAnswer, void>('logSiteAudit/logReport');
export interface LogReportParams {
  readonly format: ReportFormat;
}
export interface LogReportAnswer {
  readonly text: string;
  /** Findings in it. */
  readonly findings: number;
}

/** A log that was read, alone or together with others. Hidden characters of its texts are written out. */
export interface ReadLog {
  /** URI of the document that shows it. */
  readonly uri: string;
  readonly name: string;
  /** The domain that its lines name; absent where they name none, or several. */
  readonly domain?: string;
  /** Id of its format, e.g. `combined`; absent when it is no log that is known. */
  readonly format?: string;
  readonly entries: number;
  /** Earliest and latest time, ISO 8601 with the log's own offset; absent when no entry has one. */
  readonly first?: string;
  readonly last?: string;
  /** Lines that neither are entries nor belong to one. */
  readonly unreadable: number;
  /** The packed data was damaged or cut short. */
  readonly isDamaged: boolean;
  /** Findings that concern it, also those that concern others as well. */
  readonly findings: Readonly<Record<Severity, number>>;
  /** The first `MOST_FINDINGS_OF_LOG` of them, the most urgent first. */
  readonly found: readonly FoundInLog[];
}

/** Findings that are named of one log. */
export const MOST_FINDINGS_OF_LOG = 100;

/** A finding that concerns a log. */
export interface FoundInLog {
  readonly rule: string;
  readonly severity: Severity;
  readonly title: string;
  /** The line (from 0) of the log at which it is shown. */
  readonly line: number;
}
