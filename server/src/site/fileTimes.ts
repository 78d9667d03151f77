import type { SiteFile } from './siteModel';

/** Times of files as the disk has them, ms since 1970-01-01 UTC. Plain data, small enough for any site. */
export interface FileTimes {
  /** Last modification, which any program can set. */
  readonly modified: Float64Array;
  /** Last change of content, name or permissions on this very disk. */
  readonly changed: Float64Array;
}

/** The times of the files, in their order. */
export function timesOfFiles(files: readonly SiteFile[]): FileTimes {
  return {
    modified: Float64Array.from(files, ({ modified }) => modified),
    changed: Float64Array.from(files, ({ changed }) => changed),
  };
}
