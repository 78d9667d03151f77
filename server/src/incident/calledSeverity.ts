import type { Finding, Severity } from '../rules/finding';
import type { FileCalls } from './fileCalls';

/** Most writing requests of somebody who looked by chance. */
const FEW_CALLS = 20;

/**
 * How urgent a file is that the audit accuses, once the logs are read: what it suspects and many writing requests called is to be
 * acted on; what nobody called can wait.
 * @param findings of the file, the most urgent first
 * @param calls `undefined` where no log saw it called
 */
export function severityWithCalls(findings: readonly Finding[], calls: FileCalls | undefined): Severity {
  const own = findings[0]?.severity ?? 'information';
  const writes = calls?.writers.reduce((sum, { count }) => sum + count, 0) ?? 0;
  return own === 'warning' && writes > FEW_CALLS ? 'error' : own;
}
