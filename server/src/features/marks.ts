import type { OpenLog } from '../logDocument';
import type { LogMarks } from '../protocol';
import { linesIn, SEVERITIES, type Severity } from '../rules/finding';

/** The marks of a log without findings, or without a reading. */
export const NO_MARKS: LogMarks = { error: [], warning: [], information: [], hint: [] };

/** The lines of all findings, each under the most urgent one it belongs to, adjoining lines joined. */
export function logMarks(log: OpenLog): LogMarks {
  const rank = new Uint8Array(log.model.table.lines + 1);
  // The least urgent first, so that the more urgent overwrite them; 0 is no mark.
  for (const finding of log.findings.toReversed()) {
    for (const line of linesIn(finding, log.name)) rank[line] = SEVERITIES.indexOf(finding.severity) + 1;
  }
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
