import { SEVERITIES } from '../rules/finding';
import { severityWithCalls } from './calledSeverity';
import { describeCalls } from './fileCalls';
import { stateOfFile } from './fileState';
import type { FilesInQuestion } from './filesInQuestion';
import type { IncidentFile } from './incident';
import type { IncidentSources } from './incidentSources';
import { keyOfListed } from './list/hostList';
import type { LogTraces } from './logTraces';

/** All that is known of the files of an incident, the most urgent first, of these the most called. */
export function describeFiles(files: FilesInQuestion, sources: IncidentSources, traces?: LogTraces): IncidentFile[] {
  const { notice, list, isEmpty = () => false } = sources;
  const facts = {
    index: files.copy,
    isEmpty,
    wasThere: (file: string) => files.removed.has(file),
    areLocked: notice?.measures.includes('files-locked') ?? false,
    isDeleted: (file: string) => traces?.transfers.get(file)?.isDeleted ?? false,
  };
  const listed = new Map(list?.files.map((file) => [keyOfListed(file), file]));
  const described = [...files.paths].map((file): IncidentFile => {
    const place = files.named.get(file);
    // The mail may name the domain of a path that the list has without it.
    const inList =
      place && (listed.get(keyOfListed(place.named)) ?? listed.get(keyOfListed({ path: place.named.path })));
    const findings = files.findings.get(file) ?? [];
    const calls = traces && describeCalls(traces.model, traces.requested, file);
    const isJudged = place !== undefined || files.removed.has(file);
    return {
      file,
      state: isJudged ? stateOfFile(place ?? { expected: file }, facts, calls) : 'present',
      ...(place && { named: place.named }),
      ...(inList && { listed: inList }),
      findings,
      ...(calls && { calls }),
      uploads: traces?.transfers.get(file)?.uploads ?? [],
      severity: place === undefined ? severityWithCalls(findings, calls) : 'error',
    };
  });
  return described.toSorted(byUrgency);
}

function byUrgency(one: IncidentFile, other: IncidentFile): number {
  return (
    SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
    (other.calls?.requests ?? 0) - (one.calls?.requests ?? 0) ||
    (one.file < other.file ? -1 : 1)
  );
}
