import { SEVERITIES, type Finding, type Severity } from '../rules/finding';
import type { SitePathIndex } from '../site/pathIndex';
import { filesOfRequestPath } from '../site/requestPath';
import { isSuspiciousCall, severityWithCalls } from './calledSeverity';
import type { FileCalls } from './fileCalls';

/** A finding of a log tells of a file's calls already where it has at least this share of them. */
const MOST_OF_THEM = 0.5;

/** Calls of a file that the audit suspects, as one log has them. */
export interface SuspectCalls {
  /** Path in the audited folder. */
  readonly file: string;
  /** The most urgent thing that the audit says of it. */
  readonly finding: Finding;
  readonly calls: FileCalls;
  /** How urgent it is, the audit's and the log's word taken together. */
  readonly severity: Severity;
  /** The finding of the log that tells of most of these calls already: one abuse is told once. */
  readonly toldBy?: Finding;
}

/**
 * The files under suspicion (error or warning) that a log saw called, the most urgent first, of these the most called.
 * @param calls of files with findings
 * @param found what the audit found, by file
 * @param logFindings what was found in the log itself
 */
export function suspectCalls(
  calls: ReadonlyMap<string, FileCalls>,
  index: SitePathIndex,
  found: ReadonlyMap<string, readonly Finding[]>,
  logFindings: readonly Finding[],
): SuspectCalls[] {
  const suspects = [...calls].flatMap(([file, own]): SuspectCalls[] => {
    const findings = urgentOf(found.get(file) ?? []).filter((finding) => isSuspiciousCall(finding, own));
    const [finding] = findings;
    if (finding === undefined) return [];
    const toldBy = tellingFinding(logFindings, file, own, index);
    return [{ file, finding, calls: own, severity: severityWithCalls(findings, own), ...(toldBy && { toldBy }) }];
  });
  return suspects.toSorted(byUrgency);
}

/** The findings that make a file a suspect, the most urgent first. */
function urgentOf(findings: readonly Finding[]): Finding[] {
  return findings
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

function tellingFinding(
  logFindings: readonly Finding[],
  file: string,
  { requests }: FileCalls,
  index: SitePathIndex,
): Finding | undefined {
  return logFindings.find(
    ({ endpoints, count = 0 }) =>
      count >= requests * MOST_OF_THEM &&
      endpoints.length > 0 &&
      endpoints.every(({ path }) => filesOfRequestPath(index, path)[0] === file),
  );
}

function byUrgency(one: SuspectCalls, other: SuspectCalls): number {
  return (
    SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
    other.calls.requests - one.calls.requests ||
    (one.file < other.file ? -1 : 1)
  );
}
