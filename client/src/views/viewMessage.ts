import * as vscode from 'vscode';
import type { IncidentFileItem, SiteAuditResult } from '../../../server/src/protocol';
import { formatBytes, formatCount, unlessNone } from '../numbers';
import { visibleText } from '../plainText';
import { filterText } from './filterInput';
import type { ListedSite } from './listedSites';
import { isFiltering, type SiteFilter } from './siteFilter';

/**
 * What stands above the tree: how much was found and looked at, and what is not shown or could not be seen.
 * @param shown number of findings that pass the filter
 * @returns `undefined` where nothing was audited
 */
export function viewMessage(
  results: readonly SiteAuditResult[],
  filter: SiteFilter,
  shown: number,
): string | undefined {
  if (results.length === 0) return undefined;
  const total = (count: (result: SiteAuditResult) => number): number =>
    results.reduce((sum, result) => sum + count(result), 0);
  const findings = total((result) => result.findings.length);
  const facts = [
    ...(findings === 0 ? [] : [foundText(findings, filter, shown)]),
    vscode.l10n.t(
      'Files looked at: {0} ({1})',
      formatCount(total(({ files }) => files)),
      formatBytes(total(({ bytes }) => bytes)),
    ),
    ...unlessNone(
      total(({ inArchives }) => inArchives),
      (count) => vscode.l10n.t('In archives: {0}', count),
    ),
    ...unlessNone(
      total(({ problems }) => problems.length),
      (count) => vscode.l10n.t('Could not be read: {0}', count),
    ),
    ...unlessNone(
      total(({ excluded }) => excluded),
      (count) => vscode.l10n.t('Left out, as you asked: {0}', count),
    ),
    ...unlessNone(
      total(({ knownGood }) => knownGood),
      (count) => vscode.l10n.t('Not shown, in files that you know to be good: {0}', count),
    ),
    ...unlessNone(
      total(({ quiet }) => quiet),
      (count) => vscode.l10n.t('Not shown, unimportant in libraries and backups: {0}', count),
    ),
    ...results.flatMap(({ comparison }) => (comparison === undefined ? [] : [visibleText(comparison)])),
    ...results.flatMap(({ published = [] }) => published.map(visibleText)),
  ].join(' · ');
  // VS Code shows a line break as a blank.
  return findings === 0 ? `${nothingFoundText()} ${facts}` : facts;
}

function foundText(findings: number, filter: SiteFilter, shown: number): string {
  if (!isFiltering(filter)) return vscode.l10n.t('Findings: {0}', formatCount(findings));
  const passing = filterText(filter) ?? '';
  return vscode.l10n.t('Findings: {0} of {1}, filtered by {2}', formatCount(shown), formatCount(findings), passing);
}

/** How many files the host names, and how many of them are not there; `undefined` where it names none. */
export function namedText(sites: readonly ListedSite[]): string | undefined {
  const named = sites.flatMap(({ incident }) => [...(incident?.files.values() ?? [])].filter((file) => file.isNamed));
  if (named.length === 0) return undefined;
  const inState = (state: IncidentFileItem['state']): string =>
    formatCount(named.filter((file) => file.state === state).length);
  return vscode.l10n.t(
    'Named by the host: {0} (not downloaded: {1}, gone: {2})',
    formatCount(named.length),
    inState('notDownloaded'),
    inState('gone'),
  );
}

/** Says that nothing was found, and what this does not prove. */
function nothingFoundText(): string {
  return vscode.l10n.t(
    'Nothing suspicious was found. That doesn’t prove that all is well: this copy can’t show files that are only on the server, what is in the database, or who came in. The access log tells more, so open that too.',
  );
}
