import type { Finding } from '../rules/finding';
import type { CopyTimes } from './timeline/copyTimes';

/** A file to act on that the copy had when the incident was put together before. Plain data. */
export interface HadFile {
  /** Path in the copy of the site. */
  readonly file: string;
  /** What the audit found in it, in the language that the user had then. */
  readonly findings: readonly Pick<Finding, 'rule' | 'severity' | 'title' | 'detail' | 'advice'>[];
  /** Absent where they are not known. */
  readonly times?: CopyTimes;
}

/**
 * What was found in files that the copy does not have any more: whoever takes a file out of it wants to tell the host of it all the
 * same.
 * @param paths of the copy
 */
export function findingsOfRemoved(had: readonly HadFile[], paths: ReadonlySet<string>): Map<string, Finding[]> {
  const removed = had.filter(({ file }) => !paths.has(file));
  return new Map(
    removed.map(({ file, findings }) => [
      file,
      findings.map((finding): Finding => ({ ...finding, clients: [], endpoints: [], places: [] })),
    ]),
  );
}
