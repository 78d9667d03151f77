import { t } from '../../words';
import { evidenceFor, findingsBefore, isOfCaller, type Cause, type CauseEvidence, type CauseFacts } from './cause';

const GUESSED: ReadonlySet<string> = new Set(['login-after-failures']);
/** FTP commands of a log-in (RFC 959 §4.1.1). */
const LOG_IN = new Set(['PASS', 'USER']);

/** Somebody had the password of FTP: the bad files were uploaded by it. */
export function ftpAccount(facts: CauseFacts): Cause {
  const uploads = facts.files.flatMap(({ file, uploads: own }) =>
    own.map(({ client = '?', user = '?', time, place }): CauseEvidence => ({
      speaks: 'for',
      text: t('{0} was uploaded by FTP from {1} as user {2}.', file, client, user),
      ...(time !== undefined && { time }),
      places: [place],
    })),
  );
  const guessed = findingsBefore(facts, GUESSED).filter(({ endpoints }) =>
    endpoints.some(({ method }) => LOG_IN.has(method)),
  );
  const evidence = [...guessed.map(evidenceFor), ...uploads];
  if (uploads.length > 0) return { id: 'ftp-account', verdict: 'shown', evidence };
  if (guessed.length > 0) {
    return {
      id: 'ftp-account',
      verdict: guessed.some((each) => isOfCaller(facts, each)) ? 'shown' : 'possible',
      evidence,
    };
  }
  if (!facts.hasFtp) return { id: 'ftp-account', verdict: 'unknown', evidence: [] };
  const text = t('The FTP log that was read has no upload of any of the files.');
  return { id: 'ftp-account', verdict: 'unlikely', evidence: [{ speaks: 'against', text, places: [] }] };
}
