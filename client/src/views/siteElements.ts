import type { Severity, SiteAuditResult, SiteFinding } from '../../../server/src/protocol';
import { groupBy } from '../groupBy';
import { bySeverity } from '../severityOrder';
import type { SiteAudit } from '../siteAudits';

/** How the tree orders the findings of a folder. */
export type Grouping = 'rule' | 'severity' | 'file';

/** An element of the tree: plain data, from which its item is made when it is shown. */
export type SiteElement =
  | { readonly kind: 'folder'; readonly audit: SiteAudit }
  | FindingGroup
  | { readonly kind: 'finding'; readonly audit: SiteAudit; readonly finding: SiteFinding; readonly grouping: Grouping }
  | { readonly kind: 'problems'; readonly audit: SiteAudit }
  | { readonly kind: 'problem'; readonly audit: SiteAudit; readonly problem: SiteAuditResult['problems'][number] }
  | { readonly kind: 'more'; readonly parent: SiteElement | undefined; readonly left: number };

/** Findings that have something in common. */
export interface FindingGroup {
  readonly kind: 'group';
  readonly audit: SiteAudit;
  readonly grouping: Grouping;
  /** Rule id, severity or path of the file. */
  readonly key: string;
  /** The most urgent of its findings. */
  readonly severity: Severity;
  readonly findings: readonly SiteFinding[];
}

/** The top of the tree: the folders, or what is in the only one. Nothing for a folder in which all is well. */
export function topElements(audits: readonly SiteAudit[], grouping: Grouping): SiteElement[] {
  const [only, ...others] = audits;
  if (only === undefined) return [];
  return others.length === 0 ? elementsOf(only, grouping) : audits.map((audit) => ({ kind: 'folder', audit }));
}

/** The children of an element, all of them. */
export function childElements(element: SiteElement, grouping: Grouping): SiteElement[] {
  switch (element.kind) {
    case 'folder':
      return elementsOf(element.audit, grouping);
    case 'group':
      return element.findings.map((finding) => ({ kind: 'finding', audit: element.audit, finding, grouping }));
    case 'problems':
      return element.audit.result.problems.map((problem) => ({ kind: 'problem', audit: element.audit, problem }));
    case 'finding':
    case 'problem':
    case 'more':
      return [];
  }
}

/** A name for an element that it keeps when the tree is drawn anew. */
export function elementId(element: SiteElement): string {
  const folder = element.kind === 'more' ? '' : element.audit.folder.toString();
  switch (element.kind) {
    case 'folder':
    case 'problems':
      return `${element.kind} ${folder}`;
    case 'group':
      return `group ${element.grouping} ${element.key} ${folder}`;
    case 'finding': {
      const { rule, file, line, column, title } = element.finding;
      return `finding ${element.grouping} ${JSON.stringify([rule, file, line, column, title])} ${folder}`;
    }
    case 'problem':
      return `problem ${JSON.stringify(element.problem)} ${folder}`;
    case 'more':
      return `more ${parentId(element.parent)}`;
  }
}

function elementsOf(audit: SiteAudit, grouping: Grouping): SiteElement[] {
  const { findings, problems } = audit.result;
  const groups = [...groupBy(findings, (finding) => keyOf(finding, grouping))].map(([key, found]): FindingGroup => {
    const sorted = found.toSorted(bySeverity);
    return { kind: 'group', audit, grouping, key, severity: sorted[0]!.severity, findings: sorted };
  });
  return [...groups.toSorted(bySeverity), ...(problems.length > 0 ? [{ kind: 'problems', audit } as const] : [])];
}

function keyOf(finding: SiteFinding, grouping: Grouping): string {
  return finding[grouping];
}

/** The id of an element that has children, of the tree itself where there is none. */
export function parentId(element: SiteElement | undefined): string {
  return element === undefined ? 'top' : elementId(element);
}
