import type { Disk } from '../../disk';
import type { ReadFile, SiteArchive, SiteProblem } from '../siteModel';
import { ARCHIVE_LIMITS, ArchiveBudget, type ArchiveLimits } from './archiveLimits';
import { pathInArchive } from './archivePath';
import { readArchive } from './readArchive';

/** What is done while archives are read. */
export interface ArchiveOptions {
  readonly signal?: AbortSignal;
  /** Told how many more files of archives were begun. */
  readonly onProgress?: (files: number) => void;
  readonly limits?: ArchiveLimits;
}

/** Files of archives after which the progress is told. */
const PROGRESS_STEP = 100;

/**
 * Reads what is in the archives among the files of a site, one archive after the other in the order of the files, so that what
 * a limit leaves out does not depend on the machine. Archives that an earlier audit read are taken as they are.
 */
export async function readArchives(
  disk: Disk,
  root: string,
  read: readonly ReadFile[],
  { signal, onProgress, limits = ARCHIVE_LIMITS }: ArchiveOptions = {},
): Promise<ReadFile[]> {
  let members = 0;
  const onMember = (): void => {
    if (++members % PROGRESS_STEP === 0) onProgress?.(PROGRESS_STEP);
  };
  const budget = new ArchiveBudget(limits, onMember);
  const results: ReadFile[] = [];
  for (const each of read) {
    if (each.isPacked !== true) {
      results.push(each);
    } else if (each.archives === undefined) {
      const { archives, enough } = await readArchive(disk, root, each.file, budget, signal);
      // A problem of the file, and no lasting one: the next audit tries again.
      const problem: SiteProblem = { file: each.file.path, kind: 'unreadable', message: enough ?? '' };
      results.push({ ...withoutProgram(each, archives), archives, ...(enough !== undefined && { problem }) });
    } else {
      for (const { files, bytes } of each.archives) budget.add(files.length, bytes);
      results.push(each);
    }
  }
  return results;
}

/** The problems of a file's archives, by the path that people see. */
export function archiveProblems({ file, archives = [] }: ReadFile): SiteProblem[] {
  return archives.flatMap(({ within, problems }) =>
    problems.map((problem) => ({
      ...problem,
      file: pathInArchive(file.path, pathInArchive(within, problem.file)),
    })),
  );
}

/** Of a sound archive the files in it are judged; PHP code that its bytes show is theirs. */
function withoutProgram(read: ReadFile, [archive]: readonly SiteArchive[]): ReadFile {
  const isSound = archive !== undefined && archive.problems.every(({ file }) => file !== '');
  if (!isSound || read.file.program === undefined) return read;
  const { program: _program, disguisedPhpLine: _line, ...file } = read.file;
  return { ...read, file: { ...file, references: [] } };
}
