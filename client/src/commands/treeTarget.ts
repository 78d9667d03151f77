import * as vscode from 'vscode';
import type { IncidentFileItem } from '../../../server/src/protocol';
import { siteFileUri, type SiteAudit } from '../siteAudits';
import type { DifferingFile } from '../views/differenceElements';
import { fileOfSite } from '../views/differenceItems';
import type { ListedSite } from '../views/listedSites';
import type { SiteElement } from '../views/siteElements';

/** An element that says of which site it is. */
type ElementOfSite = Extract<SiteElement, { readonly audit: ListedSite }>;

/**
 * The element of the view of files that a command was chosen for; `undefined` for all else, as commands may be run by anything with
 * any value.
 */
export function elementOf(target: unknown): ElementOfSite | undefined {
  if (typeof target !== 'object' || target === null) return undefined;
  const { kind, audit } = target as { readonly kind?: unknown; readonly audit?: Partial<ListedSite> };
  return typeof kind === 'string' && audit?.folder instanceof vscode.Uri ? (target as ElementOfSite) : undefined;
}

/**
 * What a command about a file is given: the file of the element that it was chosen for, otherwise the same as it got. A file that the
 * copy of the site does not have stays an element.
 */
export function fileTarget(target: unknown): unknown {
  const known = incidentFileOf(target);
  if (known !== undefined) return known.uri === undefined ? target : vscode.Uri.parse(known.uri, true);
  const differing = differingFileOf(target);
  if (differing !== undefined) return fileOfSite(differing);
  const element = elementOf(target);
  const path = element && pathInSite(element);
  return path === undefined ? target : siteFileUri(element!.audit.folder, path);
}

/** The file of the view of differences that a command was chosen for; `undefined` for all else. */
function differingFileOf(target: unknown): DifferingFile | undefined {
  if (typeof target !== 'object' || target === null) return undefined;
  const { kind, file, audit } = target as {
    readonly kind?: unknown;
    readonly file?: unknown;
    readonly audit?: Partial<SiteAudit>;
  };
  if (kind !== 'differing' || typeof file !== 'string') return undefined;
  return audit?.folder instanceof vscode.Uri ? (target as DifferingFile) : undefined;
}

/** The same for a command about a rule. */
export function ruleTarget(target: unknown): unknown {
  const element = elementOf(target);
  return element?.kind === 'finding' ? element.finding.rule : target;
}

/** What the incident knows of the file of the element that a command was chosen for; `undefined` where it knows nothing. */
export function incidentFileOf(target: unknown): IncidentFileItem | undefined {
  const element = elementOf(target);
  switch (element?.kind) {
    case 'file':
    case 'group':
      return element.file;
    case 'finding':
      return element.audit.incident?.files.get(element.finding.file);
    default:
      return undefined;
  }
}

/** Path of the file of such an element: as the host named it, or as it lies in the copy of the site. */
export function pathOfFile(target: unknown): string | undefined {
  const element = elementOf(target);
  return incidentFileOf(target)?.path ?? (element && pathInSite(element));
}

/** Path in the copy of the site of the one file that an element is about. */
function pathInSite(element: ElementOfSite): string | undefined {
  switch (element.kind) {
    case 'finding':
      return element.finding.file;
    case 'file':
      return element.file.file;
    case 'group':
      return element.grouping === 'file' ? element.key : undefined;
    default:
      return undefined;
  }
}
