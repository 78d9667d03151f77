import type { IncidentFileItem, Severity, SiteFinding } from '../../../server/src/protocol';
import { groupBy } from '../groupBy';
import { bySeverity } from '../severityOrder';
import type { ListedSite } from './listedSites';

/** How the tree orders the findings of a folder. */
export type Grouping = 'rule' | 'severity' | 'file' | 'folder';

/** All ways to order them. */
export const GROUPINGS: readonly Grouping[] = ['rule', 'severity', 'file', 'folder'];

/** Findings and files that have something in common. */
export interface FindingGroup {
  readonly kind: 'group';
  readonly audit: ListedSite;
  readonly grouping: Grouping;
  /** Rule id, severity, path of the file, or path of its folder; empty for the site's own folder, and for no rule. */
  readonly key: string;
  /** The most urgent of what is in it. */
  readonly severity: Severity;
  readonly findings: readonly SiteFinding[];
  /** Files that the host names and in which nothing was found; of a group by file none, as it is the file itself. */
  readonly files: readonly IncidentFileItem[];
  /** Of a group by file: what the incident knows of it. */
  readonly file?: IncidentFileItem;
}

/** The groups of a site, the most urgent first. */
export function groupsOf(audit: ListedSite, grouping: Grouping): FindingGroup[] {
  const { result, bare, incident } = audit;
  const findings = groupBy(result.findings, (finding) => keyOf(finding, grouping));
  const files = groupBy(bare, (file) => keyOf(file, grouping));
  const groups = [...new Set([...findings.keys(), ...files.keys()])].map((key): FindingGroup => {
    const found = (findings.get(key) ?? []).toSorted(bySeverity);
    const named = files.get(key) ?? [];
    const file = grouping === 'file' ? incident?.files.get(key) : undefined;
    const [mostUrgent] = [...found.slice(0, 1), ...named, ...(file ? [file] : [])].toSorted(bySeverity);
    return {
      kind: 'group',
      audit,
      grouping,
      key,
      severity: mostUrgent!.severity,
      findings: found,
      files: grouping === 'file' ? [] : named,
      ...(file && { file }),
    };
  });
  return groups.toSorted((one, other) => bySeverity(one, other) || byCalls(one, other));
}

/** The group that a finding, or a file in which nothing was found, is in. */
export function groupOf(
  audit: ListedSite,
  member: SiteFinding | IncidentFileItem,
  grouping: Grouping,
): FindingGroup | undefined {
  const key = keyOf(member, grouping);
  return groupsOf(audit, grouping).find((group) => group.key === key);
}

/** Of files that are equally urgent, the ones first that were called more. */
function byCalls(one: FindingGroup, other: FindingGroup): number {
  return (other.file?.requests ?? 0) - (one.file?.requests ?? 0);
}

function keyOf(member: SiteFinding | IncidentFileItem, grouping: Grouping): string {
  switch (grouping) {
    case 'rule':
      return 'rule' in member ? member.rule : '';
    case 'severity':
      return member.severity;
    case 'file':
      return member.file;
    case 'folder':
      return member.file.slice(0, Math.max(0, member.file.lastIndexOf('/')));
  }
}
