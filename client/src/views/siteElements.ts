import type { Severity, SiteAuditResult, SiteFinding } from '../../../server/src/protocol';
import { groupBy } from '../groupBy';
import { bySeverity } from '../severityOrder';
import type { SiteAudit } from '../siteAudits';

/** How the tree orders the findings of a folder. */
export type Grouping = 'rule' | 'severity' | 'file' | 'folder';

/** All ways to order them. */
export const GROUPINGS: readonly Grouping[] = ['rule', 'severity', 'file', 'folder'];

/** An element of the tree: plain data, from which its item is made when it is shown. */
export type SiteElement =
  | { readonly kind: 'folder'; readonly audit: SiteAudit }
  | FindingGroup
  | FindingElement
  | { readonly kind: 'problems'; readonly audit: SiteAudit }
  | { readonly kind: 'problem'; readonly audit: SiteAudit; readonly problem: SiteAuditResult['problems'][number] }
  | { readonly kind: 'more'; readonly parent: SiteElement | undefined; readonly left: number };

/** A finding, among those of its group. */
export interface FindingElement {
  readonly kind: 'finding';
  readonly audit: SiteAudit;
  readonly finding: SiteFinding;
  readonly grouping: Grouping;
}

/** Findings that have something in common. */
export interface FindingGroup {
  readonly kind: 'group';
  readonly audit: SiteAudit;
  readonly grouping: Grouping;
  /** Rule id, severity, path of the file, or path of its folder (empty for the site's own). */
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

/** The element below which an element lies; `undefined` for those at the top. */
export function parentElement(
  element: SiteElement,
  audits: readonly SiteAudit[],
  grouping: Grouping,
): SiteElement | undefined {
  switch (element.kind) {
    case 'folder':
      return undefined;
    case 'group':
    case 'problems':
      return audits.length > 1 ? { kind: 'folder', audit: element.audit } : undefined;
    case 'finding': {
      const key = keyOf(element.finding, grouping);
      return elementsOf(element.audit, grouping).find((each) => each.kind === 'group' && each.key === key);
    }
    case 'problem':
      return { kind: 'problems', audit: element.audit };
    case 'more':
      return element.parent;
  }
}

/** All findings, in the order in which the tree has them. */
export function findingElements(audits: readonly SiteAudit[], grouping: Grouping): FindingElement[] {
  return audits
    .flatMap((audit) => elementsOf(audit, grouping))
    .flatMap((element) => childElements(element, grouping))
    .filter((element) => element.kind === 'finding');
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
  if (grouping !== 'folder') return finding[grouping];
  const { file } = finding;
  return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}

/** The id of an element that has children, of the tree itself where there is none. */
export function parentId(element: SiteElement | undefined): string {
  return element === undefined ? 'top' : elementId(element);
}
