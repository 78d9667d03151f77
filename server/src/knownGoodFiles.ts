import type { Disk } from './disk';
import { describeProblem } from './problems';
import { readKnownGood, type KnownGoodEntry } from './site/known/knownGood';
import { t } from './words';

/** More is no list that people made, in bytes: this much names a hundred thousand files. */
const LARGEST_FILE = 16 * 1024 * 1024;

/** What lists of known good files say. */
export interface KnownGoodFiles {
  readonly entries: readonly KnownGoodEntry[];
  /** Lists that can't be read or are none, and why, in the user's language; nothing of these counts. Hostile text. */
  readonly problems: readonly { readonly file: string; readonly message: string }[];
}

/** Reads lists of known good files from the disk (docs/known-good.md). Never rejects. */
export async function readKnownGoodFiles(disk: Disk, files: readonly string[]): Promise<KnownGoodFiles> {
  const entries: KnownGoodEntry[] = [];
  const problems: { file: string; message: string }[] = [];
  for (const file of files) {
    try {
      entries.push(...(await readList(disk, file)));
    } catch (error) {
      problems.push({ file, message: describeProblem(error) });
    }
  }
  return { entries, problems };
}

/** Refuses a list with a single wrong entry: a hash that was mistyped must not go unnoticed. */
async function readList(disk: Disk, file: string): Promise<readonly KnownGoodEntry[]> {
  const list = readKnownGood(parseJson(new TextDecoder().decode(await disk.read(file, LARGEST_FILE))));
  if (list === undefined) {
    throw new Error(t('Expected JSON with the list “files”, each with “sha256”, “note” and “date”.'));
  }
  if (list.rejected > 0) {
    throw new Error(t('{0} of its entries have no SHA-256 of 64 hexadecimal digits.', list.rejected));
  }
  return list.entries;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
