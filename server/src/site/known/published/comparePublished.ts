import { createHash } from 'node:crypto';
import type { Disk } from '../../../disk';
import { mapLimit } from '../../mapLimit';
import { joinPath } from '../../paths';
import type { SiteFile, SiteOptions } from '../../siteModel';
import type { PublishedComparison, PublishedFiles } from './publishedFiles';

/** Reads under way at once. */
const CONCURRENCY = 8;
/** Bytes; programs and pages of this size there are none. */
const LARGEST_TEXT = 8 * 1024 * 1024;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Themes and plug-ins that come along may be updated or deleted by themselves. */
const NOT_CORE = /^wp-content\//;
/** Where only files of WordPress belong: its two folders, and beside them what is named as its own are, but for the user's settings. */
const CORE_PLACE = /^(?:wp-(?:admin|includes)\/|wp-(?!config\.php$)[^/]*$)/;

/** Compares all products of a site of which it is known what their makers publish. Rejects with the signal's reason. */
export async function comparePublishedFiles(
  disk: Disk,
  root: string,
  files: readonly SiteFile[],
  { published = [], signal }: Pick<SiteOptions, 'published' | 'signal'>,
): Promise<PublishedComparison[]> {
  const comparisons: PublishedComparison[] = [];
  for (const each of published) comparisons.push(await comparePublished(disk, root, files, each, signal));
  return comparisons;
}

/**
 * Compares a product in a site with the checksums of its release. Files that can't be read are in none of the lists.
 * @param root the audited folder, as the disk names it
 * Rejects with the signal's reason.
 */
async function comparePublished(
  disk: Disk,
  root: string,
  files: readonly SiteFile[],
  { kind, name, folder, files: published }: PublishedFiles,
  signal: AbortSignal | undefined,
): Promise<PublishedComparison> {
  const isCore = kind === 'program';
  const wanted = new Map(Object.entries(published).filter(([path]) => !isCore || !NOT_CORE.test(path)));
  const differences: Record<Difference, string[]> = { same: [], lineEndings: [], changed: [] };
  const added: string[] = [];
  const present = new Set<string>();
  const start = folder === '' ? '' : `${folder}/`;
  const own = files.filter(({ path }) => path.startsWith(start));
  await mapLimit(own, CONCURRENCY, signal, async ({ path }) => {
    const inFolder = path.slice(start.length);
    const checksums = wanted.get(inFolder);
    if (checksums === undefined) {
      if (!isCore || CORE_PLACE.test(inFolder)) added.push(path);
      return;
    }
    present.add(inFolder);
    const difference = await differenceOf(disk, `${root}/${path}`, checksums).catch(() => undefined);
    if (difference !== undefined) differences[difference].push(path);
  });
  const missing = [...wanted.keys()].filter((path) => !present.has(path)).map((path) => joinPath(folder, path));
  return {
    name,
    folder,
    same: differences.same.toSorted(),
    lineEndings: differences.lineEndings.toSorted(),
    changed: differences.changed.toSorted(),
    added: added.toSorted(),
    missing: missing.toSorted(),
  };
}

type Difference = 'same' | 'lineEndings' | 'changed';

async function differenceOf(disk: Disk, path: string, checksums: readonly string[]): Promise<Difference> {
  const hash = createHash('md5');
  const copies: Uint8Array[] = [];
  let length = 0;
  for await (const piece of disk.stream(path)) {
    hash.update(piece);
    length += piece.length;
    // A piece is lent until the next one is asked for.
    if (length <= LARGEST_TEXT) copies.push(Uint8Array.from(piece));
  }
  if (checksums.includes(hash.digest('hex'))) return 'same';
  if (length > LARGEST_TEXT) return 'changed';
  const plain = withLineFeedsOnly(Buffer.concat(copies));
  return checksums.includes(createHash('md5').update(plain).digest('hex')) ? 'lineEndings' : 'changed';
}

/** A carriage return that stands alone ends a line of PHP as well, and with it a comment: such a one stays. */
function withLineFeedsOnly(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, index) => byte !== CARRIAGE_RETURN || bytes[index + 1] !== LINE_FEED);
}
