import { inLanguage } from '../../language';
import type { EvidenceSources } from '../../packEvidence';
import type { AbuseMailAnswer, AbuseMailParams } from '../../protocol';
import type { WantedRawLines } from '../../readRawLines';
import { abuseMail, abuseMailLines } from '../../report/abuse/abuseMail';
import type { RawLine } from '../../report/evidence/rawLine';
import type { Tools } from '../../services';

/** What reads lines of logs again. */
type LineTools = Pick<Tools, 'runJob' | 'language'>;

/** A draft of a mail to an abuse desk, which read English all over the world. It quotes the logs, of which some lines are read again. */
export async function abuseMailInEnglish(
  sources: EvidenceSources | undefined,
  { network: name, addresses, contacts }: AbuseMailParams,
  tools: LineTools,
): Promise<AbuseMailAnswer> {
  if (sources === undefined) return { isBuilt: false };
  const { incident } = sources;
  const network = { name, addresses, contacts };
  const wanted = { lines: abuseMailLines(incident, network), accused: addresses };
  const rawLines = await readLines(sources, wanted, tools);
  const text = inLanguage({ locale: 'en', words: {} }, () => abuseMail(incident, network, rawLines));
  return { isBuilt: true, ...(text !== undefined && { text }) };
}

async function readLines(
  sources: EvidenceSources,
  wanted: WantedRawLines,
  { runJob, language }: LineTools,
): Promise<RawLine[]> {
  if (wanted.lines.length === 0) return [];
  try {
    return await runJob({ kind: 'rawLines', sources, wanted }, language);
  } catch {
    // A mail that names lines by their places is better than none.
    return [];
  }
}
