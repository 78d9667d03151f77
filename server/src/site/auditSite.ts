import type { Disk } from '../disk';
import type { Finding } from '../rules/finding';
import type { RuleSettings } from '../rules/rule';
import { runRules } from '../rules/runRules';
import { siteRules } from '../rules/site/table';
import { buildGraph } from './graph';
import { findMailers } from './mailers';
import { nameOf } from './paths';
import { readSite } from './readSite';
import type { ConnectedSite, SiteModel, SiteOptions, SiteProblem } from './siteModel';
import { walkSite } from './walk';

/** What an audit found. Plain data, so that it can cross from a worker thread. */
export interface SiteAudit {
  /** Number of files, those that could not be read included. */
  readonly files: number;
  /** Bytes of all files. */
  readonly bytes: number;
  /** Number of files with PHP code, whatever their names. */
  readonly phpFiles: number;
  /** Number of pages at which a visit can begin. */
  readonly entryPages: number;
  /** The most urgent first. */
  readonly findings: readonly Finding[];
  /** What could not be read as it should, sorted by path. */
  readonly problems: readonly SiteProblem[];
  /** Relative paths of all files, sorted, for `indexPaths`. */
  readonly paths: readonly string[];
}

/**
 * Audits a folder, or a single file, without running anything of it.
 * @param root as the disk names it.
 * @throws the disk's error when `root` can't be reached; the signal's reason when aborted.
 */
export async function auditSite(
  disk: Disk,
  root: string,
  settings: RuleSettings = {},
  options: SiteOptions = {},
): Promise<SiteAudit> {
  const walk = await walkSite(disk, root, options);
  const site = await readSite(disk, walk, options);
  options.signal?.throwIfAborted();
  const connected = connectSite(site, nameOf(root.replaceAll('\\', '/').replace(/\/+$/, '')));
  return {
    files: site.files.length,
    bytes: site.bytes,
    phpFiles: site.files.filter(({ kind, program }) => program !== undefined && kind !== 'cgi').length,
    entryPages: connected.entryPages,
    findings: runRules(siteRules, connected, settings),
    problems: site.problems,
    paths: site.files.map(({ path }) => path),
  };
}

/** Works out how the files of a site hang together, as the rules need it. */
function connectSite(site: SiteModel, rootName?: string): ConnectedSite {
  const graph = buildGraph(site.files, rootName);
  const { index, reached, entryPages, dataFolderOf, prependedBy } = graph;
  const { documentRoots } = index;
  return {
    ...site,
    mailers: findMailers(site.files, graph),
    reached,
    entryPages,
    documentRoots,
    dataFolderOf,
    prependedBy,
  };
}
