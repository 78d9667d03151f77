import type { SitePathIndex } from '../site/pathIndex';
import { folderOf } from '../site/paths';
import type { FileCalls } from './fileCalls';
import type { LocatedFile } from './locate/locateFiles';

/**
 * Whether a file that the host named, or that was accused before, is in the copy of the site. `notDownloaded`: it is, or was, on the server and the copy does not
 * have it, or only an empty one: files of permission 000 can't be fetched. `removed`: the copy had it before, and who takes a file out
 * of the copy has not deleted it on the server. `gone`: it is not on the server any more.
 */
export type NamedFileState = 'present' | 'notDownloaded' | 'removed' | 'gone';

/** Answers by which a server says that it has no such file (RFC 9110 §15.5.5, §15.5.11). */
const NOT_THERE = new Set([404, 410]);

/** What is known of the files that a host named, beside where they are. */
export interface StateFacts {
  readonly index: SitePathIndex;
  /** Files of the copy that are empty. */
  readonly isEmpty: (file: string) => boolean;
  /** Whether the copy had a file before. */
  readonly wasThere: (expected: string) => boolean;
  /** The host took away every permission of the files that it named. */
  readonly areLocked: boolean;
  /** Whether an FTP log has that the file was deleted, and that nobody put it there again. */
  readonly isDeleted: (expected: string) => boolean;
}

/** In which state a named file is, judged by the copy, then by what the logs say last, then by what the host did. */
export function stateOfFile(
  { file, expected }: Pick<LocatedFile, 'file' | 'expected'>,
  facts: StateFacts,
  calls?: FileCalls,
): NamedFileState {
  if (file !== undefined) return facts.isEmpty(file) ? 'notDownloaded' : 'present';
  if (facts.isDeleted(expected)) return 'gone';
  const { lastStatus } = calls ?? {};
  if (lastStatus !== undefined && NOT_THERE.has(lastStatus)) return 'gone';
  if (facts.wasThere(expected)) return 'removed';
  if (lastStatus !== undefined) return 'notDownloaded';
  if (facts.areLocked || !facts.index.folders.has(folderOf(expected))) return 'notDownloaded';
  return 'gone';
}
