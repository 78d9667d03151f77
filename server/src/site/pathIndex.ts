import { findDocumentRoots } from './documentRoots';
import { extensionOf, foldersUpFrom, folderOf, joinPath, nameOf, normalizePath } from './paths';
import type { SiteRoutes } from './routes';
import { chosenRoots } from './roots/chosenRoots';
import { domainOfPath, isForVisitors, rootsAmong, type DocumentRoot } from './roots/documentRoot';

/** What servers show for a folder's address, in the order of common defaults; `DirectoryIndex` may add to it. */
export const DIRECTORY_INDEX = ['index.html', 'index.htm', 'index.shtml', 'index.php', 'index.cgi', 'index.pl'];
/** What may be left out at the end of an address (MultiViews, or the usual rewriting). */
const OMITTED_EXTENSIONS = ['.php', '.html', '.htm', '.cgi'];
/** Behind a program's name the rest of a path is an argument for it (PATH_INFO). */
const PROGRAM_IN_PATH = /\.(?:php[3-8]?|phtml|cgi|pl)(?=\/)/i;

const NO_ROUTES: SiteRoutes = new Map();

/** All paths of a site, ready to be asked which file an address means. Made once by `indexPaths`. */
export interface SitePathIndex {
  readonly paths: ReadonlySet<string>;
  /** Paths in lower case and composed (Unicode NFC): sites are written on systems that tell neither apart. */
  readonly folded: ReadonlyMap<string, string>;
  /** Lower-case paths without an extension that may be left out: most addresses that name no file are not among them either. */
  readonly stems: ReadonlySet<string>;
  /** Paths by the lower-case name of the file. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly folders: ReadonlySet<string>;
  readonly foldedFolders: ReadonlySet<string>;
  /** The deepest first, '' last. */
  readonly documentRoots: readonly string[];
  /** Those of them that are shown as `/` of domains: as the user said, or as their names tell. At least one. */
  readonly roots: readonly DocumentRoot[];
  readonly rootsByDomain: ReadonlyMap<string, readonly string[]>;
  /** What the settings of folders say of addresses. */
  readonly routes: SiteRoutes;
  /** Name of the audited folder itself; '' when it is not known. */
  readonly rootName: string;
}

/** What is known of a site beside its paths. */
export interface SiteKnowledge {
  /** Domain that the audited folder is of; where it is not given, the folder's name may tell. */
  readonly domain?: string;
  /** What the user says of document roots; the others are found by their names. */
  readonly roots?: readonly DocumentRoot[];
  /** What the settings of its folders say of addresses. */
  readonly routes?: SiteRoutes;
}

/**
 * @param paths relative paths of all files.
 * @param rootName name of the audited folder, so that `/tw/mail.php` is found when the user chose the folder `tw`.
 */
export function indexPaths(
  paths: readonly string[],
  rootName = '',
  { domain = domainOfPath(rootName), roots: chosen = [], routes = NO_ROUTES }: SiteKnowledge = {},
): SitePathIndex {
  const byFolded = new Map<string, string>();
  const byName = new Map<string, string[]>();
  const stems = new Set<string>();
  const folders = new Set(['']);
  const withFiles = new Set<string>();
  const shown = new Set<string>();
  for (const path of paths) {
    const lower = folded(path);
    byFolded.set(lower, path);
    const stem = withoutExtension(lower);
    if (stem !== undefined) stems.add(stem);
    const name = nameOf(lower);
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [path]);
    else same.push(path);
    withFiles.add(folderOf(path));
    addWithParents(folders, folderOf(path));
    if (isForVisitors(name)) addWithParents(shown, folderOf(path));
  }
  const documentRoots = findDocumentRoots(shown);
  const found = rootsAmong(documentRoots, (folder) => withFiles.has(folder), domain);
  const roots = chosenRoots(found, chosen);
  const rootsByDomain = byDomain(roots);
  return {
    paths: new Set(paths),
    folded: byFolded,
    stems,
    byName,
    folders,
    foldedFolders: new Set([...folders].map(folded)),
    documentRoots,
    roots,
    rootsByDomain,
    routes,
    rootName,
  };
}

/** Adds a folder and those around it to a set in which each comes with those around it. */
function addWithParents(folders: Set<string>, folder: string): void {
  for (const each of foldersUpFrom(folder)) {
    if (folders.has(each)) return;
    folders.add(each);
  }
}

function byDomain(roots: readonly DocumentRoot[]): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const { folder, domains } of roots) {
    for (const domain of domains) folders.set(domain, [...(folders.get(domain) ?? []), folder]);
  }
  return folders;
}

/**
 * The file that a server would give for a path below a folder: the file itself, a folder's index, a name without its
 * extension, or a program with arguments behind it.
 */
export function fileAt(index: SitePathIndex, folder: string, path: string): string | undefined {
  const program = PROGRAM_IN_PATH.exec(path);
  const wanted = normalizePath(folder, path);
  if (wanted === undefined) return undefined;
  const found = asWritten(index, wanted) ?? folderIndex(index, wanted) ?? withExtension(index, wanted);
  if (found !== undefined || program === null) return found;
  return asWritten(index, normalizePath(folder, path.slice(0, program.index + program[0].length)) ?? '');
}

/** Files whose path ends with the given one, whole names compared. */
export function filesEndingWith(index: SitePathIndex, path: string): string[] {
  const tail = normalizePath('', path.replace(/^(?:\.\.?\/)+/, ''));
  if (tail === undefined || tail === '') return [];
  const end = `/${folded(tail)}`;
  const named = index.byName.get(nameOf(folded(tail))) ?? [];
  return named.filter((candidate) => `/${folded(candidate)}`.endsWith(end));
}

/** A folded path without its extension where addresses may leave it out; `undefined` for all other paths. */
export function withoutExtension(path: string): string | undefined {
  const extension = OMITTED_EXTENSIONS.find((each) => path.endsWith(each));
  if (extension === undefined) return undefined;
  const stem = path.slice(0, -extension.length);
  // Who asks for style.css wants that file and not style.css.php, the copy having it or not.
  return extensionOf(stem) === '' ? stem : undefined;
}

/** A path as it is compared: without case, and with letters and their marks as one, which a Mac takes apart. */
export function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function asWritten(index: SitePathIndex, path: string): string | undefined {
  return index.paths.has(path) ? path : index.folded.get(folded(path));
}

function folderIndex(index: SitePathIndex, folder: string): string | undefined {
  if (!index.foldedFolders.has(folded(folder))) return undefined;
  return firstDefined(indexNamesOf(index, folder), (name) => asWritten(index, joinPath(folder, name)));
}

/** What the nearest settings file names goes before what servers show by themselves. */
function indexNamesOf({ routes }: SitePathIndex, folder: string): readonly string[] {
  if (routes.size === 0) return DIRECTORY_INDEX;
  const own = foldersUpFrom(folder).map((each) => routes.get(each)?.indexNames ?? []);
  return [...(own.find((names) => names.length > 0) ?? []), ...DIRECTORY_INDEX];
}

function withExtension(index: SitePathIndex, path: string): string | undefined {
  if (path === '' || !index.stems.has(folded(path))) return undefined;
  return firstDefined(OMITTED_EXTENSIONS, (extension) => asWritten(index, path + extension));
}

function firstDefined<Item>(items: readonly Item[], find: (item: Item) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
