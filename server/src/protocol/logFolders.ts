import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { Severity } from '../rules/finding';
import type { ReadLog } from './readLogs';

/**
 * Client → server: read the logs of a folder or an archive together. What was found is published as diagnostics of each of them,
 * open or not. Reports work-done progress; cancelled through the request's token.
 */
export const ReadLogFolderRequest = new RequestType<ReadLogFolderParams, LogFolderResult, void>(
  'logSiteAudit/readLogFolder',
);
export interface ReadLogFolderParams {
  /** URI of the folder or the archive. */
  readonly folder: string;
  readonly workDoneToken?: string | number;
}

export interface LogFolderResult {
  readonly folder: string;
  readonly logs: readonly ReadLog[];
  /** Entries of all logs, each once. */
  readonly entries: number;
  /** Entries that were left out as another log has them, too. */
  readonly copied: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Files that could not be read, or for which there was no room. */
  readonly unread: number;
  /** Files that are no logs. */
  readonly others: number;
  /** All of this in words, log by log. */
  readonly summary: string;
}

/** Client → server: forget what the logs of folders said. */
export const LogFoldersCleared = new NotificationType<void>('logSiteAudit/logFoldersCleared');

/**
 * Client → server: the beginning of a log with its packing taken off, for packings that the client knows nothing of. The URI is
 * one of `ARCHIVE_SCHEME`.
 */
export const UnpackRequest = new RequestType<UnpackParams, UnpackedText, void>('logSiteAudit/unpack');
export interface UnpackParams {
  readonly uri: string;
  readonly maximumBytes: number;
}

export interface UnpackedText {
  /** The bytes in Base64 (RFC 4648). */
  readonly bytes: string;
  /** Whether this is all; otherwise the bytes end with the last line that fitted whole. */
  readonly complete: boolean;
}
