import type { PublishedFiles } from './publishedFiles';

/** More files no release has; WordPress 6 has some 3,000. */
const MOST_FILES = 50_000;
const LONGEST_PATH = 1000;
const MD5 = /^[0-9a-f]{32}$/;
/** Absolute paths, and such as lead out of their folder. */
const LEADS_OUT = /^\/|\\|(?:^|\/)\.\.?(?:\/|$)/;

/**
 * Reads the checksums of a release of WordPress, as https://api.wordpress.org/core/checksums/1.0/ gives them:
 * `{ "checksums": { "wp-load.php": "…" } }`.
 * @returns `undefined` when this is none, as for a version that there never was
 */
export function readCoreChecksums(text: string): PublishedFiles['files'] | undefined {
  return filesOf(propertyOf(parseJson(text), 'checksums'), (checksum) => checksum);
}

/**
 * Reads those of a plug-in, as https://downloads.wordpress.org/plugin-checksums/ gives them:
 * `{ "files": { "akismet.php": { "md5": "…" } } }`, where a file that was changed after its release has a list of checksums.
 */
export function readPluginChecksums(text: string): PublishedFiles['files'] | undefined {
  return filesOf(propertyOf(parseJson(text), 'files'), (checksums) => propertyOf(checksums, 'md5'));
}

/** A single odd entry makes all of it doubtful: half of a list would accuse the other half of the site. */
function filesOf(list: unknown, checksumsOf: (entry: unknown) => unknown): PublishedFiles['files'] | undefined {
  if (!isRecord(list)) return undefined;
  const entries = Object.entries(list);
  if (entries.length === 0 || entries.length > MOST_FILES) return undefined;
  const files: [string, readonly string[]][] = [];
  for (const [path, entry] of entries) {
    const checksums = [checksumsOf(entry)].flat().map(md5Of);
    if (!isPathWithin(path) || checksums.length === 0 || checksums.includes('')) return undefined;
    files.push([path, checksums]);
  }
  return Object.fromEntries(files);
}

/** '' for what is none. */
function md5Of(checksum: unknown): string {
  const text = typeof checksum === 'string' ? checksum.toLowerCase() : '';
  return MD5.test(text) ? text : '';
}

function isPathWithin(path: string): boolean {
  return path !== '' && path !== '__proto__' && path.length <= LONGEST_PATH && !LEADS_OUT.test(path);
}

function propertyOf(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
