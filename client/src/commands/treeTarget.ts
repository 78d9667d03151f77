import * as vscode from 'vscode';
import { siteFileUri, type SiteAudit } from '../siteAudits';
import type { DifferingFile } from '../views/differenceElements';
import { fileOfSite } from '../views/differenceItems';
import type { SiteElement } from '../views/siteElements';
import { incidentFileOf } from './incidentFiles';

/**
 * The element of the tree that a command was chosen for; `undefined` for all else, as commands may be run by anything with any
 * value.
 */
export function elementOf(target: unknown): SiteElement | undefined {
  if (typeof target !== 'object' || target === null) return undefined;
  const { kind, audit } = target as { readonly kind?: unknown; readonly audit?: Partial<SiteAudit> };
  return typeof kind === 'string' && audit?.folder instanceof vscode.Uri ? (target as SiteElement) : undefined;
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

/**
 * What a command about a file is given: the file of the finding, the comparison or the incident that it was chosen for, otherwise
 * the same as it got.
 */
export function fileTarget(target: unknown): unknown {
  const ofIncident = incidentFileOf(target)?.uri;
  if (ofIncident !== undefined) return vscode.Uri.parse(ofIncident, true);
  const differing = differingFileOf(target);
  if (differing !== undefined) return fileOfSite(differing);
  const element = elementOf(target);
  return element?.kind === 'finding' ? siteFileUri(element.audit.folder, element.finding.file) : target;
}

/** The same for a command about a rule. */
export function ruleTarget(target: unknown): unknown {
  const element = elementOf(target);
  return element?.kind === 'finding' ? element.finding.rule : target;
}
