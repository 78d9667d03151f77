import { t } from '../../words';
import { isOfCompany } from '../timeline/witness';
import {
  against,
  causeByOpinion,
  evidenceFor,
  evidenceOfEvent,
  findingsBefore,
  type Cause,
  type CauseFacts,
} from './cause';
import { missingRequests } from './missing';

const TRIED: ReadonlySet<string> = new Set(['brute-force', 'password-spraying']);
/** Commands of FTP and mail: log-ins that are none of the site's program. */
const OTHER_SERVICES = new Set(['PASS', 'USER', 'AUTH']);
/** People who mistype their password do so up to three times. */
const FAILURES_OF_GUESSERS = 4;

/** Somebody had the password of the site's program (WordPress and the like). */
export function cmsAccount(facts: CauseFacts): Cause {
  const id = 'cms-account';
  const logIns = (facts.witnesses?.logIns ?? []).filter(({ service }) => service === 'site');
  const missing = missingRequests(facts);
  const tried = findingsBefore(facts, TRIED).filter(
    ({ endpoints }) => !endpoints.some(({ method }) => OTHER_SERVICES.has(method)),
  );
  if (logIns.length > 0) {
    const isShown = logIns.some(
      (each) => each.relation === 'same' || (isOfCompany(each) && each.failures >= FAILURES_OF_GUESSERS),
    );
    return {
      id,
      verdict: isShown ? 'shown' : 'possible',
      evidence: [...logIns.map(({ event }) => evidenceOfEvent(event)), ...tried.map(evidenceFor)],
      missing,
    };
  }
  if (!facts.hasRequests) {
    const text = t('The host holds it for likely that the password was stolen.');
    return { id, ...causeByOpinion(facts, 'cms-password-likely', text), missing };
  }
  const text =
    tried.length > 0
      ? t('Passwords were tried, but as far as the logs show none was right.')
      : t('The logs show nobody who guessed passwords. A stolen password would not show there.');
  return { id, verdict: 'unlikely', evidence: [...tried.map(evidenceFor), against(text)], missing };
}
