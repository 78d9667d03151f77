import type { Finding, Severity } from '../rules/finding';
import type { FileCalls } from './fileCalls';

/** Most writing requests of somebody who looked by chance, or who sends a form. */
const FEW_CALLS = 20;
/** What is said of programs that visitors of the site use: many calls of these are no sign of abuse, unless one address made them. */
const FOR_VISITORS: ReadonlySet<string> = new Set(['unprotected-mailer']);

/**
 * How urgent a file is that the audit accuses, once the logs are read: what it suspects and many writing requests called is to be
 * acted on; what nobody called can wait.
 * @param findings of the file, the most urgent first
 * @param calls `undefined` where no log saw it called
 */
export function severityWithCalls(findings: readonly Finding[], calls: FileCalls | undefined): Severity {
  const own = findings[0]?.severity ?? 'information';
  if (own !== 'warning' || calls === undefined) return own;
  return findings.some((finding) => finding.severity === 'warning' && isAbused(finding, calls)) ? 'error' : own;
}

/** Whether calls of a file say more than that it is there to be called. */
export function isSuspiciousCall(finding: Finding, calls: FileCalls): boolean {
  return !FOR_VISITORS.has(finding.rule) || isAbused(finding, calls);
}

function isAbused({ rule }: Finding, { writers }: FileCalls): boolean {
  // The busiest stands first.
  const counted = FOR_VISITORS.has(rule) ? writers.slice(0, 1) : writers;
  return counted.reduce((sum, { count }) => sum + count, 0) > FEW_CALLS;
}
