import { t } from '../../../words';
import { NoArchive } from '../../archive/members';
import { diskProblem, errorCode } from '../../diskProblem';

/** A clean copy can't be compared with; the message says why, in the user's language. */
export class CleanCopyError extends Error {
  override readonly name = 'CleanCopyError';
  /** Tells it from errors of the disk where only code and message come through, as from worker threads. */
  readonly code = 'ECLEANCOPY';

  constructor(path: string, cause: unknown) {
    super(t('The clean copy can’t be used: {0}', reasonOf(path, cause)), { cause });
  }
}

function reasonOf(path: string, cause: unknown): string {
  if (cause instanceof NoArchive) return t('It is neither a folder nor an archive that can be read.');
  if (errorCode(cause) === 'ENOENT') return t('There is no such file or folder.');
  if (errorCode(cause) !== undefined) return diskProblem(path, cause).message;
  return cause instanceof Error ? cause.message : String(cause);
}
