/** Paths inside the audited folder: relative, separated by `/`, '' being the folder itself. */

export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Extension in lower case without its dot; '' for names without one and for dot files. */
export function extensionOf(path: string): string {
  const name = nameOf(path);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

export function joinPath(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}

/** The folder and its parents, the nearest first, '' last. */
export function foldersUpFrom(folder: string): string[] {
  const folders = [folder];
  for (let current = folder; current !== '';) {
    current = folderOf(current);
    folders.push(current);
  }
  return folders;
}

/**
 * Resolves `.`, `..` and doubled slashes of a path below `folder`.
 * @returns `undefined` when the path leads out of the audited folder.
 */
export function normalizePath(folder: string, path: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** Whether a path lies in a folder or is it; '' is the folder around all. */
export function isWithin(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
