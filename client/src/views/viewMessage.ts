import * as vscode from 'vscode';
import type { SiteAuditResult } from '../../../server/src/protocol';
import { formatBytes, formatCount } from '../numbers';

/**
 * What stands above the tree: how much was looked at and found, and what is not shown or could not be seen.
 * @param shown findings that pass the filter
 * @returns `undefined` where nothing was audited
 */
export function viewMessage(results: readonly SiteAuditResult[], shown: number): string | undefined {
  if (results.length === 0) return undefined;
  const total = (count: (result: SiteAuditResult) => number): number =>
    results.reduce((sum, result) => sum + count(result), 0);
  const files = formatCount(total((result) => result.files));
  const findings = total((result) => result.findings.length);
  const unread = total(({ problems }) => problems.length);
  return [
    findings === 0
      ? vscode.l10n.t('{0} files ({1}) were looked at.', files, formatBytes(total(({ bytes }) => bytes)))
      : foundText(findings, shown, files),
    ...sentence(unread, (count) => vscode.l10n.t('{0} could not be read.', count)),
    ...sentence(
      total(({ excluded }) => excluded),
      (count) => vscode.l10n.t('{0} files and folders were left out, as you asked.', count),
    ),
    ...sentence(
      total(({ knownGood }) => knownGood),
      (count) => vscode.l10n.t('{0} findings in files that you know to be good are not shown.', count),
    ),
    ...sentence(
      total(({ quiet }) => quiet),
      (count) => vscode.l10n.t('{0} unimportant findings in libraries are not shown.', count),
    ),
  ].join(' ');
}

function foundText(findings: number, shown: number, files: string): string {
  if (shown < findings) {
    return vscode.l10n.t('{0} of {1} findings pass the filter.', formatCount(shown), formatCount(findings));
  }
  return vscode.l10n.t('{0} findings in {1} files.', formatCount(findings), files);
}

/** A sentence about a number; none where the number is 0. */
function sentence(count: number, text: (count: string) => string): string[] {
  return count === 0 ? [] : [text(formatCount(count))];
}
