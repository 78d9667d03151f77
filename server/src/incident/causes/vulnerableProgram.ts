import { ATTACK_KINDS } from '../../rules/log/match/attackKind';
import { t } from '../../words';
import type { Attack } from '../timeline/exploitEvents';
import { isOfCompany } from '../timeline/witness';
import type { Write } from '../timeline/writeEvents';
import { against, causeByOpinion, evidenceOfEvent, type Cause, type CauseEvidence, type CauseFacts } from './cause';
import { missingRequests } from './missing';

/** Requests that robots send to every site; they say little of this one. */
const AT_RANDOM: ReadonlySet<string> = new Set([
  'secret-file',
  'protocol-abuse',
  'header-injection',
  'session-fixation',
]);
const ATTACKS: ReadonlySet<string> = new Set(ATTACK_KINDS.filter((kind) => !AT_RANDOM.has(kind)));

/** A hole in a program of the site: attacks came before the files were used, or something was sent to a program just before. */
export function vulnerableProgram(facts: CauseFacts): Cause {
  const id = 'vulnerable-program';
  const { attacks = [], writes = [] } = facts.witnesses ?? {};
  const missing = missingRequests(facts);
  const telling = attacks.filter(isTelling);
  // What came through another bad file says how that one was used, not how somebody got in.
  const entries = writes.filter(({ through, event }) => through === undefined && event.certainty === 'likely');
  const evidence = withoutTwins([...telling, ...entries].map(({ event }) => evidenceOfEvent(event)));
  if (telling.some(isShown)) return { id, verdict: 'shown', evidence, missing };
  const isPossible = evidence.length > 0 && !isOnlyWork(facts, telling, entries);
  if (isPossible) return { id, verdict: 'possible', evidence, missing };
  if (!facts.hasRequests) {
    const text = t('The host holds it for likely that a hole in a program was used.');
    return { id, ...causeByOpinion(facts, 'program-likely', text), missing };
  }
  const text = t(
    'The logs that were read show no attack that succeeded before. It may have come earlier than they reach back.',
  );
  return { id, verdict: 'unlikely', evidence: [against(text)], missing };
}

function isTelling(attack: Attack): boolean {
  return ATTACKS.has(attack.attackKind) && (isOfCompany(attack) || attack.isSuccessful);
}

/** Whoever used the files attacked before, and was answered: a request that was refused let nobody in. */
function isShown(attack: Attack): boolean {
  return isOfCompany(attack) && (attack.isAnswered || attack.isSuccessful);
}

/** Who has logged in sends much to the programs of the site: that needs no hole. */
function isOnlyWork({ witnesses }: CauseFacts, telling: readonly Attack[], entries: readonly Write[]): boolean {
  return (
    telling.length === 0 &&
    entries.length > 0 &&
    witnesses!.logIns.some((each) => each.service === 'site' && isOfCompany(each))
  );
}

/** The last thing that was sent is often one of the attacks. */
function withoutTwins(evidence: readonly CauseEvidence[]): CauseEvidence[] {
  const seen = new Set<string>();
  return evidence.filter(({ places }) => {
    const lines = places.map(({ file, line }) => `${file}:${line}`);
    const isNew = lines.some((line) => !seen.has(line));
    for (const line of lines) seen.add(line);
    return isNew;
  });
}
