import { isDocumentRootName } from '../../site/documentRoots';
import { fileAt, folded, type SitePathIndex } from '../../site/pathIndex';
import { folderOf, joinPath, normalizePath } from '../../site/paths';
import { filesOfRequestPath } from '../../site/requestPath';
import { remoteFolders, rulesByRemote, weighedRules, type PrefixRule } from './prefixRules';

/** A file as a host names it. */
export interface NamedPath {
  /** Path on the server, or within the site. */
  readonly path: string;
  /** Domain whose path it is; absent for paths on the server. */
  readonly domain?: string;
}

/** A file that a host named, and where it is in the copy of the site. */
export interface LocatedFile {
  readonly named: NamedPath;
  /** Path in the copy, with `/`; absent when there is no such file. */
  readonly file?: string;
  /** Where the file would be in the copy, were it there. */
  readonly expected: string;
}

/**
 * Finds the files that a host names in the copy of a site. A folder of the server is taken for the folder of the copy that most
 * files agree on; where none does, for the document root.
 * @param learnt rules that the user confirmed, which count before all others
 */
export function locateFiles(
  named: readonly NamedPath[],
  index: SitePathIndex,
  learnt: readonly PrefixRule[] = [],
): LocatedFile[] {
  const absolute = named.filter(({ domain }) => domain === undefined).map(({ path }) => withSlash(path));
  const rules = [...learnt, ...weighedRules(absolute, index)];
  const ranks = new Map(rules.map((rule, rank) => [rule, rank]));
  const byRemote = rulesByRemote(rules);
  // Of all rules, those for folders around the path count, in the order of all.
  const fitting = (path: string): PrefixRule[] =>
    remoteFolders(path)
      .flatMap((remote) => byRemote.get(remote) ?? [])
      .toSorted((one, other) => ranks.get(one)! - ranks.get(other)!);
  return named.map((each) =>
    each.domain === undefined ? locateOnServer(each, index, fitting) : locateOfDomain(each, index),
  );
}

function locateOnServer(named: NamedPath, index: SitePathIndex, fitting: (path: string) => PrefixRule[]): LocatedFile {
  const path = withSlash(named.path);
  const candidates = fitting(path).flatMap(
    ({ remote, local }) => normalizePath(local, path.slice(remote.length + 1)) ?? [],
  );
  // Where the copy has the folder by a better rule, that is where the file would be: one of the same name elsewhere is another.
  const place = candidates.findIndex((candidate) => index.folders.has(folderOf(candidate)));
  const likely = place < 0 ? candidates : candidates.slice(0, place + 1);
  const file = likely.map((candidate) => asKept(index, candidate)).find((found) => found !== undefined);
  const expected = file ?? candidates[Math.max(place, 0)] ?? belowDocumentRoot(path, index);
  return { named, expected, ...(file !== undefined && { file }) };
}

function locateOfDomain(named: NamedPath, index: SitePathIndex): LocatedFile {
  const [file] = filesOfRequestPath(index, named.path, named.domain);
  if (file !== undefined) return { named, file, expected: file };
  return { named, expected: joinPath(index.documentRoots[0] ?? '', named.path.replace(/^\/+/, '')) };
}

/** Where a path would be that no rule knows: behind its document root, below that of the copy. */
function belowDocumentRoot(path: string, index: SitePathIndex): string {
  const names = path.split('/').filter((name) => name !== '');
  const at = names.slice(0, -1).findLastIndex(isDocumentRootName);
  const rest = names.slice(at + 1).join('/');
  // Where the copy has one root it is that one; of several, the one that the path names.
  const roots = index.documentRoots.filter((root) => root !== '');
  const own = roots.find((root) => path.includes(`/${root}/`)) ?? (roots.length === 1 ? roots[0]! : '');
  return normalizePath(own, rest) ?? rest;
}

function asKept(index: SitePathIndex, path: string): string | undefined {
  const found = fileAt(index, '', path);
  return found !== undefined && folded(found) === folded(path) ? found : undefined;
}

function withSlash(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}
