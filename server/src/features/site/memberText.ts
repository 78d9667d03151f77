import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { URI } from 'vscode-uri';
import type { CancellationToken } from 'vscode-languageserver';
import type { Language } from '../../jobs';
import { describeProblem } from '../../problems';
import { MEMBER_SCHEME, type MemberTextAnswer } from '../../protocol';
import { t } from '../../words';
import type { JobRunner } from '../../workerThread';

/** As much of a file as the audit looks at. */
const MOST_BYTES = 8 * 1024 * 1024;

/** The text of a file in an archive of a site, for a document that shows it; read in a worker thread, which stops when cancelled. */
export async function memberText(
  uri: string,
  token: CancellationToken,
  { runJob, language }: { readonly runJob: JobRunner; readonly language: Language },
): Promise<MemberTextAnswer> {
  const path = pathOf(uri);
  if (path === undefined) return { problem: t('The file was not found.') };
  const stop = new AbortController();
  token.onCancellationRequested(() => stop.abort());
  try {
    const job = { kind: 'siteMember', path, maximumBytes: MOST_BYTES } as const;
    const { text, isCut } = await runJob(job, language, { signal: stop.signal });
    return { text, ...(isCut && { shownBytes: MOST_BYTES }) };
  } catch (error) {
    return { problem: describeProblem(error) };
  }
}

/** Path on the disk with that in the archive, with `/`; `undefined` for what is no such document. */
function pathOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== MEMBER_SCHEME) return undefined;
  return fileURLToPath(parsed.with({ scheme: 'file' }).toString()).replaceAll(sep, '/');
}
