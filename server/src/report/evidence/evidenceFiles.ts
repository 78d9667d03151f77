import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Disk } from '../../disk';
import type { IncidentFile } from '../../incident/incident';
import { archivesOnPath } from '../../site/archive/archivePath';
import { openMember } from '../../site/archive/openMember';
import { diskProblem } from '../../site/diskProblem';
import { t } from '../../words';
import type { EvidenceFile } from './evidenceManifest';

/** Files that are read for their hash. */
const MOST_FILES = 20_000;
/** Bytes of a file within an archive that are unpacked for its hash. */
const LARGEST_MEMBER = 64 * 1024 * 1024;

/**
 * What is known of the bad files, with the hashes of those that are in the copy of the site.
 * @param site folder with the copy, as the disk names it; `undefined` without one
 */
export async function evidenceFiles(
  disk: Disk,
  files: readonly IncidentFile[],
  site: string | undefined,
): Promise<{ files: EvidenceFile[]; notRead: number }> {
  const known: EvidenceFile[] = [];
  let read = 0;
  let notRead = 0;
  for (const incidentFile of files) {
    const isThere = site !== undefined && incidentFile.state === 'present';
    if (isThere && read === MOST_FILES) notRead++;
    const content = isThere && read < MOST_FILES ? await contentOf(disk, site, incidentFile.file) : {};
    if (isThere && read < MOST_FILES) read++;
    known.push({ ...factsOf(incidentFile), ...content });
  }
  return { files: known, notRead };
}

function factsOf({ file, state, severity, named, calls }: IncidentFile): EvidenceFile {
  return {
    file,
    state,
    severity,
    ...(named && { named: named.path }),
    ...(calls?.first !== undefined && { first: calls.first, last: calls.last }),
    requests: calls?.requests ?? 0,
  };
}

type Content = Pick<EvidenceFile, 'bytes' | 'sha256' | 'modified' | 'problem'>;

async function contentOf(disk: Disk, site: string, file: string): Promise<Content> {
  try {
    const place = path.join(site, file);
    if ([...archivesOnPath(file)].length > 0) return await memberContent(disk, place);
    const { size, modified } = await disk.status(place);
    const hash = createHash('sha256');
    for await (const piece of disk.stream(place)) hash.update(piece);
    return { bytes: size, sha256: hash.digest('hex'), modified: new Date(modified).toISOString() };
  } catch (error) {
    return { problem: diskProblem(file, error).message };
  }
}

async function memberContent(disk: Disk, place: string): Promise<Content> {
  const { bytes, isCut } = await openMember(disk, place, LARGEST_MEMBER);
  return isCut
    ? { problem: t('It is too large within its archive.') }
    : { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
