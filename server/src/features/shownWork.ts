import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type WorkDoneProgressReporter,
} from 'vscode-languageserver';
import { describeProblem } from '../problems';
import { JobCancelled } from '../workerThread';

/** How long work is told of. */
export interface ShownWork {
  /** From the request. */
  readonly workDoneToken?: string | number;
  /** What is being done, in the user's language. */
  readonly title: string;
  /** Whether it is known from the start how much there is to do. */
  readonly hasPercentage?: boolean;
  /** What is said when it was cancelled, in the user's language. */
  readonly cancelled: string;
}

/**
 * Does long work for a request, with progress; stops it at once when the request is cancelled.
 * @returns what the work gives, or the error that answers the request
 */
export async function showWork<Result>(
  connection: Connection,
  token: CancellationToken,
  { workDoneToken, title, hasPercentage, cancelled }: ShownWork,
  work: (signal: AbortSignal, progress: WorkDoneProgressReporter) => Promise<Result>,
): Promise<Result | ResponseError> {
  const progress = connection.window.attachWorkDoneProgress(workDoneToken);
  const stop = new AbortController();
  token.onCancellationRequested(() => stop.abort());
  // A request that was cancelled before its turn came tells nobody any more.
  if (token.isCancellationRequested) stop.abort();
  progress.begin(title, hasPercentage ? 0 : undefined);
  try {
    return await work(stop.signal, progress);
  } catch (error) {
    const isCancelled = error instanceof JobCancelled || stop.signal.aborted;
    if (isCancelled) return new ResponseError(LSPErrorCodes.RequestCancelled, cancelled);
    return new ResponseError(LSPErrorCodes.RequestFailed, describeProblem(error));
  } finally {
    progress.done();
  }
}
