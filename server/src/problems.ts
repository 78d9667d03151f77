import { MOST_LINES } from './log/logReader';
import { count } from './numbers';
import { JobFailed } from './workerThread';
import { t } from './words';

/** Why a file or folder could not be read, in the user's language. */
export function describeProblem(error: unknown): string {
  switch (errorCode(error)) {
    case 'ENOENT':
      return t('The file was not found. It may have been moved, deleted, or removed by a virus scanner.');
    case 'EACCES':
    case 'EPERM':
      return t(
        'The file may not be read: its permissions forbid it. Hosts set permission 000 to lock dangerous files.',
      );
    case 'EFBIG':
      return t('The log is too large: it has more than {0} lines. Cut it into days and open those.', count(MOST_LINES));
    case 'EISDIR':
      return t('This is a folder, not a file.');
    case 'ENOTDIR':
      return t('This is a file, not a folder.');
    case 'EPACKING':
      return t('It is packed in a way that can’t be read here ({0}). Unpack it first.', messageOf(error));
    case 'EENCRYPTED':
      return t('It is protected by a password. Unpack it first with the password.');
    case 'ENESTED':
      return t('This is an archive within an archive. Unpack the outer one first.');
    case 'EDAMAGED':
      return t(
        'The archive is damaged or was cut short: logs at its end may be missing. Download it again if you can.',
      );
    case 'ECLEANCOPY':
      return messageOf(error);
    case 'EBOMB':
      return t('It was not read: it unpacks to far more than a log can be, as files made to crash programs do.');
    default:
      return t('The file could not be read: {0}', messageOf(error));
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function errorCode(error: unknown): string | undefined {
  if (error instanceof JobFailed) return error.code;
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
