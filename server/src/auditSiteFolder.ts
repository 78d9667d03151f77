import { resolve } from 'node:path';
import type { Disk } from './disk';
import { growHeapSlowly } from './frugalHeap';
import { currentLocale } from './numbers';
import type { RuleSettings } from './rules/rule';
import { auditSite, type SiteAudit } from './site/auditSite';
import { CleanCopyError } from './site/known/cleanCopy/cleanCopyError';
import type { PublishedFiles } from './site/known/published/publishedFiles';
import type { ReadFile, ReadFilesElsewhere, SiteProgress } from './site/siteModel';
import { readerVersion, SiteCache } from './siteCache';
import { exclusionTest } from './siteExclusions';
import { t } from './words';
import { tryYaraRules, type ReadYaraProgram } from './yara/tryYaraRules';

/** From so many files on memory counts for more than time. */
const MANY_FILES = 30_000;

/** A site folder and how it is to be audited. */
export interface SiteFolder {
  /** As the disk names it. */
  readonly root: string;
  /** Folders, relative to `root` with `/`, beside which nothing is audited; all of it when absent. */
  readonly within?: readonly string[];
  readonly settings: RuleSettings;
  /** Patterns, as .gitignore has them, of what is left alone. */
  readonly exclude: readonly string[];
  /** SHA-256 of contents that the user knows to be good; none when absent. */
  readonly knownGood?: readonly string[];
  /** Folder or archive with a clean copy to compare with, as the disk names it. */
  readonly cleanCopy?: string;
  /** What the makers of products of the site publish about their files; nothing when absent. */
  readonly published?: readonly PublishedFiles[];
  /** Folder with YARA rules of the user, as the disk names it; none when absent. */
  readonly yaraRules?: string;
  /** Folder in which what files say is kept for the next audit; `undefined`: nowhere. */
  readonly cacheFolder: string | undefined;
}

/** Audits a site folder in another thread. `onProgress` is told how many files, of how many, were read. Rejects as `auditSite`. */
export type AuditElsewhere = (
  folder: SiteFolder,
  onProgress: (files: number, total: number | undefined) => void,
) => Promise<SiteAudit>;

/** Audits a site folder; of files that have not changed since the last time, only what was kept is used. Rejects as `auditSite`. */
export async function auditSiteFolder(
  disk: Disk,
  { root, within, settings, exclude, knownGood, cleanCopy, published, yaraRules, cacheFolder }: SiteFolder,
  onProgress?: (progress: SiteProgress) => void,
  readElsewhere?: ReadFilesElsewhere,
  readYaraProgram?: ReadYaraProgram,
): Promise<SiteAudit> {
  if (cleanCopy !== undefined && resolve(cleanCopy) === resolve(root)) {
    throw new CleanCopyError(cleanCopy, new Error(t('It is the site itself.')));
  }
  const cache = cacheFolder && new SiteCache(cacheFolder, root, await readerVersion(__filename, currentLocale()));
  let read: readonly ReadFile[] = [];
  const audit = await auditSite(disk, root, settings, {
    exclude: exclusionTest(exclude),
    within,
    knownGood: new Set(knownGood),
    cleanCopy,
    published,
    tryOwnRules: yaraRules && readYaraProgram ? tryYaraRules(disk, yaraRules, readYaraProgram) : undefined,
    known: cache ? await cache.load() : undefined,
    readElsewhere,
    onProgress(progress) {
      if (progress.phase === 'list' && progress.files > MANY_FILES) growHeapSlowly();
      onProgress?.(progress);
    },
    onRead: (files) => (read = files),
  });
  if (cache && audit.unchanged < read.length) await cache.save(read);
  return audit;
}
