import type { Disk } from '../disk';
import type { Finding } from '../rules/finding';
import type { RuleSettings } from '../rules/rule';
import { runRules } from '../rules/runRules';
import { siteRules } from '../rules/site/table';
import { buildGraph } from './graph';
import { accusedFile, knownGoodPaths } from './known/trusted';
import { findMailers } from './mailers';
import { nameOf } from './paths';
import { readSite } from './readSite';
import type { ConnectedSite, SiteModel, SiteOptions, SiteProblem } from './siteModel';
import { walkSite } from './walk';

/** Folders into which tools put libraries (https://docs.npmjs.com, https://getcomposer.org). */
const LIBRARY = /(?:^|\/)(?:node_modules|vendor|bower_components)\//;

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
  /** Files and folders that the user's patterns left out. */
  readonly excluded: number;
  /** Findings in libraries that are no more than information, which are not shown. */
  readonly quiet: number;
  /** Findings in files that the user knows to be good, which are not shown. */
  readonly knownGood: number;
  /** Files that were as an earlier audit had read them. */
  readonly unchanged: number;
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
  const { read, unchanged, ...site } = await readSite(disk, walk, options);
  options.signal?.throwIfAborted();
  options.onRead?.(read);
  const connected = connectSite(site, nameOf(root.replaceAll('\\', '/').replace(/\/+$/, '')));
  const all = runRules(siteRules, connected, settings);
  const good = await knownGoodPaths(disk, walk.root, all, site.files, options.knownGood ?? new Set());
  const doubtful = all.filter((finding) => !good.has(accusedFile(finding)));
  const findings = doubtful.filter((finding) => !isQuiet(finding));
  return {
    files: site.files.length,
    bytes: site.bytes,
    phpFiles: site.files.filter(({ kind, program }) => program !== undefined && kind !== 'cgi').length,
    entryPages: connected.entryPages,
    findings,
    problems: site.problems,
    paths: site.files.map(({ path }) => path),
    excluded: walk.excluded,
    quiet: doubtful.length - findings.length,
    knownGood: all.length - doubtful.length,
    unchanged,
  };
}

/** Libraries hold much that looks odd and nothing that the owner could mend: of them only what is urgent is told. */
function isQuiet({ severity, places }: Finding): boolean {
  const isUrgent = severity === 'error' || severity === 'warning';
  return !isUrgent && LIBRARY.test(places[0]?.file ?? '');
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
