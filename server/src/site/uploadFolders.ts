import { isRunAsPhp } from './fileKind';
import { foldersUpFrom, folderOf, nameOf } from './paths';
import type { SiteFile } from './siteModel';

/** Folders whose purpose is to hold what visitors or editors upload, whatever else lies there. */
const UPLOADS = /(?:^|\/)(?:wp-content\/(?:uploads|blogs\.dir)|sites\/default\/files)(?:\/|$)/;
/** Folders of data by custom. Programs keep source code under these names as well, so their content decides. */
const DATA_NAMES = new Set(
  (
    'images img imgs image pics pictures photo photos gazou avatars ' +
    'upload uploads upfile upfiles userfiles files attachments cache tmp temp'
  ).split(' '),
);
/** Programs that visitors may call are at most this share of a folder of data; more are a program's own. */
const MAXIMUM_PROGRAM_SHARE = 0.5;
/** So few programs in a folder that holds nothing else are still out of place. */
const FEW_PROGRAMS = 2;

interface FolderContent {
  files: number;
  programs: number;
}

/**
 * Finds the folders that hold data and not programs.
 * @returns tells for a file the data folder that it lies in, directly or deeper; `undefined` when in none.
 */
export function findDataFolders(files: readonly SiteFile[]): (path: string) => string | undefined {
  const contents = new Map<string, FolderContent>();
  for (const { path } of files) {
    const program = isRunAsPhp(path) ? 1 : 0;
    for (const folder of foldersUpFrom(folderOf(path))) {
      if (!isDataName(folder)) continue;
      const content = contents.get(folder) ?? { files: 0, programs: 0 };
      content.files++;
      content.programs += program;
      contents.set(folder, content);
    }
  }
  return (path) => foldersUpFrom(folderOf(path)).find((folder) => isDataFolder(folder, contents.get(folder)));
}

function isDataName(folder: string): boolean {
  return UPLOADS.test(folder) || DATA_NAMES.has(nameOf(folder));
}

function isDataFolder(folder: string, content: FolderContent | undefined): boolean {
  if (content === undefined) return false;
  if (UPLOADS.test(folder) || content.programs <= FEW_PROGRAMS) return true;
  return content.programs / content.files <= MAXIMUM_PROGRAM_SHARE;
}
