import type { LogFile } from '../../log/logModel';
import type { OpenLog } from '../../logDocument';
import { MOST_FINDINGS_OF_LOG, type FoundInLog, type ReadLog } from '../../protocol';
import { terminalText } from '../../report/terminal';
import { SEVERITIES, type Finding } from '../../rules/finding';
import { shortened } from '../../shortened';
import { countFindings } from '../logFolder/countFindings';
import { filesOfFinding } from '../logFolder/filesOfFinding';
import type { UriOfLog } from '../logFolder/logUris';

/** A finding, and the line (from 1) of a log at which it is shown there. */
interface FoundFinding {
  readonly finding: Finding;
  readonly line: number;
}

/** Logs that were read together as the view of logs shows them, with how many findings concern each. */
export function readLogs(files: readonly LogFile[], findings: readonly Finding[], uriOf: UriOfLog): ReadLog[] {
  const byFile = new Map<string, FoundFinding[]>(files.map(({ name }) => [name, []]));
  for (const finding of findings) {
    for (const { file, line } of filesOfFinding(finding)) byFile.get(file)?.push({ finding, line });
  }
  return files.map((file) => readLog(file, byFile.get(file.name) ?? [], uriOf(file.name)));
}

/** The same of logs that are open, each of which was read alone. */
export function openReadLogs(logs: readonly OpenLog[]): ReadLog[] {
  return logs.flatMap(({ model, findings, uri }) => readLogs(model.files, findings, () => uri));
}

function readLog(
  { name, domain, format, entries, first, last, unreadable, damaged }: LogFile,
  found: readonly FoundFinding[],
  uri: string,
): ReadLog {
  return {
    uri,
    name: terminalText(name),
    ...(domain !== undefined && { domain: terminalText(domain) }),
    ...(format !== undefined && { format }),
    entries,
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    unreadable,
    isDamaged: damaged,
    findings: countFindings(found.map(({ finding }) => finding)),
    found: found.toSorted(byUrgency).slice(0, MOST_FINDINGS_OF_LOG).map(foundInLog),
  };
}

function byUrgency(one: FoundFinding, other: FoundFinding): number {
  return SEVERITIES.indexOf(one.finding.severity) - SEVERITIES.indexOf(other.finding.severity);
}

function foundInLog({ finding: { rule, severity, title }, line }: FoundFinding): FoundInLog {
  return { rule, severity, title: terminalText(shortened(title)), line: line - 1 };
}
