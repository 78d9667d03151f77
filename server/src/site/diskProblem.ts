import { t } from '../words';
import type { SiteProblem } from './siteModel';

/** The character that stands for bytes of a name that are not UTF-8; such a name can't be opened by its text. */
const REPLACEMENT_CHARACTER = '\uFFFD';

/** Says for the user why a file or folder could not be read. */
export function diskProblem(file: string, error: unknown): SiteProblem {
  if (file.includes(REPLACEMENT_CHARACTER)) {
    const message = t('Its name is not valid UTF-8, so it could not be opened. Rename it and run the audit again.');
    return { file, kind: 'unreadable', message };
  }
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return { file, kind: 'gone', message: t('It was moved or deleted while the audit was reading.') };
  }
  return { file, kind: 'unreadable', message: reason(code ?? String(error)) };
}

function reason(code: string): string {
  if (code === 'EACCES' || code === 'EPERM') return t('Its permissions do not allow reading it.');
  if (code === 'ENAMETOOLONG') return t('Its path is too long for this computer.');
  return t('It could not be read ({0}).', code);
}

/** The system's error code, e.g. `EACCES`; `undefined` for errors that have none. */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
