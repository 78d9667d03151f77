import { fileURLToPath } from 'node:url';
import type { CancellationToken, Connection, ResponseError } from 'vscode-languageserver';
import { discardPart } from '../../nodePendingFile';
import { byteSize } from '../../numbers';
import type { EvidenceSources } from '../../packEvidence';
import type { EvidenceAnswer, EvidenceParams } from '../../protocol';
import type { Tools } from '../../services';
import { t } from '../../words';
import { showWork } from '../shownWork';

/** Writes the evidence for an incident in a worker thread, with progress; stops at once when the request is cancelled. */
export async function saveEvidence(
  connection: Connection,
  sources: EvidenceSources,
  { workDoneToken, file: uri, done, mask }: EvidenceParams,
  token: CancellationToken,
  { runJob, language }: Pick<Tools, 'runJob' | 'language'>,
): Promise<EvidenceAnswer | ResponseError> {
  const file = fileURLToPath(uri);
  const shown = { workDoneToken, title: t('Saving the evidence'), cancelled: t('It was cancelled.') };
  return showWork(connection, token, shown, async (signal, progress) => {
    try {
      const packed = await runJob({ kind: 'evidence', file, sources, wanted: { done, mask } }, language, {
        signal,
        onProgress: ({ done: bytes, total = 0 }) => progress.report(t('{0} of {1}', byteSize(bytes), byteSize(total))),
      });
      return { isBuilt: true, packed };
    } finally {
      // A thread that was ended could not take away what it wrote.
      if (signal.aborted) await discardPart(file);
    }
  });
}
