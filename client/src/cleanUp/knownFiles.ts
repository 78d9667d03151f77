import * as vscode from 'vscode';
import type { Severity } from '../../../server/src/protocol';
import { callsOfFile } from '../calledFindings';
import type { Incidents } from '../incident/incidents';
import { bySeverity, isSuspicious } from '../severityOrder';
import type { SiteAudit, SiteAudits } from '../siteAudits';
import { filesWithFindings } from '../siteFiles';

/** A file of a site, with what the incident and the audits know of it. All texts are hostile. */
export interface KnownFile {
  readonly uri: vscode.Uri;
  /** Path as the user knows it, mostly from the site's folder on. */
  readonly path: string;
  readonly severity: Severity;
  /** What was found in it and who called it, the weightiest first. */
  readonly reasons: readonly string[];
}

/** What files are known from. */
interface Sources {
  readonly audits: Pick<SiteAudits, 'all'>;
  readonly incidents: Pick<Incidents, 'result'>;
}

/** The files that something was found in, those in archives included, the most urgent first. */
export function knownFiles({ audits, incidents }: Sources): KnownFile[] {
  const known = new Map<string, KnownFile>();
  const inIncident = filesOfIncident(incidents);
  const called = new Set(inIncident.flatMap(({ uri, isCalled }) => (isCalled ? [uri.toString()] : [])));
  for (const file of audits.all.flatMap((audit) => filesOfAudit(audit, called))) known.set(file.uri.toString(), file);
  // What the incident says of a file comes behind what was found in it, but counts for more: it knows of all logs and of the host's list.
  for (const { isCalled: _, ...file } of inIncident) {
    const found = known.get(file.uri.toString())?.reasons ?? [];
    known.set(file.uri.toString(), { ...file, reasons: [...found, ...file.reasons] });
  }
  return [...known.values()].toSorted(bySeverity);
}

/** Those of them on disk that are to be acted on, or may have to be. */
export function filesToActOn(sources: Sources): KnownFile[] {
  return knownFiles(sources).filter((file) => file.uri.scheme === 'file' && isSuspicious(file));
}

/** What is known of some files; no more than its name of one of which nothing is. */
export function whatIsKnownOf(sources: Sources, uris: readonly vscode.Uri[]): KnownFile[] {
  const known = new Map(knownFiles(sources).map((file) => [file.uri.toString(), file]));
  return uris.map((uri) => known.get(uri.toString()) ?? { uri, path: nameOf(uri), severity: 'hint', reasons: [] });
}

/** Last part of a file's path. */
export function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The files of the incident that are in the copy, and whether it says who called them. */
function filesOfIncident({ result }: Sources['incidents']): (KnownFile & { readonly isCalled: boolean })[] {
  return (result?.files ?? []).flatMap(({ uri, file, severity, facts, requests }) => {
    if (uri === undefined) return [];
    const reasons = facts.map(({ text }) => text);
    return [{ uri: vscode.Uri.parse(uri, true), path: file, severity, reasons, isCalled: requests > 0 }];
  });
}

/**
 * The files of an audit that something was found in.
 * @param called URIs of files of which the incident says who called them: once is enough
 */
function filesOfAudit(audit: SiteAudit, called: ReadonlySet<string>): KnownFile[] {
  return [...filesWithFindings(audit).values()].map(({ uri, findings }) => {
    const sorted = findings.toSorted(bySeverity);
    const { file, severity } = sorted[0]!;
    const calls = called.has(uri.toString()) ? undefined : callsOfFile(audit.calls, file)?.text;
    return { uri, path: file, severity, reasons: [...sorted.map(({ title }) => title), ...(calls ? [calls] : [])] };
  });
}
