import path from 'node:path';

/** Several folders as one site: the nearest folder around them, of which only they are looked at. */
export interface FoldersAsOne {
  /** As the disk names it. */
  readonly root: string;
  /** The folders, relative to it with `/`; absent where it is the only one itself. */
  readonly within?: readonly string[];
}

/**
 * Joins the copies of the sites of one account, so that one audit reads all of them. A folder within another one counts once.
 * @param folders at least one, as the disk names them
 * @returns `undefined` where no folder is around all of them: on several drives of Windows
 */
export function foldersAsOne(folders: readonly string[]): FoldersAsOne | undefined {
  const all = [...new Set(folders.map((folder) => path.resolve(folder)))];
  const outer = all.filter((folder) => !all.some((other) => other !== folder && isInside(folder, other)));
  const [first] = outer;
  if (first === undefined) return undefined;
  if (outer.length === 1) return { root: first };
  let root = first;
  while (!outer.every((folder) => isInside(folder, root))) {
    const around = path.dirname(root);
    if (around === root) return undefined;
    root = around;
  }
  return { root, within: outer.map((folder) => path.relative(root, folder).replaceAll('\\', '/')) };
}

/** Whether a path lies in a folder or is it. */
export function isInside(file: string, folder: string): boolean {
  const way = path.relative(folder, file);
  return way === '' || (!/^\.\.(?:[\\/]|$)/.test(way) && !path.isAbsolute(way));
}
