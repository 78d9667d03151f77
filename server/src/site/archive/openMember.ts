import { peek } from '../../archive/decompress';
import type { Disk } from '../../disk';
import { ARCHIVE_LIMITS, ArchiveBudget } from './archiveLimits';
import { archivesOnPath, pathWithin } from './archivePath';
import { TELLING_BYTES } from './archiveSigns';
import { heldBytes, type HeldBytes } from './heldBytes';
import { membersOfFile, NoArchive, type Member, type MemberOptions } from './members';
import { membersWithin } from './membersWithin';

/**
 * The first bytes of a file in an archive; of a file of the disk where no archive is on the path. Rejects with what hinders the
 * reading: ENOENT when there is none such.
 * @param file path on the disk, with that in the archive as people see it: `/site/backup.zip!/wp-login.php`
 */
export async function openMember(disk: Disk, file: string, maximumBytes: number): Promise<HeldBytes> {
  for (const { archive, member } of archivesOnPath(file)) {
    const status = await disk.status(archive).catch(() => undefined);
    if (status?.kind !== 'file') continue;
    const options = { meter: new ArchiveBudget(ARCHIVE_LIMITS).meter(status.size), onDamage: () => undefined };
    const found = await readAmong(membersOfFile(disk, archive, options), member, options, maximumBytes);
    if (found !== undefined) return found;
  }
  const { size } = await disk.status(file);
  return { bytes: await disk.read(file, maximumBytes), isCut: size > maximumBytes };
}

async function readAmong(
  members: AsyncIterable<Member>,
  wanted: string,
  options: MemberOptions,
  maximumBytes: number,
): Promise<HeldBytes | undefined> {
  for await (const { path, chunks } of members) {
    if (path === wanted) return heldBytes(chunks, maximumBytes);
    const within = pathWithin(path, wanted);
    if (within === undefined) continue;
    const inner = membersWithin(await peek(chunks, TELLING_BYTES), options);
    return readAmong(inner, within, options, maximumBytes).catch(undefinedForNoArchive);
  }
  return undefined;
}

function undefinedForNoArchive(error: unknown): undefined {
  if (!(error instanceof NoArchive)) throw error;
}
