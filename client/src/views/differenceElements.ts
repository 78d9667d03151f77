import type { SiteDifferences } from '../../../server/src/protocol';
import type { SiteAudit } from '../siteAudits';

/** Kinds of differences, in the order in which they are worth a look. */
const DIFFERENCE_KINDS = ['changed', 'added', 'missing', 'lineEndings'] as const;

export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** An audit of a site that was compared with a clean copy. */
export interface ComparedAudit {
  readonly audit: SiteAudit;
  readonly differences: SiteDifferences;
}

/** An element of the tree of differences: plain data, from which its item is made when it is shown. */
export type DifferenceElement =
  | (ComparedAudit & { readonly kind: 'site' })
  | DifferenceGroup
  | DifferingFile
  | { readonly kind: 'left'; readonly group: DifferenceGroup; readonly left: number };

/** Files that differ in the same way. */
export interface DifferenceGroup extends ComparedAudit {
  readonly kind: 'group';
  readonly of: DifferenceKind;
}

export interface DifferingFile extends ComparedAudit {
  readonly kind: 'differing';
  readonly of: DifferenceKind;
  /** Path from the audited folder on, with `/`. */
  readonly file: string;
}

/** Files of a group that are shown; VS Code draws no long list page by page. */
const MOST_SHOWN = 1000;

/** The sites that were compared; of a single one what is in it. */
export function topDifferences(audits: readonly SiteAudit[]): DifferenceElement[] {
  const compared = audits.flatMap((audit): ComparedAudit[] => {
    const { differences } = audit.result;
    return differences === undefined ? [] : [{ audit, differences }];
  });
  const [only, ...others] = compared;
  if (only === undefined) return [];
  return others.length === 0 ? groupsOf(only) : compared.map((each) => ({ kind: 'site', ...each }));
}

/** What is below an element. */
export function childDifferences(element: DifferenceElement): DifferenceElement[] {
  switch (element.kind) {
    case 'site':
      return groupsOf(element);
    case 'group':
      return filesOf(element);
    case 'differing':
    case 'left':
      return [];
  }
}

/** Path of a file in the clean copy, as it stands below the folder or within the archive. */
export function pathInCopy({ folder, copy }: SiteDifferences, file: string): string {
  const below = folder === '' ? file : file.slice(folder.length + 1);
  return copy.folder === '' ? below : `${copy.folder}/${below}`;
}

/** The kinds of which there are any. */
function groupsOf({ audit, differences }: ComparedAudit): DifferenceGroup[] {
  return DIFFERENCE_KINDS.filter((of) => differences[of].count > 0).map((of) => ({
    kind: 'group',
    audit,
    differences,
    of,
  }));
}

function filesOf(group: DifferenceGroup): DifferenceElement[] {
  const { audit, differences, of } = group;
  const { files, count } = differences[of];
  const shown = files.slice(0, MOST_SHOWN);
  const elements = shown.map((file): DifferingFile => ({ kind: 'differing', audit, differences, of, file }));
  const left = count - shown.length;
  return left === 0 ? elements : [...elements, { kind: 'left', group, left }];
}
