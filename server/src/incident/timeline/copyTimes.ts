import type { SiteAudit } from '../../site/auditSite';

/** The times of a copy of a site. */
export type TimedPaths = Pick<SiteAudit, 'paths' | 'times'>;

/** Times of a file as a copy had it, ms since 1970-01-01 UTC. Plain data. */
export interface CopyTimes {
  /** Last modification, which any program can set. */
  readonly modified: number;
  /** Last change of content, name or permissions on the disk with the copy. */
  readonly changed: number;
  /** When half of that copy was there: a file that was changed then has the time of the download. */
  readonly copied: number;
}

/** The times of those of the files that a copy has. */
export function timesInCopy({ paths, times }: TimedPaths, files: ReadonlySet<string>): Map<string, CopyTimes> {
  const copied = times.changed.toSorted()[times.changed.length >> 1] ?? 0;
  const found = new Map<string, CopyTimes>();
  paths.forEach((path, at) => {
    if (files.has(path)) found.set(path, { modified: times.modified[at]!, changed: times.changed[at]!, copied });
  });
  return found;
}
