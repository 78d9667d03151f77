import type { LogFile } from '../../log/logModel';
import type { OpenLog } from '../../logDocument';
import type { ReadLog } from '../../protocol';
import { terminalText } from '../../report/terminal';
import type { Finding } from '../../rules/finding';
import { countFindings } from '../logFolder/countFindings';
import { filesOfFinding } from '../logFolder/filesOfFinding';
import type { UriOfLog } from '../logFolder/logUris';

/** Logs that were read together as the view of logs shows them, with how many findings concern each. */
export function readLogs(files: readonly LogFile[], findings: readonly Finding[], uriOf: UriOfLog): ReadLog[] {
  const byFile = new Map<string, Finding[]>(files.map(({ name }) => [name, []]));
  for (const finding of findings) {
    for (const { file } of filesOfFinding(finding)) byFile.get(file)?.push(finding);
  }
  return files.map((file) => readLog(file, byFile.get(file.name) ?? [], uriOf(file.name)));
}

/** The same of logs that are open, each of which was read alone. */
export function openReadLogs(logs: readonly OpenLog[]): ReadLog[] {
  return logs.flatMap(({ model, findings, uri }) => readLogs(model.files, findings, () => uri));
}

function readLog(
  { name, domain, format, entries, first, last, unreadable, damaged }: LogFile,
  findings: readonly Finding[],
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
    findings: countFindings(findings),
  };
}
