import { contentHash } from '../../contentHash';
import type { Disk } from '../../disk';
import type { Finding } from '../../rules/finding';
import type { SiteFile } from '../siteModel';

/**
 * The files with findings whose content the user knows to be good. Files that the audit had no reason to read whole are hashed
 * now; those that can't be read are not trusted. Links stay unread, as everywhere.
 * @param hashes SHA-256 of the known contents, in lower-case hexadecimal.
 * @returns relative paths.
 */
export async function knownGoodPaths(
  disk: Disk,
  root: string,
  findings: readonly Finding[],
  files: readonly SiteFile[],
  hashes: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  if (hashes.size === 0) return known;
  const accused = new Set(findings.map(accusedFile));
  for (const { path, hash } of files) {
    if (!accused.has(path)) continue;
    const actual = hash ?? (await hashOnDisk(disk, `${root}/${path}`));
    if (actual !== undefined && hashes.has(actual)) known.add(path);
  }
  return known;
}

/** The file that a finding is about; '' for the site as a whole. */
export function accusedFile({ places }: Finding): string {
  return places[0]?.file ?? '';
}

async function hashOnDisk(disk: Disk, path: string): Promise<string | undefined> {
  try {
    const { kind } = await disk.status(path);
    return kind === 'file' ? await contentHash(disk, path) : undefined;
  } catch {
    return undefined;
  }
}
