import type { Disk, FileKind } from '../disk';
import { t } from '../words';
import { diskProblem } from './diskProblem';
import { mapLimit } from './mapLimit';
import { isWithin, joinPath, nameOf } from './paths';
import type { SiteOptions, SiteProblem } from './siteModel';

/** Listings and status calls under way at once; more only queue up behind Node's four disk threads. */
const CONCURRENCY = 16;
/** Twice the largest site that the product promises to audit. */
const MAXIMUM_FILES = 200_000;

/** A file that was found, not yet read. */
export interface WalkedFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly permissions: number | undefined;
  /** Last modification, ms since 1970-01-01 UTC. */
  readonly modified: number;
  /** Last change of content, name or permissions, ms since 1970-01-01 UTC. */
  readonly changed: number;
}

export interface Walk {
  /** The folder as the disk names it; a relative path follows it after a slash. */
  readonly root: string;
  /** Sorted by path. */
  readonly files: readonly WalkedFile[];
  readonly problems: readonly SiteProblem[];
  /** Files and folders that were left out because the options exclude them. */
  readonly excluded: number;
  /** What was to be walked is no folder but the one file. */
  readonly isSingleFile: boolean;
}

interface WalkState extends SiteOptions {
  readonly disk: Disk;
  readonly root: string;
  readonly problems: SiteProblem[];
  excluded: number;
}

/**
 * Finds every file of a folder. Symbolic links are recorded and never followed, so that nothing outside the folder is read
 * and no loop can form. What can't be listed becomes a problem, and the rest goes on.
 * @param root the folder, or a single file, as the disk names it.
 * @param maximumFiles files beyond this number are counted in a problem and left out.
 * @throws the disk's error when the root itself can't be reached; the signal's reason when aborted.
 */
export async function walkSite(
  disk: Disk,
  root: string,
  options: SiteOptions = {},
  maximumFiles = MAXIMUM_FILES,
): Promise<Walk> {
  const start = await folderOrFile(disk, root);
  const state: WalkState = { ...options, disk, root: start.root, problems: [], excluded: 0 };
  const paths = start.file === undefined ? await listAll(state) : [];
  if (paths.length > maximumFiles) state.problems.push(tooManyFiles(maximumFiles, paths.length - maximumFiles));
  const files = await mapLimit(paths.slice(0, maximumFiles), CONCURRENCY, state.signal, (path) =>
    statusOf(state, path),
  );
  const found = files.filter((file) => file !== undefined).toSorted(byPath);
  return {
    root: state.root,
    files: start.file === undefined ? found : [start.file],
    problems: state.problems,
    excluded: state.excluded,
    isSingleFile: start.file !== undefined,
  };
}

/** Where the walk begins: a folder, or already all there is of it when `root` is a file. */
async function folderOrFile(disk: Disk, root: string): Promise<{ root: string; file?: WalkedFile }> {
  const trimmed = root.replace(/(?<=.)[\\/]+$/, '');
  const { kind, ...status } = await disk.status(trimmed);
  if (kind === 'file') {
    const path = nameOf(trimmed.replaceAll('\\', '/'));
    const folder = trimmed.slice(0, -path.length);
    return { root: folder === '' ? '.' : folder.slice(0, -1), file: { path, ...status } };
  }
  // The user chose the folder by name, so a link given as the root itself is meant to be followed: "link/." is its target.
  return { root: kind === 'link' ? `${trimmed}/.` : trimmed };
}

/** Paths of all files, level by level, so that a limit cuts off the deepest ones. */
async function listAll(state: WalkState): Promise<string[]> {
  const files: string[] = [];
  let level = [''];
  while (level.length > 0) {
    const listings = await mapLimit(level, CONCURRENCY, state.signal, (folder) => listFolder(state, folder));
    level = [];
    for (const { path, kind } of listings.flat()) {
      if (!isMeant(path, state.within)) continue;
      if (state.exclude?.(kind === 'directory' ? `${path}/` : path) === true) {
        state.excluded++;
        continue;
      }
      if (kind === 'file') files.push(path);
      else if (kind === 'directory') level.push(path);
      else state.problems.push(notAFile(path, kind));
    }
    state.onProgress?.({ phase: 'list', files: files.length, total: undefined });
  }
  return files;
}

/** Whether a path lies in one of the folders that are meant, or on the way to one. */
function isMeant(path: string, folders: readonly string[] | undefined): boolean {
  return folders === undefined || folders.some((folder) => isWithin(path, folder) || isWithin(folder, path));
}

async function listFolder(state: WalkState, folder: string): Promise<{ path: string; kind: FileKind }[]> {
  try {
    const entries = await state.disk.list(folder === '' ? state.root : `${state.root}/${folder}`);
    return entries.map(({ name, kind }) => ({ path: joinPath(folder, name), kind })).toSorted(byPath);
  } catch (error) {
    if (folder === '') throw error;
    state.problems.push(diskProblem(folder, error));
    return [];
  }
}

async function statusOf(state: WalkState, path: string): Promise<WalkedFile | undefined> {
  try {
    const { kind, ...status } = await state.disk.status(`${state.root}/${path}`);
    if (kind === 'file') return { path, ...status };
    // A file that was exchanged for a link since the listing must not lead the reader out of the folder.
    state.problems.push(notAFile(path, kind));
    return undefined;
  } catch (error) {
    state.problems.push(diskProblem(path, error));
    return undefined;
  }
}

function notAFile(file: string, kind: Exclude<FileKind, 'file'>): SiteProblem {
  return kind === 'link'
    ? { file, kind: 'link', message: t('A symbolic link; the audit does not follow links.') }
    : {
        file,
        kind: 'special',
        message: t('Not an ordinary file (a pipe, socket or device); the audit does not open it.'),
      };
}

function tooManyFiles(maximum: number, left: number): SiteProblem {
  const message = t('Only the first {0} files were audited; {1} more were left out.', maximum, left);
  return { file: '', kind: 'limit', message };
}

function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : 1;
}
