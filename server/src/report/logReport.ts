import type { KnownNetworkLookup } from '../address/clientNetworks';
import { count, currentLocale } from '../numbers';
import type { Finding } from '../rules/finding';
import { logRules } from '../rules/log/table';
import { urgencyName } from '../rules/severityWords';
import { t } from '../words';
import { csvTable } from './csv';
import { withNetworks } from './findingNetworks';
import { findingBlocks } from './incident/findingBlocks';
import { visibleJson } from './json';
import { markdownReport } from './markdownReport';
import { sectionOf } from './reportDocument';
import { sarifLog } from './sarif/sarifLog';
import { withoutCommonFolder } from './sarif/withoutCommonFolder';

/** Clients of a finding that its row in a table names. */
const MOST_CLIENTS = 10;

/** What was found in logs that were read together, or in one. */
export interface LogReport {
  /** What people call them. */
  readonly name: string;
  /** In the order in which they are to be read. */
  readonly findings: readonly Finding[];
}

/** Findings of logs as a table for a spreadsheet, one in each row below the names of the columns. */
export function logReportCsv(reports: readonly LogReport[]): string {
  const rows = reports.flatMap(({ name, findings }) =>
    withoutCommonFolder(findings).map((finding) => csvRow(name, finding)),
  );
  return csvTable([columnNames(), ...rows]);
}

function columnNames(): string[] {
  return [
    t('Logs'),
    t('File'),
    t('Line'),
    t('How urgent'),
    t('Rule'),
    t('What was found'),
    t('What it means'),
    t('What to do'),
    t('Requests'),
    t('First'),
    t('Last'),
    t('Addresses'),
  ];
}

function csvRow(name: string, finding: Finding): (string | number | undefined)[] {
  const { rule, severity, title, detail, advice, count: requests, first, last, clients } = finding;
  const { file, line } = finding.places[0] ?? {};
  const addresses = clients.slice(0, MOST_CLIENTS).map(({ address, count: own }) => `${address} (${own})`);
  const left = clients.length - addresses.length;
  const ruleTitle = logRules.find(({ id }) => id === rule)?.title() ?? rule;
  const named = [...addresses, ...(left > 0 ? [t('… and {0} more', count(left))] : [])].join(', ');
  return [name, file, line, urgencyName(severity), ruleTitle, title, detail, advice, requests, first, last, named];
}

/** The same as a document in Markdown. */
export function logReportMarkdown(reports: readonly LogReport[]): string {
  return markdownReport({
    title: t('Findings in the logs'),
    summary: [],
    sections: reports.flatMap(({ name, findings }) => sectionOf(name, findingBlocks(withoutCommonFolder(findings)))),
    credits: [],
  });
}

/** The same for programs, as the command line's `--json` has them. */
export function logReportJson(reports: readonly LogReport[], lookup: KnownNetworkLookup): string {
  const logs = reports.map(({ name, findings }) => ({
    name,
    findings: withNetworks(withoutCommonFolder(findings), lookup),
  }));
  return `${visibleJson({ schema: 1, logs })}\n`;
}

/** The same for other programs, as SARIF. */
export function logReportSarif(reports: readonly LogReport[]): string {
  return sarifLog({ logs: reports.flatMap(({ findings }) => findings) }, currentLocale());
}
