import { bareHost, hostOfFolder } from './documentRoots';
import { fileAt, filesEndingWith, type SitePathIndex } from './pathIndex';
import { foldersUpFrom, isWithin, nameOf } from './paths';
import { UNKNOWN_PART } from './references/target';
import { decodePath } from './requestTarget';
import type { SiteReference } from './siteModel';

/** What resolving needs to know of the site. */
export interface ResolveContext {
  readonly index: SitePathIndex;
  /** Hosts that are this site, without `www.`; empty when nothing tells. */
  readonly ownHosts: ReadonlySet<string>;
}

const ABSOLUTE = /^(?:https?:)?\/\/([^/?#]*)([^?#]*)/i;
/** A name alone is no evidence when every folder has a file of that name. */
const COMMON_NAME = /^(?:index|default|config|functions|header|footer)\./i;

/**
 * Finds the file of the site that a reference means.
 * @param folders folders that a relative path may count from, the likeliest first: that of the file, then those of the
 *   pages that pull the file in, because a browser and PHP count from there.
 * @returns `undefined` for other sites, for files that are not there, and for the file's own address.
 */
export function resolveReference(
  { index, ownHosts }: ResolveContext,
  { kind, target }: Pick<SiteReference, 'kind' | 'target'>,
  folders: readonly string[],
): string | undefined {
  const absolute = ABSOLUTE.exec(target);
  if (absolute !== null && !isOwn(ownHosts, absolute[1] ?? '')) return undefined;
  const written = decodePath(absolute === null ? target : (absolute[2] ?? '')).replaceAll('\\', '/');
  // "?page=2" and "" are the page itself; what a page sends to itself does not lead a visitor to it.
  if (written === '' && absolute === null) return undefined;
  const known = written.slice(written.lastIndexOf(UNKNOWN_PART) + 1);
  if (known === '') return undefined;
  const whole = known.length === written.length;
  const rooted = whole && (absolute !== null || written.startsWith('/'));
  const exact = !whole ? undefined : rooted ? fromRoots(index, written, folders) : fromFolders(index, written, folders);
  return exact ?? (kind === 'include' || kind === 'prepend' ? nearest(index, known, folders) : onlyOne(index, known));
}

function isOwn(ownHosts: ReadonlySet<string>, host: string): boolean {
  return host.includes(UNKNOWN_PART) || ownHosts.size === 0 || ownHosts.has(bareHost(host));
}

/** `/mail.php`: below the document roots that hold the file, then below any folder above it, which may be a domain's root. */
function fromRoots(index: SitePathIndex, path: string, folders: readonly string[]): string | undefined {
  const above = folders.flatMap(foldersUpFrom);
  const roots = index.documentRoots.filter((root) => above.includes(root));
  for (const root of new Set([...roots, ...above])) {
    const found = fileAt(index, root, path);
    if (found !== undefined) return found;
  }
  return undefined;
}

function fromFolders(index: SitePathIndex, path: string, folders: readonly string[]): string | undefined {
  for (const folder of folders) {
    const found = fileAt(index, folder, path);
    if (found !== undefined) return found;
  }
  // Programs often count from the document root without saying so.
  const roots = index.documentRoots.filter((root) => folders.some((folder) => isWithin(folder, root)));
  for (const root of roots) {
    const found = fileAt(index, root, path);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Low confidence: the only file of the site whose path ends like this. */
function onlyOne(index: SitePathIndex, path: string): string | undefined {
  if (!path.includes('.') || COMMON_NAME.test(nameOf(path))) return undefined;
  const files = filesEndingWith(index, path);
  return files.length === 1 ? files[0] : undefined;
}

/** Low confidence: of the files whose path ends like this, the one that shares the most folders with the including file. */
function nearest(index: SitePathIndex, path: string, folders: readonly string[]): string | undefined {
  const files = filesEndingWith(index, path);
  if (files.length <= 1) return files[0];
  if (!path.replace(/^[./]+/, '').includes('/')) return undefined;
  const above = foldersUpFrom(folders[0] ?? '');
  for (const folder of above) {
    const inside = files.filter((file) => isWithin(file, folder));
    if (inside.length > 0) return inside.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
  }
  return undefined;
}

/** Hosts that are this site: those of its domain folders, and those that it calls itself in sitemaps and canonical links. */
export function findOwnHosts(index: SitePathIndex, references: Iterable<SiteReference>): Set<string> {
  const hosts = new Set<string>();
  for (const root of index.documentRoots) {
    const host = hostOfFolder(root);
    if (host !== undefined) hosts.add(bareHost(host));
  }
  for (const { kind, target } of references) {
    const host = kind === 'sitemap' ? ABSOLUTE.exec(target)?.[1] : undefined;
    if (host !== undefined && host !== '' && !host.includes(UNKNOWN_PART)) hosts.add(bareHost(host));
  }
  return hosts;
}
