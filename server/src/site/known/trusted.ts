import { contentHash } from '../../contentHash';
import type { Disk } from '../../disk';
import type { Finding } from '../../rules/finding';
import { siteRules } from '../../rules/site/table';
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

/** What the rules in question judge is no matter of what the file says. */
const NOT_ABOUT_CONTENT = new Set(['no-permission-file', 'open-permissions']);

/**
 * Whether a finding only wonders about what a file says, and the file is as the clean copy has it. What is certain stands: a copy
 * may be infected as well. So does what holds for any file in that place, such as a form without protection.
 * @param asInCopy paths of the files that are the same in the clean copy.
 */
export function isAnsweredByCopy(finding: Finding, asInCopy: ReadonlySet<string>): boolean {
  if (finding.severity === 'error' || NOT_ABOUT_CONTENT.has(finding.rule)) return false;
  return asInCopy.has(accusedFile(finding)) && isAboutContent(finding.rule);
}

function isAboutContent(rule: string): boolean {
  const found = siteRules.find(({ id }) => id === rule);
  return found?.family === 'site-files' && found.onlyWhereVisitorsCome !== true;
}

async function hashOnDisk(disk: Disk, path: string): Promise<string | undefined> {
  try {
    const { kind } = await disk.status(path);
    return kind === 'file' ? await contentHash(disk, path) : undefined;
  } catch {
    return undefined;
  }
}
