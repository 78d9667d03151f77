import type { CancellationToken, Connection, ResponseError } from 'vscode-languageserver';
import type { Language } from '../jobs';
import { count } from '../numbers';
import type { AuditSiteParams, CompareParams, SiteAuditResult } from '../protocol';
import type { SiteStore } from '../siteStore';
import type { JobRunner } from '../workerThread';
import { t } from '../words';
import { showWork } from './shownWork';
import { auditResult } from './site/auditResult';
import { siteToAudit, type AuditMeans } from './site/siteToAudit';

/** What an audit takes. */
export interface AuditTools extends AuditMeans {
  readonly runJob: JobRunner;
  readonly language: Language;
  readonly sites: SiteStore;
}

/**
 * Audits a folder in a worker thread, beside a clean copy where one is named, with progress; stops at once when the request is
 * cancelled.
 */
export async function auditFolder(
  connection: Connection,
  { workDoneToken, ...wanted }: AuditSiteParams & Partial<CompareParams>,
  token: CancellationToken,
  { runJob, language, sites, ...means }: AuditTools,
): Promise<SiteAuditResult | ResponseError> {
  const shown = { workDoneToken, title: t('Auditing the site folder'), cancelled: t('The audit was cancelled.') };
  return showWork(connection, token, shown, async (signal, progress) => {
    const { site, unread } = await siteToAudit(wanted, means);
    const audit = await runJob({ kind: 'site', ...site }, language, {
      signal,
      onProgress: ({ done, total }) => {
        if (total === undefined) return progress.report(t('{0} files found', count(done)));
        const share = Math.round((done / Math.max(1, total)) * 100);
        progress.report(share, t('{0} of {1} files', count(done), count(total)));
      },
    });
    sites.add(wanted.folder, audit);
    return auditResult(wanted.folder, audit, unread);
  });
}
