import { bareHost } from './documentRoots';
import { fileAt, filesEndingWith, type SitePathIndex } from './pathIndex';
import { readRequestTarget } from './requestTarget';
import { rewrittenFile } from './routes';
import { rootsOfHost } from './roots/hostRoots';

/** Candidates beyond this number say no more than "some file of that name". */
const MAXIMUM_CANDIDATES = 20;
/** `/~account/page.php`: the document root of an account by the name of the server (mod_userdir). */
const USER_FOLDER = /^~[^/]+\/?/;
/** Windows takes no notice of dots and blanks at the end of a name. */
const IGNORED_END = /[. ]{1,100}$/;

/**
 * Files of the site that a request in a log may have been for, the likeliest first: below the document roots of its host; where
 * these are not known, below each document root, then below other folders of such names, then below the audited folder taken as
 * the folder of that name, then anywhere that the path ends alike.
 * @param requestPath as it was logged: with or without query and host, percent-encoded or not; hostile text.
 * @param host the log's virtual host when it names one, or the domain whose log it is
 */
export function filesOfRequestPath(index: SitePathIndex, requestPath: string, host?: string): string[] {
  return lookUp(index, requestPath, host).files;
}

/**
 * The file that a request was for; the files of several document roots where nothing tells which domain was meant.
 * @param host as for `filesOfRequestPath`
 */
export function requestedFiles(index: SitePathIndex, requestPath: string, host?: string): string[] {
  const { files, isAnyOf } = lookUp(index, requestPath, host);
  return isAnyOf ? files : files.slice(0, 1);
}

interface FoundFiles {
  readonly files: string[];
  /** Each of the files is as likely, instead of the first. */
  readonly isAnyOf: boolean;
}

function lookUp(index: SitePathIndex, requestPath: string, host: string | undefined): FoundFiles {
  const target = readRequestTarget(requestPath);
  if (target === undefined) return { files: [], isAnyOf: false };
  const found = filesAt(index, target.path, host ?? target.host);
  if (found.files.length > 0) return found;
  const withoutUser = target.path.replace(USER_FOLDER, '');
  if (withoutUser !== target.path) return filesAt(index, withoutUser, undefined);
  const withoutEnd = target.path.replace(IGNORED_END, '');
  return withoutEnd === target.path ? found : filesAt(index, withoutEnd, host ?? target.host);
}

function filesAt(index: SitePathIndex, path: string, host: string | undefined): FoundFiles {
  const known = host === undefined ? [] : rootsOfHost(index, bareHost(host));
  if (known.length > 0) return { files: below(index, known, path), isAnyOf: false };
  const roots = index.roots.map(({ folder }) => folder);
  const outer = below(index, roots, path);
  if (outer.length > 0) return { files: outer, isAnyOf: true };
  const inner = below(index, index.documentRoots, path);
  const files = inner.length > 0 ? inner : elsewhere(index, path);
  return { files, isAnyOf: false };
}

function elsewhere(index: SitePathIndex, path: string): string[] {
  const inside = `${index.rootName}/`;
  const isInside = index.rootName !== '' && `${path}/`.startsWith(inside);
  const chosen = isInside ? below(index, [''], path.slice(inside.length)) : [];
  return chosen.length > 0 ? chosen : filesEndingWith(index, path).slice(0, MAXIMUM_CANDIDATES);
}

function below(index: SitePathIndex, folders: readonly string[], path: string): string[] {
  const fileIn = (folder: string): string | undefined =>
    fileAt(index, folder, path) ?? (index.routes.size > 0 ? rewrittenFile(index, folder, path) : undefined);
  return [...new Set(folders.flatMap((folder) => fileIn(folder) ?? []))];
}
