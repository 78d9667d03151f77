import type { Disk } from '../../../disk';
import { t } from '../../../words';
import { foldersUpFrom, folderOf } from '../../paths';
import type { SiteFile, SiteProblem } from '../../siteModel';
import { align } from './align';
import { fingerprintOf, type Fingerprint } from './fingerprint';
import type { CleanCopy } from './readCleanCopy';

/** Where in a clean copy the files are with which those of the site were compared. */
export interface ComparedCopy extends Pick<CleanCopy, 'path' | 'isArchive'> {
  /** Folder in it; '' for the whole. */
  readonly folder: string;
}

/** How a site differs from a clean copy. All paths are relative to the audited folder and sorted. Plain data. */
export interface CleanComparison {
  /** Folder of the site that the copy is of; '' for the whole. */
  readonly folder: string;
  readonly copy: ComparedCopy;
  /** Byte for byte as in the copy. */
  readonly same: readonly string[];
  /** Different only in line endings and what stands invisible at the ends of lines. */
  readonly lineEndings: readonly string[];
  readonly changed: readonly string[];
  /** Not in the copy, though it has the folder that they lie in. */
  readonly added: readonly string[];
  /** In the copy, but not in the site. */
  readonly missing: readonly string[];
  /** What of the copy could not be compared. */
  readonly problems: readonly SiteProblem[];
}

/** A clean copy that has nothing to do with the site. */
export class OtherSite extends Error {
  override readonly name = 'OtherSite';
}

/** What a comparison needs beside the files and the copy. */
export interface CompareOptions {
  /** Paths that the user left out of the audit: nobody misses them. */
  readonly exclude?: (path: string) => boolean;
  readonly signal?: AbortSignal;
}

/**
 * Compares the files of a site with a clean copy by their content.
 * @param root the audited folder, as the disk names it; files that the audit had no reason to read whole are read there.
 * Rejects with `OtherSite` when the two have hardly a file in common, and with the signal's reason.
 */
export async function compareWithCleanCopy(
  disk: Disk,
  root: string,
  files: readonly SiteFile[],
  copy: CleanCopy,
  { exclude, signal }: CompareOptions = {},
): Promise<CleanComparison> {
  const place = align(
    files.map(({ path }) => path),
    [...copy.files.keys()],
  );
  if (place === undefined) throw new OtherSite(t('The clean copy has nothing in common with this site.'));
  const folders = foldersOf(copy, place.clean);
  const problems = [...copy.problems];
  const same: string[] = [];
  const lineEndings: string[] = [];
  const changed: string[] = [];
  const added: string[] = [];
  const present = new Set<string>();
  for (const file of files) {
    signal?.throwIfAborted();
    if (!file.path.startsWith(place.site)) continue;
    const path = place.clean + file.path.slice(place.site.length);
    present.add(path);
    const clean = copy.files.get(path);
    if (clean !== undefined) {
      const difference = await differenceOf(disk, root, file, clean);
      if (difference === undefined) problems.push(notCompared(file));
      else ({ same, lineEndings, changed })[difference].push(file.path);
    } else if (!copy.unknown.has(path) && folders.has(folderOf(path))) {
      added.push(file.path);
    }
  }
  const missing = [...copy.files.keys()]
    .filter((path) => path.startsWith(place.clean) && !present.has(path))
    .map((path) => place.site + path.slice(place.clean.length))
    .filter((path) => exclude?.(path) !== true)
    .toSorted();
  const from = { path: copy.path, isArchive: copy.isArchive, folder: withoutSlash(place.clean) };
  return { folder: withoutSlash(place.site), copy: from, same, lineEndings, changed, added, missing, problems };
}

type Difference = 'same' | 'lineEndings' | 'changed';

/** `undefined` when the site's file can't be read. */
async function differenceOf(
  disk: Disk,
  root: string,
  file: SiteFile,
  clean: Fingerprint,
): Promise<Difference | undefined> {
  if (file.hash === clean.sha256) return 'same';
  try {
    const own = await fingerprintOf(disk.stream(`${root}/${file.path}`));
    if (own.sha256 === clean.sha256) return 'same';
    return own.text !== undefined && own.text === clean.text ? 'lineEndings' : 'changed';
  } catch {
    return undefined;
  }
}

function withoutSlash(folder: string): string {
  return folder.replace(/\/$/, '');
}

function foldersOf({ files }: CleanCopy, below: string): Set<string> {
  const folders = new Set<string>();
  for (const path of files.keys()) {
    if (!path.startsWith(below)) continue;
    for (const folder of foldersUpFrom(folderOf(path))) {
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

function notCompared({ path }: SiteFile): SiteProblem {
  return {
    file: path,
    kind: 'unreadable',
    message: t('It could not be read, so it was not compared with the clean copy.'),
  };
}
