import type {
  IncidentFact,
  IncidentFileItem,
  SiteAuditResult,
  SiteFinding,
  SiteProduct,
} from '../../../server/src/protocol';
import type { ListedSite } from './listedSites';
import { groupOf, groupsOf, type FindingGroup, type Grouping } from './siteGroups';

/** An element of the tree: plain data, from which its item is made when it is shown. */
export type SiteElement =
  | { readonly kind: 'folder'; readonly audit: ListedSite }
  | FindingGroup
  | FindingElement
  | FileElement
  | FileFactElement
  | { readonly kind: 'problems'; readonly audit: ListedSite }
  | { readonly kind: 'problem'; readonly audit: ListedSite; readonly problem: SiteAuditResult['problems'][number] }
  | { readonly kind: 'products'; readonly audit: ListedSite; readonly products: readonly SiteProduct[] }
  | { readonly kind: 'product'; readonly audit: ListedSite; readonly product: SiteProduct }
  | { readonly kind: 'more'; readonly parent: SiteElement | undefined; readonly left: number };

/** A finding, among those of its group. */
export interface FindingElement {
  readonly kind: 'finding';
  readonly audit: ListedSite;
  readonly finding: SiteFinding;
  readonly grouping: Grouping;
}

/** A file that the host names and in which nothing was found, among those of its group. */
export interface FileElement {
  readonly kind: 'file';
  readonly audit: ListedSite;
  readonly file: IncidentFileItem;
  readonly grouping: Grouping;
}

/** A sentence about a file. */
export interface FileFactElement {
  readonly kind: 'fact';
  readonly parent: FileElement | FindingGroup;
  readonly fact: IncidentFact;
}

/** The top of the tree: the folders, or what is in the only one. Nothing for a folder in which all is well. */
export function topElements(audits: readonly ListedSite[], grouping: Grouping): SiteElement[] {
  const [only, ...others] = audits;
  if (only === undefined) return [];
  return others.length === 0 ? elementsOf(only, grouping) : audits.map((audit) => ({ kind: 'folder', audit }));
}

/** The children of an element, all of them. */
export function childElements(element: SiteElement, grouping: Grouping): SiteElement[] {
  switch (element.kind) {
    case 'folder':
      return elementsOf(element.audit, grouping);
    case 'group': {
      const { audit, findings, files } = element;
      return [
        ...factsOf(element, element.file),
        ...findings.map((finding): FindingElement => ({ kind: 'finding', audit, finding, grouping })),
        ...files.map((file): FileElement => ({ kind: 'file', audit, file, grouping })),
      ];
    }
    case 'file':
      return factsOf(element, element.file);
    case 'problems':
      return element.audit.result.problems.map((problem) => ({ kind: 'problem', audit: element.audit, problem }));
    case 'products':
      return element.products.map((product) => ({ kind: 'product', audit: element.audit, product }));
    case 'finding':
    case 'fact':
    case 'problem':
    case 'product':
    case 'more':
      return [];
  }
}

/** The element below which an element lies; `undefined` for those at the top. */
export function parentElement(
  element: SiteElement,
  audits: readonly ListedSite[],
  grouping: Grouping,
): SiteElement | undefined {
  switch (element.kind) {
    case 'folder':
      return undefined;
    case 'group':
    case 'problems':
    case 'products':
      return audits.length > 1 ? { kind: 'folder', audit: element.audit } : undefined;
    case 'finding':
      return groupOf(element.audit, element.finding, grouping);
    case 'file':
      return groupOf(element.audit, element.file, grouping);
    case 'problem':
      return { kind: 'problems', audit: element.audit };
    case 'product':
      return productsOf(element.audit)[0];
    case 'fact':
    case 'more':
      return element.parent;
  }
}

/** All findings, in the order in which the tree has them. */
export function findingElements(audits: readonly ListedSite[], grouping: Grouping): FindingElement[] {
  return audits
    .flatMap((audit) => elementsOf(audit, grouping))
    .flatMap((element) => childElements(element, grouping))
    .filter((element) => element.kind === 'finding');
}

/** A name for an element that it keeps when the tree is drawn anew. */
export function elementId(element: SiteElement): string {
  if (element.kind === 'more') return `more ${parentId(element.parent)}`;
  if (element.kind === 'fact') return `fact ${JSON.stringify(element.fact)} ${elementId(element.parent)}`;
  const folder = element.audit.folder.toString();
  switch (element.kind) {
    case 'folder':
    case 'problems':
    case 'products':
      return `${element.kind} ${folder}`;
    case 'group':
      return `group ${element.grouping} ${element.key} ${folder}`;
    case 'finding': {
      const { rule, file, line, column, title } = element.finding;
      return `finding ${element.grouping} ${JSON.stringify([rule, file, line, column, title])} ${folder}`;
    }
    case 'file':
      return `file ${element.grouping} ${element.file.file} ${folder}`;
    case 'problem':
      return `problem ${JSON.stringify(element.problem)} ${folder}`;
    case 'product':
      return `product ${element.product.text} ${folder}`;
  }
}

/** The id of an element that has children, of the tree itself where there is none. */
export function parentId(element: SiteElement | undefined): string {
  return element === undefined ? 'top' : elementId(element);
}

function elementsOf(audit: ListedSite, grouping: Grouping): SiteElement[] {
  const { problems } = audit.result;
  return [
    ...groupsOf(audit, grouping),
    ...productsOf(audit),
    ...(problems.length > 0 ? [{ kind: 'problems', audit } as const] : []),
  ];
}

/** What the site is made with, as one element; none where that is nothing. */
function productsOf(audit: ListedSite): SiteElement[] {
  const { products = [] } = audit.result;
  return products.length === 0 ? [] : [{ kind: 'products', audit, products }];
}

function factsOf(parent: FileElement | FindingGroup, file: IncidentFileItem | undefined): FileFactElement[] {
  return (file?.facts ?? []).map((fact) => ({ kind: 'fact', parent, fact }));
}
