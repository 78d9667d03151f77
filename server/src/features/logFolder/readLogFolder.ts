import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CancellationToken, Connection, ResponseError } from 'vscode-languageserver';
import type { KnownNetworkLookup } from '../../address/clientNetworks';
import type { DiagnosticBoard } from '../../diagnosticBoard';
import type { Language, LogSetJobResult } from '../../jobs';
import { byteSize } from '../../numbers';
import type { JudgedLogSets } from '../../judgedLogs';
import type { LogFolderResult, ReadLogFolderParams } from '../../protocol';
import type { LogSettings } from '../../settings';
import type { JobRunner } from '../../workerThread';
import { t } from '../../words';
import { readLogs } from '../logs/readLogs';
import { showWork } from '../shownWork';
import { countFindings } from './countFindings';
import { folderDiagnostics } from './folderDiagnostics';
import { folderSummary } from './folderSummary';
import { urisOfLogs } from './logUris';

/** What reading a folder of logs takes. */
export interface LogFolderTools {
  readonly runJob: JobRunner;
  readonly language: Language;
  readonly settings: LogSettings;
  readonly board: DiagnosticBoard;
  readonly judgedLogs: JudgedLogSets;
  /** What is known of the networks of clients. */
  readonly networks: () => Promise<KnownNetworkLookup>;
}

/**
 * Reads the logs of a folder or an archive together in a worker thread, with progress, and shows what was found in each of them;
 * stops at once when the request is cancelled.
 */
export async function readLogFolder(
  connection: Connection,
  { folder, workDoneToken }: ReadLogFolderParams,
  token: CancellationToken,
  { runJob, language, settings, board, judgedLogs, networks }: LogFolderTools,
): Promise<LogFolderResult | ResponseError> {
  const shown = {
    workDoneToken,
    title: t('Reading logs'),
    hasPercentage: true,
    cancelled: t('The reading was cancelled.'),
  };
  return showWork(connection, token, shown, async (signal, progress) => {
    const root = fileURLToPath(folder);
    const result = await runJob({ kind: 'logSet', paths: [root], settings }, language, {
      signal,
      onProgress: ({ done, total = 0 }) => {
        const share = Math.round((done / Math.max(1, total)) * 100);
        progress.report(share, t('{0} of {1}', byteSize(done), byteSize(total)));
      },
    });
    const uriOf = urisOfLogs(root, result.files);
    const { files, findings } = result;
    judgedLogs.setFolder(folder, { name: path.basename(root), uris: files.map(({ name }) => uriOf(name)), findings });
    await board.setFolder(folder, folderDiagnostics(result, uriOf, await networks()));
    return folderResult(folder, root, result);
  });
}

function folderResult(folder: string, root: string, result: LogSetJobResult): LogFolderResult {
  const { files, copies, entries, findings, problems, notLogs, leftOut } = result;
  const uriOf = urisOfLogs(root, files);
  return {
    folder,
    logs: readLogs(files, findings, uriOf),
    entries,
    copied: copies.reduce((sum, copy) => sum + copy.entries, 0),
    findings: countFindings(findings),
    unread: problems.length + leftOut.length,
    others: notLogs.length,
    summary: folderSummary(root, result),
  };
}
