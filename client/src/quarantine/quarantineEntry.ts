/** A file in quarantine, as the manifest beside it (JSON) says. */
export interface QuarantineEntry {
  readonly version: 1;
  /** Name of the entry in the quarantine's folder. */
  readonly id: string;
  /** Folder of the site, absolute. */
  readonly site: string;
  /** Where the file lay, absolute. */
  readonly path: string;
  /** SHA-256 (FIPS 180-4) of the file, in hexadecimal. */
  readonly sha256: string;
  /** Size in bytes. */
  readonly size: number;
  /** Permission bits, e.g. 0o644; absent where the platform keeps none (Windows). */
  readonly mode?: number;
  /** Last modification, ms since 1970-01-01 UTC, with fractions. */
  readonly modified: number;
  /** When it was put into quarantine, ISO 8601 in UTC. */
  readonly quarantined: string;
  /** Ids of the rules that found something in it. */
  readonly rules: readonly string[];
  /** What was found in it, in the language that the user had then; absent where nothing was. May be hostile. */
  readonly reasons?: readonly string[];
}

const HASH = /^[0-9a-f]{64}$/;
const MOST_MODE = 0o7777;

/** Reads a manifest; `undefined` when it is not one, or is that of another entry. */
export function parseEntry(text: string, id: string): QuarantineEntry | undefined {
  try {
    const entry: unknown = JSON.parse(text);
    return isEntry(entry) && entry.id === id ? entry : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is QuarantineEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { version, id, site, path, sha256, size, mode, modified, quarantined, rules, reasons } = value as Partial<
    Record<keyof QuarantineEntry, unknown>
  >;
  return (
    version === 1 &&
    [id, site, path].every((each) => typeof each === 'string' && each !== '') &&
    typeof sha256 === 'string' &&
    HASH.test(sha256) &&
    isCount(size) &&
    (mode === undefined || (isCount(mode) && mode <= MOST_MODE)) &&
    Number.isFinite(modified) &&
    typeof quarantined === 'string' &&
    !Number.isNaN(Date.parse(quarantined)) &&
    isTexts(rules) &&
    (reasons === undefined || isTexts(reasons))
  );
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
