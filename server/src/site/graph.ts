import { isRunAsPhp } from './fileKind';
import { formsByTarget, type FormPlace } from './forms';
import { DIRECTORY_INDEX, indexPaths, type SitePathIndex } from './pathIndex';
import { folderOf, foldersUpFrom, joinPath, nameOf } from './paths';
import { findOwnHosts, resolveReference, type ResolveContext } from './resolve';
import type { ReferenceKind, SiteFile, SiteFileKind, SiteReference } from './siteModel';
import { findDataFolders } from './uploadFolders';
import { isLoadedByWordPress } from './wordpress';

/** How many pages' folders a relative path in an included file is tried from. */
const MAXIMUM_BASES = 8;
/** A chain of includes longer than this is a framework, of which nothing is said through its includes. */
const MAXIMUM_CLOSURE = 400;

/** An include that was resolved, with its place in the including file. */
export interface IncludeEdge {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** How the files of a site hang together. */
export interface SiteGraph {
  readonly index: SitePathIndex;
  /** Files that a visit can begin at or that lead on from there. */
  readonly reached: ReadonlySet<string>;
  /** Pages at which a visit can begin, the server's own settings not counted. */
  readonly entryPages: number;
  /** Includes of each file that has any. */
  readonly includes: ReadonlyMap<string, readonly IncludeEdge[]>;
  /** For each file the forms that are sent to it, in the order of their files. */
  readonly forms: ReadonlyMap<string, readonly FormPlace[]>;
  /** Hosts that are this site, without `www.`; see `findOwnHosts`. */
  readonly ownHosts: ReadonlySet<string>;
  /** The data folder that a file lies in; see `findDataFolders`. */
  readonly dataFolderOf: (path: string) => string | undefined;
  /** Finds the file that a settings file (its path) puts around every program. */
  readonly prependedBy: (path: string, reference: SiteReference) => string | undefined;
}

/**
 * Follows every reference from the pages at which a visit can begin. Roots are: pages in HTML wherever they lie, because a
 * page needs no link to be found by a search engine or a bookmark; the index of each document root; what the server's
 * settings and sitemaps name; what WordPress loads by itself; libraries. Files that only lead to each other are not reached.
 */
export function buildGraph(files: readonly SiteFile[], rootName?: string): SiteGraph {
  const index = indexPaths(
    files.map(({ path }) => path),
    rootName,
  );
  const context: ResolveContext = { index, ownHosts: findOwnHosts(index, referencesOf(files)) };
  const dataFolderOf = findDataFolders(files);
  const parts = resolveParts(files, context);
  const basesOfFile = basesOf(files, parts);
  const edges = resolveEdges(files, context, basesOfFile);
  const forms = formsByTarget(files, context, basesOfFile);
  const includes = includesOf(parts);
  const roots = files.filter((file) => isRoot(file, index, dataFolderOf)).map(({ path }) => path);
  const reached = reach(roots, edges);
  reachOwnPrograms(files, includes, reached, edges);
  const prependedBy = (path: string, reference: SiteReference): string | undefined =>
    resolveReference(context, reference, [folderOf(path)]);
  const entryPages = roots.filter(isEntryPage).length;
  return { index, prependedBy, reached, entryPages, includes, forms, dataFolderOf, ownHosts: context.ownHosts };
}

function* referencesOf(files: readonly SiteFile[]): Iterable<SiteFile['references'][number]> {
  for (const { references } of files) yield* references;
}

/** A file that becomes part of another one: a program included, a script or frame embedded. */
interface Part extends IncludeEdge {
  readonly kind: ReferenceKind;
}

function isPart(kind: ReferenceKind): boolean {
  return kind === 'include' || kind === 'embed' || kind === 'prepend';
}

function resolveParts(files: readonly SiteFile[], context: ResolveContext): Map<string, Part[]> {
  const parts = new Map<string, Part[]>();
  for (const { path, references } of files) {
    const found = references.flatMap((reference): Part[] => {
      if (!isPart(reference.kind)) return [];
      const target = resolveReference(context, reference, [folderOf(path)]);
      const { kind, line, column } = reference;
      return target === undefined || target === path ? [] : [{ path: target, kind, line, column }];
    });
    if (found.length > 0) parts.set(path, found);
  }
  return parts;
}

/** For each file the folders that its relative paths may count from: its own, then those of the pages it becomes part of. */
function basesOf(files: readonly SiteFile[], parts: ReadonlyMap<string, readonly Part[]>): (path: string) => string[] {
  const bases = new Map<string, Set<string>>();
  const of = (path: string): Set<string> => bases.get(path) ?? new Set([folderOf(path)]);
  let changed = files.map(({ path }) => path).filter((path) => parts.has(path));
  while (changed.length > 0) {
    const next = new Set<string>();
    for (const path of changed) {
      for (const part of parts.get(path) ?? []) {
        const known = of(part.path);
        const size = known.size;
        for (const base of of(path)) if (known.size < MAXIMUM_BASES) known.add(base);
        bases.set(part.path, known);
        if (known.size > size) next.add(part.path);
      }
    }
    changed = [...next];
  }
  return (path) => [...of(path)];
}

function resolveEdges(
  files: readonly SiteFile[],
  context: ResolveContext,
  basesOfFile: (path: string) => string[],
): Map<string, Set<string>> {
  const edges = new Map<string, Set<string>>();
  for (const { path, references } of files) {
    if (references.length === 0) continue;
    const bases = basesOfFile(path);
    const targets = new Set<string>();
    for (const reference of references) {
      const target = resolveReference(context, reference, bases);
      if (target !== undefined && target !== path) targets.add(target);
    }
    edges.set(path, targets);
  }
  return edges;
}

function includesOf(parts: ReadonlyMap<string, readonly Part[]>): Map<string, IncludeEdge[]> {
  const includes = new Map<string, IncludeEdge[]>();
  for (const [path, list] of parts) {
    const included = list.filter(({ kind }) => kind === 'include');
    if (included.length > 0) includes.set(path, included);
  }
  return includes;
}

/** Pages, and the server's own settings. */
const ALWAYS_ROOTS: ReadonlySet<SiteFileKind> = new Set<SiteFileKind>([
  'page',
  'accessFile',
  'phpSettings',
  'schedule',
  'sitemap',
]);

function isRoot(file: SiteFile, index: SitePathIndex, dataFolderOf: SiteGraph['dataFolderOf']): boolean {
  if (ALWAYS_ROOTS.has(file.kind)) return true;
  // Files that only declare are loaded by autoloaders and computed includes, which can't be followed.
  if (file.program?.runsCode === false) return true;
  const isProgram = file.kind === 'php' || file.kind === 'cgi';
  return isProgram && (isFrontPage(file.path, index, dataFolderOf) || isLoadedByWordPress(file));
}

function isEntryPage(path: string): boolean {
  return DIRECTORY_INDEX.includes(nameOf(path).toLowerCase()) || /\.[sx]?html?$/i.test(path);
}

/** Whether the file is what a server shows for a domain: an index in a document root, or where no folder above has one. */
function isFrontPage(path: string, index: SitePathIndex, dataFolderOf: SiteGraph['dataFolderOf']): boolean {
  if (!DIRECTORY_INDEX.includes(nameOf(path).toLowerCase())) return false;
  const folder = folderOf(path);
  if (index.documentRoots.includes(folder)) return true;
  if (dataFolderOf(path) !== undefined || isHidden(path)) return false;
  const above = foldersUpFrom(folder).slice(1);
  return above.every((parent) => DIRECTORY_INDEX.every((name) => !index.paths.has(joinPath(parent, name))));
}

/** Whether the file or a folder above it has a name that starts with a dot. */
export function isHidden(path: string): boolean {
  return /(?:^|\/)\.[^/]/.test(path);
}

function reach(roots: readonly string[], edges: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set(roots);
  spread([...roots], reached, edges);
  return reached;
}

function spread(waiting: string[], reached: Set<string>, edges: ReadonlyMap<string, ReadonlySet<string>>): void {
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const target of edges.get(path) ?? []) {
      if (reached.has(target)) continue;
      reached.add(target);
      waiting.push(target);
    }
  }
}

