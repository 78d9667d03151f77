import type { CancellationToken } from 'vscode-languageserver-protocol';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver-protocol';
import { JobCancelled } from './workerThread';

/** Takes what went wrong, for the log channel; never shown in a dialog. */
export type ErrorLog = (message: string) => void;

/**
 * Runs a handler so that nothing it does can take the server down: what it throws is logged and answered with `fallback`.
 * Gives way first, so that a cancellation that is already waiting is seen.
 */
export async function runSafely<Result>(
  name: string,
  fallback: Result,
  token: CancellationToken,
  log: ErrorLog,
  handle: () => Result | Promise<Result>,
): Promise<Result | ResponseError> {
  await new Promise(setImmediate);
  if (token.isCancellationRequested) return cancelled();
  try {
    const result = await handle();
    return token.isCancellationRequested ? cancelled() : result;
  } catch (error) {
    if (error instanceof JobCancelled) return cancelled();
    log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return fallback;
  }
}

function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'Request cancelled');
}

/** Runs a handler of a connection by `runSafely`, which is told where to report. */
export type Answer = <Result>(
  name: string,
  fallback: Result,
  token: CancellationToken,
  handle: () => Result | Promise<Result>,
) => Promise<Result | ResponseError>;
