import type { ReportedFinding } from '../report/findingNetworks';
import type { Finding } from '../rules/finding';
import type { Incident } from './incident';
import { wantedTasks } from './tasks/wantedTasks';

/**
 * An incident as the command line prints it (docs/incident.md).
 * @param report gives findings the form that the JSON has them in
 */
export function incidentJson(incident: Incident, report: (findings: readonly Finding[]) => ReportedFinding[]): object {
  const { notice, files, logFindings, causes, events, mails, roots, questions } = incident;
  return {
    schema: 1,
    notice,
    files: files.map(({ findings, listed, calls, ...file }) => ({
      ...file,
      ...(calls && { calls: { ...calls, lines: undefined } }),
      ...(listed?.signature !== undefined && { signature: listed.signature }),
      findings: report(findings),
    })),
    findings: report(logFindings),
    causes,
    events,
    mails,
    tasks: wantedTasks(incident),
    roots,
    questions,
  };
}
