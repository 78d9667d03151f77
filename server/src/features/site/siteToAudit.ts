import { fileURLToPath } from 'node:url';
import type { SiteFolder } from '../../auditSiteFolder';
import type { Disk } from '../../disk';
import { readKnownGoodFiles, type KnownGoodFiles } from '../../knownGoodFiles';
import type { CompareParams } from '../../protocol';
import type { Settings } from '../../settings';
import type { PublishedFiles } from '../../site/known/published/publishedFiles';

/** What audits of sites take. */
export interface AuditMeans {
  readonly disk: Disk;
  readonly settings: Pick<Settings, 'rules' | 'siteExclude' | 'siteKnownGood' | 'siteKnownGoodFiles' | 'siteYaraRules'>;
  /** Folder in which what files say is kept for the next audit; `undefined`: nowhere. */
  readonly cacheFolder: string | undefined;
  /** What the makers of products of a folder (a URI) publish about their files. */
  readonly published: (folder: string) => readonly PublishedFiles[];
}

/** A folder and how it is to be audited. */
export interface SiteToAudit {
  readonly site: SiteFolder;
  /** Lists of known good files that can't be read, and why. */
  readonly unread: KnownGoodFiles['problems'];
}

/** A folder as the user's settings want it audited, beside a clean copy where one is named (URIs). */
export async function siteToAudit(
  { folder, cleanCopy }: Pick<CompareParams, 'folder'> & Partial<CompareParams>,
  { disk, settings, cacheFolder, published }: AuditMeans,
): Promise<SiteToAudit> {
  const { rules, siteExclude: exclude, siteKnownGood, siteKnownGoodFiles, siteYaraRules } = settings;
  const lists = await readKnownGoodFiles(disk, siteKnownGoodFiles);
  const site: SiteFolder = {
    root: fileURLToPath(folder),
    settings: rules,
    exclude,
    knownGood: [...siteKnownGood, ...lists.entries].map(({ sha256 }) => sha256),
    ...(cleanCopy !== undefined && { cleanCopy: fileURLToPath(cleanCopy) }),
    ...(siteYaraRules !== '' && { yaraRules: siteYaraRules }),
    published: published(folder),
    cacheFolder,
  };
  return { site, unread: lists.problems };
}
