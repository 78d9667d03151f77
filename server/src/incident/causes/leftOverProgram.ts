import type { IncidentFile } from '../incident';
import type { MailSupport } from '../mails/mailSupport';
import { comparisonText, supportText } from '../mails/mailWords';
import { t } from '../../words';
import { against, type Cause, type CauseEvidence, type CauseFacts } from './cause';

/** Findings of programs that the owner put there himself and that others can use. */
const OWN_PROGRAM: ReadonlySet<string> = new Set(['orphaned-mailer', 'unprotected-mailer', 'dangerous-tool']);

/** Whether a file is a program of the site's own that was abused, and nothing that a stranger put there. */
export function isOwnProgram({ findings }: IncidentFile): boolean {
  return findings.length > 0 && findings.every(({ rule }) => OWN_PROGRAM.has(rule));
}

/** A program of the site itself was abused: a form that nobody thought of any more. Nobody had to get in for that. */
export function leftOverProgram({ files, hasRequests, mails }: CauseFacts): Cause {
  const abused = files.filter(
    (file) => isOwnProgram(file) && file.calls !== undefined && file.calls.writers.length > 0,
  );
  const evidence = abused.map(({ findings, calls }) => {
    // Whoever only looked at the form did no harm.
    const time = calls!.firstWrite ?? calls!.first;
    return {
      speaks: 'for' as const,
      text: findings[0]!.title,
      ...(time !== undefined && { time }),
      places: [...findings[0]!.places.slice(0, 1), ...calls!.places.slice(0, 1)],
    };
  });
  if (evidence.length > 0) {
    const all = [...evidence, ...mailEvidence(mails)];
    return { id: 'left-over-program', verdict: 'shown', evidence: all, missing: [] };
  }
  if (!hasRequests) return { id: 'left-over-program', verdict: 'unknown', evidence: [], missing: [] };
  const text = t('No program of the site that anybody could use was called by strangers.');
  return { id: 'left-over-program', verdict: 'unlikely', evidence: [against(text)], missing: [] };
}

/** Whether what was sent to forms explains as many mails as the host counted. */
function mailEvidence(mails: MailSupport | undefined): CauseEvidence[] {
  if (mails?.counted === undefined || mails.comparison === undefined) return [];
  const [busiest] = mails.programs;
  const text = `${supportText(mails)} ${comparisonText(mails.comparison, mails.counted)}`;
  return [{ speaks: mails.comparison === 'more' ? 'against' : 'for', text, places: busiest?.places.slice(0, 1) ?? [] }];
}
