import type { Disk } from '../disk';
import { archiveProblems, readArchives } from './archive/readArchives';
import { mapLimit } from './mapLimit';
import { readFile } from './readFile';
import { shareOut } from './shareOut';
import type { KnownFiles, ReadFile, SiteModel, SiteOptions } from './siteModel';
import type { Walk, WalkedFile } from './walk';

/** Reads under way at once: enough to keep a disk busy, few enough that the files in memory stay few. */
const CONCURRENCY = 16;
const PROGRESS_STEP = 200;
/** Bytes below which another thread takes longer to start than it saves. */
const WORTH_A_THREAD = 2 * 1024 * 1024;

/** A site that was read, with what the next audit of it can build on. */
export interface SiteReading extends SiteModel {
  readonly read: readonly ReadFile[];
  /** Files that had not changed since the earlier audit. */
  readonly unchanged: number;
}

/** Reads the files that the walk found, those that are known and have not changed excepted. */
export async function readSite(disk: Disk, walk: Walk, options: SiteOptions = {}): Promise<SiteReading> {
  const { known, readElsewhere, signal } = options;
  const same = new Map<string, ReadFile>();
  for (const walked of walk.files) {
    const before = known?.get(walked.path);
    if (before !== undefined && isSame(before, walked)) same.set(walked.path, before);
  }
  const fresh = walk.files.filter(({ path }) => !same.has(path));
  const total = walk.files.length;
  let done = same.size;
  const onProgress = (files: number): void => {
    done += files;
    options.onProgress?.({ phase: 'read', files: done, total });
  };
  const threads = bytesOf(fresh) < WORTH_A_THREAD ? 0 : (readElsewhere?.threads ?? 0);
  const [own = [], ...others] = shareOut(fresh, Math.min(threads + 1, fresh.length));
  const results = await Promise.all([
    ...others.map((files) => readElsewhere?.read(walk.root, files, knownOf(files, known), onProgress) ?? []),
    readFiles(disk, walk.root, own, { known, signal, onProgress }),
  ]);
  for (const result of results.flat()) same.set(result.file.path, result);
  const outside = walk.files.flatMap(({ path }) => same.get(path) ?? []);
  let inside = 0;
  const read = await readArchives(disk, walk.root, outside, {
    signal,
    onProgress(files) {
      // How many there are is known behind the last one.
      inside += files;
      options.onProgress?.({ phase: 'read', files: total + inside, total: total + inside });
    },
  });
  const problems = [
    ...walk.problems,
    ...read.flatMap((each) => [...(each.problem ? [each.problem] : []), ...archiveProblems(each)]),
  ];
  return {
    files: read.map(({ file }) => file),
    bytes: bytesOf(walk.files),
    problems: problems.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
    read,
    unchanged: total - fresh.length,
  };
}

/** Reads files in this thread, several at once. `onProgress` is told how many more were read. */
export async function readFiles(
  disk: Disk,
  root: string,
  files: readonly WalkedFile[],
  {
    known,
    signal,
    onProgress,
  }: { readonly known?: KnownFiles; readonly signal?: AbortSignal; readonly onProgress?: (files: number) => void },
): Promise<ReadFile[]> {
  let untold = 0;
  const read = await mapLimit(files, CONCURRENCY, signal, async (walked) => {
    const result = await readFile(disk, root, walked, known?.get(walked.path));
    if (++untold === PROGRESS_STEP) {
      onProgress?.(untold);
      untold = 0;
    }
    return result;
  });
  if (untold > 0) onProgress?.(untold);
  return read;
}

function knownOf(files: readonly WalkedFile[], known: KnownFiles | undefined): ReadFile[] {
  return known === undefined ? [] : files.flatMap(({ path }) => known.get(path) ?? []);
}

/** Whether a file is as it was: size and times, of which no program can set the last. What could not be read is tried again. */
function isSame({ file, problem }: ReadFile, walked: WalkedFile): boolean {
  if (problem !== undefined && problem.kind !== 'limit') return false;
  const { size, modified, changed, permissions } = walked;
  return (
    file.size === size && file.modified === modified && file.changed === changed && file.permissions === permissions
  );
}

function bytesOf(files: readonly WalkedFile[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}
