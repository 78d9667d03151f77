import { inLanguage } from '../../language';
import type { EvidenceSources } from '../../packEvidence';
import type { AbuseMailAnswer, AbuseMailParams } from '../../protocol';
import { abuseMail, abuseMailLines } from '../../report/abuse/abuseMail';
import type { Tools } from '../../services';

/** A draft of a mail to an abuse desk, which read English all over the world. It quotes the logs, of which some lines are read again. */
export async function abuseMailInEnglish(
  sources: EvidenceSources | undefined,
  { network: name, addresses, contacts }: AbuseMailParams,
  { runJob, language }: Pick<Tools, 'runJob' | 'language'>,
): Promise<AbuseMailAnswer> {
  if (sources === undefined) return { isBuilt: false };
  const { incident } = sources;
  const network = { name, addresses, contacts };
  const lines = abuseMailLines(incident, network);
  const wanted = { lines, accused: addresses };
  const rawLines = lines.length === 0 ? [] : await runJob({ kind: 'rawLines', sources, wanted }, language);
  const text = inLanguage({ locale: 'en', words: {} }, () => abuseMail(incident, network, rawLines));
  return { isBuilt: true, ...(text !== undefined && { text }) };
}
