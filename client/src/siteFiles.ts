import type * as vscode from 'vscode';
import type { SiteAuditResult, SiteFinding } from '../../server/src/protocol';
import { groupBy } from './groupBy';
import { siteFileUri, type SiteAudit } from './siteAudits';

/** A file with what an audit found in it. */
export interface SiteFile {
  readonly uri: vscode.Uri;
  /** In the audit's order. */
  readonly findings: readonly SiteFinding[];
}

const known = new WeakMap<SiteAuditResult, ReadonlyMap<string, SiteFile>>();

/** The files of an audited folder that have findings, by their URIs as `toString` writes them. Worked out once for each result. */
export function filesWithFindings({ folder, result }: SiteAudit): ReadonlyMap<string, SiteFile> {
  let files = known.get(result);
  if (files === undefined) known.set(result, (files = makeFiles(folder, result)));
  return files;
}

function makeFiles(folder: vscode.Uri, { findings }: SiteAuditResult): Map<string, SiteFile> {
  return new Map(
    [...groupBy(findings, ({ file }) => file)].map(([file, found]) => {
      const uri = siteFileUri(folder, file);
      return [uri.toString(), { uri, findings: found }];
    }),
  );
}
