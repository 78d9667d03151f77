import type { Disk } from '../disk';
import { EMPTY_ALLOW_LIST, readAllowList, type AllowList } from '../rules/allowList';
import { t } from '../words';

/** More is no list that somebody wrote. */
const LARGEST_FILE = 1024 * 1024;

/**
 * The allow-list in a file: JSON of the same shape as the settings, `{ "addresses": […], "paths": […], "agents": […] }`, each
 * part optional. Rejects for anything else: what was meant to be left out must not be reported for a slip of the pen.
 * @param file `undefined` where no file was named: nothing is allowed
 */
export async function readAllowFile(disk: Disk, file: string | undefined): Promise<AllowList> {
  if (file === undefined) return EMPTY_ALLOW_LIST;
  const written = parseJson(new TextDecoder().decode(await disk.read(file, LARGEST_FILE)));
  if (!isAllowList(written)) {
    throw new Error(t('Expected JSON with the lists “addresses”, “paths” and “agents”, each of texts.'));
  }
  return readAllowList(written);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isAllowList(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([key, list]) =>
      Object.hasOwn(EMPTY_ALLOW_LIST, key) && Array.isArray(list) && list.every((each) => typeof each === 'string'),
  );
}
