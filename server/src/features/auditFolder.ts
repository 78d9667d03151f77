import { fileURLToPath } from 'node:url';
import type { CancellationToken, Connection, ResponseError } from 'vscode-languageserver';
import type { Disk } from '../disk';
import type { Language } from '../jobs';
import { readKnownGoodFiles, type KnownGoodFiles } from '../knownGoodFiles';
import { count } from '../numbers';
import type { AuditSiteParams, CompareParams, SiteAuditResult } from '../protocol';
import { terminalText } from '../report/terminal';
import type { Settings } from '../settings';
import type { SiteAudit } from '../site/auditSite';
import { comparisonText } from '../site/known/cleanCopy/comparisonText';
import type { SiteStore } from '../siteStore';
import type { JobRunner } from '../workerThread';
import { t } from '../words';
import { showWork } from './shownWork';
import { shownFindings } from './site/shownFindings';

/** What an audit takes. */
export interface AuditTools {
  readonly disk: Disk;
  readonly runJob: JobRunner;
  readonly language: Language;
  readonly settings: Pick<Settings, 'rules' | 'siteExclude' | 'siteKnownGood' | 'siteKnownGoodFiles' | 'siteYaraRules'>;
  /** Folder in which what files say is kept for the next audit; `undefined`: nowhere. */
  readonly cacheFolder: string | undefined;
  readonly sites: SiteStore;
}

/**
 * Audits a folder in a worker thread, beside a clean copy where one is named, with progress; stops at once when the request is
 * cancelled.
 */
export async function auditFolder(
  connection: Connection,
  { folder, cleanCopy, workDoneToken }: AuditSiteParams & Partial<CompareParams>,
  token: CancellationToken,
  { disk, runJob, language, settings, cacheFolder, sites }: AuditTools,
): Promise<SiteAuditResult | ResponseError> {
  const shown = { workDoneToken, title: t('Auditing the site folder'), cancelled: t('The audit was cancelled.') };
  return showWork(connection, token, shown, async (signal, progress) => {
    const root = fileURLToPath(folder);
    const { rules, siteExclude: exclude, siteYaraRules } = settings;
    const lists = await readKnownGoodFiles(disk, settings.siteKnownGoodFiles);
    const knownGood = [...settings.siteKnownGood, ...lists.entries].map(({ sha256 }) => sha256);
    const copy = cleanCopy && { cleanCopy: fileURLToPath(cleanCopy) };
    const yaraRules = siteYaraRules || undefined;
    const job = { kind: 'site' as const, root, settings: rules, exclude, knownGood, ...copy, yaraRules, cacheFolder };
    const audit = await runJob(job, language, {
      signal,
      onProgress: ({ done, total }) => {
        if (total === undefined) return progress.report(t('{0} files found', count(done)));
        const share = Math.round((done / Math.max(1, total)) * 100);
        progress.report(share, t('{0} of {1} files', count(done), count(total)));
      },
    });
    sites.add(folder, audit);
    return auditResult(folder, audit, lists.problems);
  });
}

function auditResult(folder: string, audit: SiteAudit, unread: KnownGoodFiles['problems']): SiteAuditResult {
  return {
    folder,
    files: audit.files,
    inArchives: audit.archives.reduce((sum, { files }) => sum + files, 0),
    excluded: audit.excluded,
    quiet: audit.quiet,
    knownGood: audit.knownGood,
    bytes: audit.bytes,
    ...(audit.cleanCopy && { comparison: terminalText(comparisonText(audit.cleanCopy)) }),
    findings: shownFindings(folder, audit.findings),
    problems: [...unread, ...audit.problems].map(({ file, message }) => ({
      file: terminalText(file),
      message: terminalText(message),
    })),
  };
}