/**
 * An index in a folder that nobody links, such as an administration area, still belongs to the site when it includes what
 * the site's reached programs include. What it leads to counts as reached; it itself does not.
 */
function reachOwnPrograms(
  files: readonly SiteFile[],
  includes: SiteGraph['includes'],
  reached: Set<string>,
  edges: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  const shared = new Set<string>();
  for (const [path, list] of includes) {
    if (reached.has(path)) for (const { path: included } of list) shared.add(included);
  }
  for (const { path } of files) {
    if (reached.has(path) || !isRunAsPhp(path) || !/^index\./i.test(nameOf(path))) continue;
    if (!(includes.get(path) ?? []).some((edge) => shared.has(edge.path))) continue;
    const leads = [...(edges.get(path) ?? [])].filter((target) => !reached.has(target) && target !== path);
    for (const target of leads) reached.add(target);
    spread(leads, reached, edges);
  }
}

/**
 * All files that a program includes, directly or through others, without itself.
 * @returns `undefined` when they are so many that the program is a framework's.
 */
export function includeClosure({ includes }: SiteGraph, path: string, maximum = MAXIMUM_CLOSURE): string[] | undefined {
  const closure = new Set([path]);
  for (const file of closure) {
    for (const edge of includes.get(file) ?? []) closure.add(edge.path);
    if (closure.size > maximum) return undefined;
  }
  closure.delete(path);
  return [...closure];
}
