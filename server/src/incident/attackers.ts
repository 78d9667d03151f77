import type { ClientCount } from '../rules/finding';
import { isOwnProgram } from './causes/leftOverProgram';
import type { Incident } from './incident';

/** Nobody sends a form so often by hand. */
export const FEWEST_OF_ATTACKER = 20;

/**
 * Clients that did harm: those of urgent findings in the logs, and those that wrote to files that are to be acted on. Busiest first.
 */
export function attackersOf({ files, logFindings }: Incident): ClientCount[] {
  const counts = new Map<string, number>();
  const add = ({ address, count }: ClientCount): void => {
    counts.set(address, Math.max(count, counts.get(address) ?? 0));
  };
  for (const { severity, clients } of logFindings) if (severity === 'error') clients.forEach(add);
  for (const file of files) {
    const { severity, calls, findings } = file;
    // A page that the audit has nothing against may be named by the host and be called by everybody.
    if (severity !== 'error' || calls === undefined || findings.length === 0) continue;
    // Of the site's own forms visitors are users, too.
    const fewest = isOwnProgram(file) ? FEWEST_OF_ATTACKER : 1;
    calls.writers.filter(({ count }) => count >= fewest).forEach(add);
  }
  return [...counts].map(([address, count]) => ({ address, count })).toSorted((a, b) => b.count - a.count);
}
