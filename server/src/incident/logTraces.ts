import type { LogModel } from '../log/logModel';
import type { FilesInQuestion } from './filesInQuestion';
import { ftpEventsOf, type FtpFileEvents } from './ftpFiles';
import { rowsOfFiles, type RequestedRows } from './requests/rowsOfFiles';

/** What the logs have of the files of an incident. */
export interface LogTraces {
  readonly model: LogModel;
  /** Requests for them, and for programs that send mail. */
  readonly requested: RequestedRows;
  /** What was done to them by FTP. */
  readonly transfers: ReadonlyMap<string, FtpFileEvents>;
}

/**
 * Looks in the logs for the files of an incident.
 * @param mailers programs of the site that send mail
 */
export function logTraces(
  model: LogModel,
  { paths, server }: Pick<FilesInQuestion, 'paths' | 'server'>,
  mailers: readonly { readonly path: string }[],
): LogTraces {
  const asked = new Set([...paths, ...mailers.map(({ path }) => path)]);
  return { model, requested: rowsOfFiles(model, server, asked), transfers: ftpEventsOf(model, server, paths) };
}
