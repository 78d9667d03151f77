import type { Disk } from '../disk';
import { t } from '../words';
import { diskProblem } from './diskProblem';
import { kindOfName } from './fileKind';
import { mapLimit } from './mapLimit';
import { readContent } from './readContent';
import type { SiteFile, SiteFileKind, SiteModel, SiteOptions, SiteProblem } from './siteModel';
import { findPhpTag } from './sniffPhp';
import type { Walk, WalkedFile } from './walk';

/** Reads under way at once: enough to keep a disk busy, few enough that the files in memory stay few. */
const CONCURRENCY = 16;
/** Pages, scripts and programs are read up to here; larger ones are data. */
const MAXIMUM_BYTES = 8 * 1024 * 1024;
/** Other files up to this size are looked through whole: one read costs the same as two short ones. */
const SMALL_FILE_BYTES = 16 * 1024;
/** Code hidden in pictures stands in their first comment or behind their end. */
const SNIFFED_BYTES = 4 * 1024;
const PROGRESS_STEP = 200;

interface ReadingState extends SiteOptions {
  readonly disk: Disk;
  readonly root: string;
  readonly problems: SiteProblem[];
}

/**
 * Reads the files that the walk found: programs, pages, scripts and settings in full, all others only where PHP code hides.
 * A file that can't be read becomes a problem and stays in the model with nothing known of its content.
 */
export async function readSite(disk: Disk, walk: Walk, options: SiteOptions = {}): Promise<SiteModel> {
  const state: ReadingState = { ...options, disk, root: walk.root, problems: [...walk.problems] };
  const total = walk.files.length;
  let done = 0;
  const files = await mapLimit(walk.files, CONCURRENCY, options.signal, async (walked) => {
    const file = await readFile(state, walked);
    if (++done % PROGRESS_STEP === 0 || done === total) options.onProgress?.({ phase: 'read', files: done, total });
    return file;
  });
  const bytes = walk.files.reduce((sum, { size }) => sum + size, 0);
  return { files, bytes, problems: state.problems.toSorted((a, b) => (a.file < b.file ? -1 : 1)) };
}

async function readFile(state: ReadingState, walked: WalkedFile): Promise<SiteFile> {
  const kind = kindOfName(walked.path);
  try {
    const bytes = walked.size === 0 ? undefined : await readBytes(state, walked, kind);
    if (bytes === undefined) return { ...walked, kind, references: [] };
    const { limit, ...content } = readContent(walked.path, kind, bytes);
    if (limit !== undefined) state.problems.push({ file: walked.path, kind: 'limit', message: limit });
    return { ...walked, kind, ...content };
  } catch (error) {
    state.problems.push(diskProblem(walked.path, error));
    return { ...walked, kind, references: [] };
  }
}

/** @returns `undefined` when nothing in the file is of interest. */
async function readBytes(state: ReadingState, walked: WalkedFile, kind: SiteFileKind): Promise<Uint8Array | undefined> {
  if (kind !== 'other') return readWhole(state, walked);
  const path = `${state.root}/${walked.path}`;
  if (walked.size <= SMALL_FILE_BYTES) {
    const bytes = await state.disk.read(path, SMALL_FILE_BYTES);
    return findPhpTag(bytes) < 0 ? undefined : bytes;
  }
  const head = await state.disk.read(path, SNIFFED_BYTES);
  const hidden =
    findPhpTag(head) >= 0 ||
    findPhpTag(await state.disk.readRange(path, walked.size - SNIFFED_BYTES, walked.size)) >= 0;
  return hidden ? readWhole(state, walked) : undefined;
}

async function readWhole(state: ReadingState, { path, size }: WalkedFile): Promise<Uint8Array> {
  if (size > MAXIMUM_BYTES) {
    const message = t('Only its first {0} MB were read.', MAXIMUM_BYTES / 1024 / 1024);
    state.problems.push({ file: path, kind: 'limit', message });
  }
  return state.disk.read(`${state.root}/${path}`, MAXIMUM_BYTES);
}
