import { createHash } from 'node:crypto';
import type { Disk } from '../disk';
import { t } from '../words';
import { looksPacked } from './archive/archiveSigns';
import { diskProblem } from './diskProblem';
import { kindOfName, mayHoldMarkup } from './fileKind';
import { mayNameProduct } from './known/products/readProduct';
import { readContent } from './readContent';
import type { ReadFile, SiteFile, SiteFileKind } from './siteModel';
import { findPhpTag } from './sniffPhp';
import type { WalkedFile } from './walk';

/** Pages, scripts and programs are read up to here; larger ones are data. */
const MAXIMUM_BYTES = 8 * 1024 * 1024;
/** Other files up to this size are looked through whole: one read costs the same as two short ones. */
const SMALL_FILE_BYTES = 16 * 1024;
/** Code hidden in pictures stands in their first comment or behind their end. */
const SNIFFED_BYTES = 4 * 1024;

/**
 * Reads a file that the walk found: programs, pages, scripts and settings in full, all others only where PHP code hides. A file
 * that can't be read becomes a problem and stays in the model with nothing known of its content. Never rejects.
 * @param known what an earlier audit made of the file, which holds as long as the bytes are the same.
 */
export async function readFile(disk: Disk, root: string, walked: WalkedFile, known?: ReadFile): Promise<ReadFile> {
  const kind = kindOfName(walked.path);
  const unknown: SiteFile = { ...walked, kind, references: [] };
  try {
    const { bytes, isPacked } = await look(disk, `${root}/${walked.path}`, walked, kind);
    const packed = isPacked && ({ isPacked } as const);
    if (bytes === undefined) return { file: unknown, ...packed };
    const hash = createHash('sha256').update(bytes).digest('hex');
    if (known?.file.hash === hash) return { ...known, file: { ...known.file, ...walked } };
    const { limit, ...content } = readContent(walked.path, kind, bytes);
    const isCut = walked.size > MAXIMUM_BYTES;
    const message = isCut ? t('Only its first {0} MB were read.', MAXIMUM_BYTES / 1024 / 1024) : limit;
    return {
      file: { ...walked, kind, ...(!isCut && { hash }), ...content },
      ...(message !== undefined && { problem: { file: walked.path, kind: 'limit', message } }),
      ...packed,
    };
  } catch (error) {
    return { file: unknown, problem: diskProblem(walked.path, error) };
  }
}

/** What is known of a file before its content is understood. */
interface Look {
  /** `undefined` when nothing in the file is of interest. */
  readonly bytes: Uint8Array | undefined;
  /** The file begins as archives do. */
  readonly isPacked: boolean;
}

async function look(disk: Disk, path: string, walked: WalkedFile, kind: SiteFileKind): Promise<Look> {
  const { size } = walked;
  if (size === 0) return { bytes: undefined, isPacked: false };
  if (kind !== 'other' || mayHoldMarkup(path)) return { bytes: await disk.read(path, MAXIMUM_BYTES), isPacked: false };
  if (size <= SMALL_FILE_BYTES) {
    const bytes = await disk.read(path, SMALL_FILE_BYTES);
    const isOfInterest = findPhpTag(bytes) >= 0 || mayNameProduct(walked.path);
    return { bytes: isOfInterest ? bytes : undefined, isPacked: looksPacked(path, bytes) };
  }
  const head = await disk.read(path, SNIFFED_BYTES);
  const isOfInterest =
    mayNameProduct(walked.path) ||
    findPhpTag(head) >= 0 ||
    findPhpTag(await disk.readRange(path, size - SNIFFED_BYTES, size)) >= 0;
  return { bytes: isOfInterest ? await disk.read(path, MAXIMUM_BYTES) : undefined, isPacked: looksPacked(path, head) };
}
