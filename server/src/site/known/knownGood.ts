/**
 * A file that somebody looked at and found to be in order. It is known by its content, so that a copy of it is trusted wherever it
 * lies, and is trusted no more once a single byte has changed.
 */
export interface KnownGoodEntry {
  /** SHA-256 of all bytes of the file (FIPS 180-4), in lower-case hexadecimal. */
  readonly sha256: string;
  /** Why it is trusted, and by whom, in the user's own words; may be empty. */
  readonly note: string;
  /** When that was said, ISO 8601; '' when it is not known. */
  readonly date: string;
}

const SHA256 = /^[0-9a-f]{64}$/;
/** Characters of a note; more says nothing to anybody. */
const LONGEST_NOTE = 500;

/** Entries out of what a user or a file says; `rejected` counts those that are none. */
export interface KnownGoodList {
  readonly entries: readonly KnownGoodEntry[];
  readonly rejected: number;
}

/**
 * Reads a list of known good files: an array of entries, or an object that has it as `files` (docs/known-good.md). Other
 * properties are ignored, so that a later version can add some.
 * @returns `undefined` when this is no such list.
 */
export function readKnownGood(written: unknown): KnownGoodList | undefined {
  const list: unknown = isRecord(written) ? written['files'] : written;
  if (!Array.isArray(list)) return undefined;
  const entries = list.map(entryOf).filter((entry) => entry !== undefined);
  return { entries, rejected: list.length - entries.length };
}

/** The entry for a file's content. */
export function knownGoodEntry(sha256: string, note: string, date: Date): KnownGoodEntry {
  return { sha256, note: note.trim().slice(0, LONGEST_NOTE), date: date.toISOString() };
}

function entryOf(written: unknown): KnownGoodEntry | undefined {
  if (!isRecord(written)) return undefined;
  const sha256 = textOf(written['sha256']).trim().toLowerCase();
  if (!SHA256.test(sha256)) return undefined;
  return { sha256, note: textOf(written['note']).slice(0, LONGEST_NOTE), date: textOf(written['date']) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
