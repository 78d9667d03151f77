import type { ClientCount } from '../rules/finding';
import type { Incident } from './incident';

/**
 * Clients that did harm: those of urgent findings in the logs, and those that wrote to files that are to be acted on. Busiest first.
 */
export function attackersOf({ files, logFindings }: Incident): ClientCount[] {
  const counts = new Map<string, number>();
  const add = ({ address, count }: ClientCount): void => {
    counts.set(address, Math.max(count, counts.get(address) ?? 0));
  };
  for (const { severity, clients } of logFindings) if (severity === 'error') clients.forEach(add);
  for (const { severity, calls, findings } of files) {
    // A page that the audit has nothing against may be named by the host and be called by everybody.
    if (severity === 'error' && findings.length > 0) calls?.writers.forEach(add);
  }
  return [...counts].map(([address, count]) => ({ address, count })).toSorted((a, b) => b.count - a.count);
}
