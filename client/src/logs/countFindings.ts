import type { ReadLog, Severity } from '../../../server/src/protocol';
import { SEVERITIES } from '../severityOrder';

/** How many findings there are, by severity. */
type FindingCounts = Readonly<Record<Severity, number>>;

/** Logs that were read together, and what was found in all of them. */
interface LogsTogether {
  readonly logs: readonly Pick<ReadLog, 'uri'>[];
  readonly findings: FindingCounts;
}

/** The findings of logs that were read together, and those of each of the logs that belong to none of these. */
export function countFindings(
  together: readonly LogsTogether[],
  all: readonly Pick<ReadLog, 'uri' | 'findings'>[],
): FindingCounts {
  const covered = new Set(together.flatMap(({ logs }) => logs.map(({ uri }) => uri)));
  const alone = all.filter(({ uri }) => !covered.has(uri));
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { findings } of [...together, ...alone]) {
    for (const severity of SEVERITIES) counts[severity] += findings[severity];
  }
  return counts;
}
