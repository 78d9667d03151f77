import type { Disk } from '../disk';
import type { IncidentMeans } from '../readIncident';
import type { EvidenceSources } from '../packEvidence';
import { count } from '../numbers';
import { t } from '../words';
import { writeEvidence } from '../writeEvidence';
import type { IncidentPlaces, IncidentRequest } from './incidentRequest';
import { notWritten, refusalOfPlace } from './reportFile';
import type { ReportWriter } from './reportWriter';

/** Why evidence is not written to a file, in the user's language; `undefined` where it may be. */
export async function refusalOfEvidence(
  file: string,
  places: IncidentPlaces,
  writer: ReportWriter,
): Promise<string | undefined> {
  return /\.zip$/i.test(file)
    ? refusalOfPlace(file, places, writer)
    : t('{0}: the name of a bundle of evidence ends in .zip.', file);
}

/**
 * Writes the evidence for an incident to a zip archive.
 * @returns what to say of it, in the user's language, and whether it was written
 */
export async function writeEvidenceFile(
  disk: Disk,
  sources: EvidenceSources,
  { evidence: file, done, mask }: Pick<IncidentRequest, 'done' | 'mask'> & { readonly evidence: string },
  writer: ReportWriter,
  { addressData }: Pick<IncidentMeans, 'addressData'>,
): Promise<{ readonly isWritten: boolean; readonly lines: readonly string[] }> {
  try {
    const packed = await writeEvidence(disk, writer.create, file, sources, { done, mask }, { addressData });
    const { lines, leftOut, problems } = packed;
    return {
      isWritten: true,
      lines: [
        t('The evidence was written to {0}; lines of logs: {1}.', file, count(lines)),
        ...(leftOut > 0 ? [t('Lines that are not in it: {0}.', count(leftOut))] : []),
        ...(problems > 0 ? [t('Logs and files that could not be read: {0}.', count(problems))] : []),
      ],
    };
  } catch (error) {
    return { isWritten: false, lines: [notWritten(file, error)] };
  }
}
