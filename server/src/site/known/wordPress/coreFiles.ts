import { CORE_FILE_LIST, NEWEST_SERIES } from './coreFileList';

/** The folder of WordPress that a path lies below, and the path from there on. */
export interface CorePlace {
  /** Folder that holds wp-admin and wp-includes; '' for the audited folder itself. */
  readonly root: string;
  /** Begins with `wp-admin/` or `wp-includes/`. */
  readonly path: string;
}

const CORE_FOLDER = /^(?:(.*?)\/)??(wp-(?:admin|includes)\/.+)$/;

/** `undefined` for files outside of wp-admin and wp-includes. */
export function corePlace(path: string): CorePlace | undefined {
  const match = CORE_FOLDER.exec(path);
  return match?.[2] === undefined ? undefined : { root: match[1] ?? '', path: match[2] };
}

let files: ReadonlySet<string> | undefined;

/** Whether any release of WordPress has a program of this path, from its main folder on. */
export function isCoreFile(path: string): boolean {
  files ??= readList();
  return files.has(path);
}

/** Whether a version of WordPress is of a later series than the list knows; `false` where it can't be read. */
export function isNewerThanList(version: string): boolean {
  const [major = 0, minor = 0] = seriesOf(version);
  const [newestMajor = 0, newestMinor = 0] = seriesOf(NEWEST_SERIES);
  return major > newestMajor || (major === newestMajor && minor > newestMinor);
}

function seriesOf(version: string): number[] {
  return (
    /^(\d+)(?:\.(\d+))?/
      .exec(version)
      ?.slice(1)
      .map((part) => Number(part ?? 0)) ?? []
  );
}

function readList(): Set<string> {
  const found = new Set<string>();
  for (const line of CORE_FILE_LIST.trim().split('\n')) {
    const [folder = '', names = ''] = line.split(': ');
    for (const name of names.split(' ')) found.add(`${folder}/${name}.php`);
  }
  return found;
}
