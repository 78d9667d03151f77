import type { Disk } from '../../../disk';
import { t } from '../../../words';
import { ARCHIVE_LIMITS, ArchiveBudget, type ArchiveLimits } from '../../archive/archiveLimits';
import { membersOfFile } from '../../archive/members';
import { diskProblem } from '../../diskProblem';
import { mapLimit } from '../../mapLimit';
import type { SiteProblem } from '../../siteModel';
import { walkSite } from '../../walk';
import { fingerprintOf, type Fingerprint } from './fingerprint';

/** The files of a site, or of a program in it, as they are meant to be. */
export interface CleanCopy {
  /** The folder or the archive, as the disk names it. */
  readonly path: string;
  readonly isArchive: boolean;
  /** By path relative to the folder or within the archive, with `/`. */
  readonly files: ReadonlyMap<string, Fingerprint>;
  /** Paths of which nothing is known as they could not be read, are links or have names that lead elsewhere. */
  readonly unknown: ReadonlySet<string>;
  readonly problems: readonly SiteProblem[];
}

/** Reads under way at once. */
const CONCURRENCY = 8;
/** What the archive program of macOS adds. */
const RESOURCE_FORK = /^__MACOSX\//;

/**
 * Reads a clean copy: a folder, or an archive that the audit can read. Links are not followed, names in an archive lead nowhere.
 * Rejects with the disk's error, with `NoArchive`, when there is more than the limits allow, when an archive is damaged, and with the signal's reason:
 * half of a copy would accuse the other half of the site.
 */
export async function readCleanCopy(
  disk: Disk,
  path: string,
  signal?: AbortSignal,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<CleanCopy> {
  const { kind, size } = await disk.status(path);
  return kind === 'file'
    ? readArchivedCopy(disk, path, size, limits, signal)
    : readFolder(disk, path, limits.members, signal);
}

async function readFolder(
  disk: Disk,
  path: string,
  mostFiles: number,
  signal: AbortSignal | undefined,
): Promise<CleanCopy> {
  const walk = await walkSite(disk, path, { signal }, mostFiles);
  const limit = walk.problems.find(({ kind }) => kind === 'limit');
  if (limit !== undefined) throw new Error(limit.message);
  const files = new Map<string, Fingerprint>();
  const problems: SiteProblem[] = [...walk.problems];
  await mapLimit(walk.files, CONCURRENCY, signal, async (file) => {
    try {
      files.set(file.path, await fingerprintOf(disk.stream(`${walk.root}/${file.path}`)));
    } catch (error) {
      problems.push(diskProblem(file.path, error));
    }
  });
  return { path, isArchive: false, files, unknown: pathsOf(problems), problems };
}

async function readArchivedCopy(
  disk: Disk,
  path: string,
  size: number,
  limits: ArchiveLimits,
  signal: AbortSignal | undefined,
): Promise<CleanCopy> {
  const files = new Map<string, Fingerprint>();
  const problems: SiteProblem[] = [];
  let isDamaged = false;
  const meter = new ArchiveBudget(limits).meter(size, signal);
  for await (const member of membersOfFile(disk, path, { meter, onDamage: () => (isDamaged = true) })) {
    if (RESOURCE_FORK.test(member.path)) continue;
    if (member.leadsOut) {
      const message = t('Its name in the archive leads out of the folder; it was left out of the comparison.');
      problems.push({ file: member.path, kind: 'special', message });
      continue;
    }
    files.set(member.path, await fingerprintOf(member.chunks));
    isDamaged ||= member.damaged();
  }
  if (isDamaged) throw new Error(t('The archive is damaged or was cut short. Download it again.'));
  return { path, isArchive: true, files, unknown: pathsOf(problems), problems };
}

function pathsOf(problems: readonly SiteProblem[]): Set<string> {
  return new Set(problems.map(({ file }) => file));
}
