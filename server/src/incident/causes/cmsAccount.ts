import { t } from '../../words';
import { evidenceFor, findingsBefore, isOfCaller, type Cause, type CauseFacts } from './cause';

const GUESSED: ReadonlySet<string> = new Set(['login-after-failures']);
const TRIED: ReadonlySet<string> = new Set(['brute-force', 'password-spraying']);
/** Commands of FTP and mail: log-ins that are none of the site's program. */
const OTHER_SERVICES = new Set(['PASS', 'USER', 'AUTH']);

/** Somebody had the password of the site's program (WordPress and the like). */
export function cmsAccount(facts: CauseFacts): Cause {
  const ofSite = (rules: ReadonlySet<string>) =>
    findingsBefore(facts, rules).filter(({ endpoints }) => !endpoints.some(({ method }) => OTHER_SERVICES.has(method)));
  const guessed = ofSite(GUESSED);
  const tried = ofSite(TRIED);
  const evidence = [...guessed, ...tried].map(evidenceFor);
  if (guessed.length > 0) {
    return {
      id: 'cms-account',
      verdict: guessed.some((each) => isOfCaller(facts, each)) ? 'shown' : 'possible',
      evidence,
    };
  }
  if (!facts.hasRequests) return { id: 'cms-account', verdict: 'unknown', evidence: [] };
  const text =
    tried.length > 0
      ? t('Passwords were tried, but as far as the logs show none was right.')
      : t('The logs show nobody who guessed passwords. A stolen password would not show there.');
  return { id: 'cms-account', verdict: 'unlikely', evidence: [...evidence, { speaks: 'against', text, places: [] }] };
}
