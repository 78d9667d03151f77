import type { OpenLog } from '../logDocument';
import type { LogMarks } from '../protocol';
import { linesIn, SEVERITIES, type Severity } from '../rules/finding';

/** The marks of a log without findings, or without a reading. */
export const NO_MARKS: LogMarks = { error: [], warning: [], information: [], hint: [] };

/** Worked out once for each reading of a log. */
const known = new WeakMap<OpenLog, Uint8Array>();

/**
 * For each line (from 1) of a log the rank of the most urgent finding it belongs to: its place in `SEVERITIES` and one more; 0
 * where it belongs to none.
 */
export function lineRanks(log: OpenLog): Uint8Array {
  const ranks = known.get(log) ?? ranksOf(log);
  known.set(log, ranks);
  return ranks;
}

function ranksOf(log: OpenLog): Uint8Array {
  const ranks = new Uint8Array(log.model.table.lines + 1);
  // The least urgent first, so that the more urgent overwrite them.
  for (const finding of log.findings.toReversed()) {
    for (const line of linesIn(finding, log.name)) ranks[line] = SEVERITIES.indexOf(finding.severity) + 1;
  }
  return ranks;
}

/** The lines of all findings, each under the most urgent one it belongs to, adjoining lines joined. */
export function logMarks(log: OpenLog): LogMarks {
  const rank = lineRanks(log);
  const marks: Record<Severity, number[]> = { error: [], warning: [], information: [], hint: [] };
  for (let line = 1; line < rank.length; line++) {
    const severity = SEVERITIES[rank[line]! - 1];
    if (severity === undefined) continue;
    const first = line;
    while (rank[line + 1] === rank[first]) line++;
    marks[severity].push(first - 1, line - 1);
  }
  return marks;
}
