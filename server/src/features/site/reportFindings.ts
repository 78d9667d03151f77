import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FindingOfSite, ReportFormat, SiteReportAnswer, SiteReportParams } from '../../protocol';
import {
  siteReportCsv,
  siteReportJson,
  siteReportMarkdown,
  siteReportSarif,
  type SiteReport,
} from '../../report/siteReport';
import type { SiteFindings } from '../../siteFindings';

const WRITERS: Readonly<Record<ReportFormat, (reports: readonly SiteReport[]) => string>> = {
  csv: siteReportCsv,
  json: siteReportJson,
  markdown: siteReportMarkdown,
  sarif: siteReportSarif,
};

/** The findings that are asked for, as a text, in the order in which they were named. */
export function reportFindings(known: SiteFindings, { format, findings }: SiteReportParams): SiteReportAnswer {
  const folders = [...new Set(findings.map(({ folder }) => folder))];
  const reports = folders.map((folder) => reportOf(known, folder, findings));
  const reported = reports.reduce((sum, report) => sum + report.findings.length, 0);
  return { text: WRITERS[format](reports), unknown: findings.length - reported };
}

function reportOf(known: SiteFindings, folder: string, keys: readonly FindingOfSite[]): SiteReport {
  const findings = keys.filter((key) => key.folder === folder).map((key) => known.find(key));
  return { site: basename(fileURLToPath(folder)), findings: findings.filter((finding) => finding !== undefined) };
}
