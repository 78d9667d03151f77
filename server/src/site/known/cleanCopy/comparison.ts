import type { Disk } from '../../../disk';
import type { SiteFile, SiteOptions } from '../../siteModel';
import { CleanCopyError } from './cleanCopyError';
import { compareWithCleanCopy, type CleanComparison } from './compare';
import { readCleanCopy } from './readCleanCopy';

/**
 * How the files of a site differ from the clean copy that the options name; `undefined` where they name none. Rejects with
 * `CleanCopyError` and with the signal's reason.
 * @param root the audited folder, as the disk names it.
 */
export async function comparisonOf(
  disk: Disk,
  root: string,
  files: readonly SiteFile[],
  { cleanCopy, exclude, signal }: Pick<SiteOptions, 'cleanCopy' | 'exclude' | 'signal'>,
): Promise<CleanComparison | undefined> {
  if (cleanCopy === undefined) return undefined;
  try {
    const copy = await readCleanCopy(disk, cleanCopy, signal);
    return await compareWithCleanCopy(disk, root, files, copy, { exclude, signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw new CleanCopyError(cleanCopy, error);
  }
}
