import type { Finding } from '../rules/finding';
import { indexPaths, type SitePathIndex } from '../site/pathIndex';
import { findingsOfRemoved } from './hadFiles';
import type { IncidentSources } from './incidentSources';
import type { HostList } from './list/hostList';
import { locateFiles, type LocatedFile, type NamedPath } from './locate/locateFiles';
import { prefixQuestions, type PrefixQuestion } from './locate/prefixQuestions';
import type { HostNotice } from './notice/hostNotice';

/** The files that an incident is about, by their paths in the copy of the site, or where they would be. */
export interface FilesInQuestion {
  readonly paths: ReadonlySet<string>;
  /** Where those lie that the host named. */
  readonly named: ReadonlyMap<string, LocatedFile>;
  /** What the audit says of files, those of `removed` among them. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** Those that the copy had before. */
  readonly removed: ReadonlySet<string>;
  /** The paths of the copy. */
  readonly copy: SitePathIndex;
  /** Those and the ones that the copy does not have: logs know the server as it was. */
  readonly server: SitePathIndex;
  /** Where only the user can say which folder of the copy is meant. */
  readonly questions: readonly PrefixQuestion[];
}

/** Finds out which files an incident is about, and where they lie in the copy. */
export function filesInQuestion(sources: IncidentSources): FilesInQuestion {
  const { notice, list, site, siteName, hadFiles = [], prefixRules } = sources;
  const knowledge = { ...sources.siteKnowledge, routes: site?.routes };
  const copy = indexPaths(site?.paths ?? [], siteName, knowledge);
  const paths = namedPaths(notice, list);
  const named = eachFileOnce(locateFiles(paths, copy, prefixRules));
  const removed = findingsOfRemoved(hadFiles, copy.paths);
  const findings = findingsByFile(site?.findings ?? []);
  for (const [file, before] of removed) if (before.length > 0) findings.set(file, before);
  return {
    paths: new Set([...findings.keys(), ...named.keys()]),
    named,
    findings,
    removed: new Set(removed.keys()),
    copy,
    server: indexPaths([...copy.paths, ...named.keys(), ...removed.keys()], siteName, knowledge),
    questions: prefixQuestions(paths, copy, prefixRules),
  };
}

function namedPaths(notice: HostNotice | undefined, list: HostList | undefined): NamedPath[] {
  return [
    ...(notice?.files ?? []),
    ...(list?.files.map(({ path, domain }) => ({ path, ...(domain !== undefined && { domain }) })) ?? []),
  ];
}

/** The mail and its list name many files both. */
function eachFileOnce(located: readonly LocatedFile[]): Map<string, LocatedFile> {
  const byFile = new Map<string, LocatedFile>();
  for (const each of located) if (!byFile.has(each.expected)) byFile.set(each.expected, each);
  return byFile;
}

function findingsByFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) {
    const file = finding.places[0]?.file;
    if (file === undefined) continue;
    const own = byFile.get(file);
    if (own === undefined) byFile.set(file, [finding]);
    else own.push(finding);
  }
  return byFile;
}
