import { t } from '../../words';
import { evidenceOfEvent, type Cause, type CauseFacts } from './cause';
import { missingFtp, missingRequests } from './missing';
import { gapEvents } from '../timeline/gapEvents';

/** Some other way, or one that the logs are too short to show: what is left where nothing else speaks for itself. */
export function unknownCause(facts: CauseFacts): Cause {
  const gaps = facts.traces === undefined ? [] : gapEvents(facts.traces);
  return {
    id: 'unknown',
    verdict: 'possible',
    evidence: gaps.map((event) => evidenceOfEvent(event)),
    missing: [
      ...new Set([
        ...missingRequests(facts),
        ...missingFtp(facts),
        t('Panels of hosts also log who logged in to them: ask whether somebody else did.'),
      ]),
    ],
  };
}
