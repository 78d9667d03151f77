import type { FolderRoutes } from './config/routes';
import { fileAt, type SitePathIndex } from './pathIndex';
import { folderOf, foldersUpFrom, joinPath } from './paths';
import type { SiteFile } from './siteModel';

/** What the settings of a site's folders say of addresses, by folder. Plain data. */
export type SiteRoutes = ReadonlyMap<string, FolderRoutes>;

/** Collects what the .htaccess files of a site say of addresses. */
export function routesOfSite(files: readonly Pick<SiteFile, 'path' | 'access'>[]): SiteRoutes {
  return new Map(files.flatMap(({ path, access }) => (access?.routes ? [[folderOf(path), access.routes]] : [])));
}

/** The file that an address which names none is rewritten to, by the nearest folder above that says so. */
export function rewrittenFile(index: SitePathIndex, root: string, path: string): string | undefined {
  const wanted = joinPath(root, path).replace(/\/$/, '');
  for (const folder of foldersUpFrom(folderOf(wanted))) {
    const { rewrites = [] } = index.routes.get(folder) ?? {};
    const address = (folder === '' ? wanted : wanted.slice(folder.length + 1)).toLowerCase();
    const target = rewrites.find(([from]) => from === address)?.[1];
    const file = target === undefined ? undefined : targetFile(index, folder, target);
    if (file !== undefined) return file;
  }
  return undefined;
}

/** The front controller that gets an address at which there is no file; `undefined` where the server answers that there is none. */
export function frontController(index: SitePathIndex, root: string, path: string): string | undefined {
  for (const folder of foldersUpFrom(folderOf(joinPath(root, path)))) {
    const target = index.routes.get(folder)?.frontController;
    if (target !== undefined) return targetFile(index, folder, target);
    // Beyond the document root no settings of the site count.
    if (folder === root) return undefined;
  }
  return undefined;
}

/** Targets count from the document root with a slash before them, or from the folder. */
function targetFile(index: SitePathIndex, folder: string, target: string): string | undefined {
  const folders = target.startsWith('/') ? foldersUpFrom(folder) : [folder];
  for (const each of folders) {
    const file = fileAt(index, each, target);
    if (file !== undefined) return file;
  }
  return undefined;
}
