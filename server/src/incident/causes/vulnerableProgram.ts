import { ATTACK_KINDS } from '../../rules/log/match/attackKind';
import { t } from '../../words';
import { evidenceFor, findingsBefore, isOfCaller, type Cause, type CauseFacts } from './cause';

/** Requests that robots send to every site; they say little of this one. */
const AT_RANDOM: ReadonlySet<string> = new Set([
  'secret-file',
  'protocol-abuse',
  'header-injection',
  'session-fixation',
]);
const ATTACKS: ReadonlySet<string> = new Set(ATTACK_KINDS.filter((kind) => !AT_RANDOM.has(kind)));

/** A hole in a program of the site: attacks came before the files were used. */
export function vulnerableProgram(facts: CauseFacts): Cause {
  const attacks = findingsBefore(facts, ATTACKS);
  const ofCallers = attacks.filter((attack) => isOfCaller(facts, attack));
  const answered = attacks.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const evidence = (ofCallers.length > 0 ? ofCallers : answered).map(evidenceFor);
  if (ofCallers.length > 0) return { id: 'vulnerable-program', verdict: 'shown', evidence };
  if (answered.length > 0) return { id: 'vulnerable-program', verdict: 'possible', evidence };
  if (!facts.hasRequests) return { id: 'vulnerable-program', verdict: 'unknown', evidence: [] };
  const text = t(
    'The logs that were read show no attack that succeeded before. It may have come earlier than they reach back.',
  );
  return { id: 'vulnerable-program', verdict: 'unlikely', evidence: [{ speaks: 'against', text, places: [] }] };
}
