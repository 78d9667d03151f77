import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { Language } from '../jobs';
import { describeProblem } from '../problems';
import type { UnpackedText, UnpackParams } from '../protocol';
import { pathOfUri } from '../uris';
import { JobCancelled, type JobRunner } from '../workerThread';

/** The beginning of a packed log for a document, unpacked in a worker thread; stops at once when the request is cancelled. */
export async function unpackForClient(
  { uri, maximumBytes }: UnpackParams,
  token: CancellationToken,
  { runJob, language }: { readonly runJob: JobRunner; readonly language: Language },
): Promise<UnpackedText | ResponseError> {
  const path = pathOfUri(uri);
  if (path === undefined) return new ResponseError(LSPErrorCodes.RequestFailed, `No file: ${uri}`);
  const stop = new AbortController();
  token.onCancellationRequested(() => stop.abort());
  try {
    const { bytes, complete } = await runJob({ kind: 'unpack', path, maximumBytes }, language, { signal: stop.signal });
    return { bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'), complete };
  } catch (error) {
    const code = error instanceof JobCancelled ? LSPErrorCodes.RequestCancelled : LSPErrorCodes.RequestFailed;
    return new ResponseError(code, describeProblem(error));
  }
}
