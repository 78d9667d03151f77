import type { Disk } from '../disk';
import type { Finding } from '../rules/finding';
import type { RuleSettings } from '../rules/rule';
import { bySeverity, runRules } from '../rules/runRules';
import { siteRules } from '../rules/site/table';
import { judgeArchives } from './archive/judgeArchives';
import { connectSite } from './connectSite';
import { siteHardening, type SiteHardening } from './hardening';
import { comparisonOf } from './known/cleanCopy/comparison';
import type { CleanComparison } from './known/cleanCopy/compare';
import type { Product } from './known/products/product';
import { productsOf } from './known/products/productsOf';
import { comparePublishedFiles } from './known/published/comparePublished';
import type { PublishedComparison } from './known/published/publishedFiles';
import { accusedFile, isAnsweredByCopy, knownGoodPaths } from './known/trusted';
import type { OwnRuleMatches } from './ownRules/ownRuleMatch';
import { nameOf } from './paths';
import { readSite } from './readSite';
import type { ReadFile, SiteOptions, SiteProblem } from './siteModel';
import { mailsPerCall, type MailsPerCall } from './mailsPerCall';
import { timesOfFiles, type FileTimes } from './fileTimes';
import { routesOfSite, type SiteRoutes } from './routes';
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
  /** Those of them that are empty: what is left when a file could not be downloaded. */
  readonly empty: readonly string[];
  /** When each file of `paths` was last changed, in the same order. */
  readonly times: FileTimes;
  /** Programs that visitors can call and that send mail, and how many mails a call sends. */
  readonly mailers: readonly MailsPerCall[];
  /** Which files folders give for addresses that name none, by folder. */
  readonly routes: SiteRoutes;
  /** Files and folders that the user's patterns left out. */
  readonly excluded: number;
  /** Findings in libraries and backups that are no more than information, which are not shown. */
  readonly quiet: number;
  /** Findings in files that the user or a clean copy says to be good, which are not shown. */
  readonly knownGood: number;
  /** Files that were as an earlier audit had read them. */
  readonly unchanged: number;
  /** No folder was audited but the one file. */
  readonly isSingleFile: boolean;
  /** Archives among the files that were read, and how much was in each, archives within it included. */
  readonly archives: readonly ReadArchive[];
  /** Products of others that the site is made with, those in archives left out. */
  readonly products: readonly Product[];
  /** How the site differs from the clean copy that the user has; `undefined` when there is none. */
  readonly cleanCopy: CleanComparison | undefined;
  /** How products of it differ from what their makers publish; empty where nobody was asked. */
  readonly published: readonly PublishedComparison[];
  readonly hardening: SiteHardening;
}

/** An archive of the site that was looked into. */
export interface ReadArchive {
  /** Relative path. */
  readonly file: string;
  /** Number of files in it. */
  readonly files: number;
  /** Bytes that were unpacked of it. */
  readonly bytes: number;
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
  const archives = read.flatMap(sizesOf);
  const isArchive = walk.isSingleFile && archives.length > 0;
  const cleanCopy = await comparisonOf(disk, walk.root, site.files, options);
  const published = await comparePublishedFiles(disk, walk.root, site.files, options);
  const own = await options.tryOwnRules?.(
    walk.root,
    site.files,
    (files, total) => options.onProgress?.({ phase: 'ownRules', files, total }),
    options.signal,
  );
  const rootName = nameOf(root.replaceAll('\\', '/').replace(/\/+$/, ''));
  const connected = connectSite(site, rootName, cleanCopy, published, own?.matches);
  // Of an archive that is audited in the place of a site, what is in it is the site.
  const outside = isArchive ? [] : runRules(siteRules, connected, settings);
  const good = await knownGoodPaths(disk, walk.root, outside, site.files, options.knownGood ?? new Set());
  const asInCopy = new Set([cleanCopy, ...published].flatMap((comparison) => comparison?.same ?? []));
  const packed = judgeArchives(read, { settings, knownGood: options.knownGood, isTheSite: isArchive });
  const doubtful = outside.filter((finding) => !good.has(accusedFile(finding)) && !isAnsweredByCopy(finding, asInCopy));
  const inArchives = isArchive ? packed.findings : packed.findings.filter(isUrgent);
  const findings = [...doubtful, ...inArchives].filter((finding) => !isQuiet(finding)).toSorted(bySeverity);
  return {
    files: site.files.length,
    bytes: site.bytes,
    phpFiles: site.files.filter(({ kind, program }) => program !== undefined && kind !== 'cgi').length,
    entryPages: connected.entryPages,
    findings,
    problems: [...site.problems, ...(cleanCopy?.problems ?? []), ...(own?.problems ?? []).map(asProblem)],
    paths: site.files.map(({ path }) => path),
    empty: site.files.filter(({ size }) => size === 0).map(({ path }) => path),
    times: timesOfFiles(site.files),
    mailers: mailsPerCall(connected),
    routes: routesOfSite(site.files),
    excluded: walk.excluded,
    quiet: doubtful.length + packed.findings.length - findings.length,
    knownGood: outside.length - doubtful.length + packed.knownGood,
    unchanged,
    isSingleFile: walk.isSingleFile,
    archives,
    products: productsOf(site.files),
    cleanCopy,
    published,
    hardening: siteHardening(connected),
  };
}

/** What the user's own rules could not do is a limit of the audit. */
function asProblem(problem: OwnRuleMatches['problems'][number]): SiteProblem {
  return { ...problem, kind: 'limit' };
}

/** Libraries hold much that looks odd and nothing that the owner could mend: of them only what is urgent is told. */
function isQuiet(finding: Finding): boolean {
  return !isUrgent(finding) && LIBRARY.test(accusedFile(finding));
}

function isUrgent({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

function sizesOf({ file, archives = [] }: ReadFile): ReadArchive[] {
  if (archives.length === 0) return [];
  const files = archives.reduce((sum, archive) => sum + archive.files.length, 0);
  return [{ file: file.path, files, bytes: archives.reduce((sum, archive) => sum + archive.bytes, 0) }];
}
