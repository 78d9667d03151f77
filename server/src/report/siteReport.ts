import { SEVERITIES, type Finding, type Place } from '../rules/finding';
import { urgencyName } from '../rules/severityWords';
import { siteRules } from '../rules/site/table';
import { currentLocale } from '../numbers';
import { t } from '../words';
import { csvTable } from './csv';
import { visibleJson } from './json';
import { markdownSentence } from './markdown';
import { placeText } from './placeText';
import { sarifLog } from './sarif/sarifLog';

/** What was found in a site. */
export interface SiteReport {
  /** Name of its folder. */
  readonly site: string;
  /** In the order in which they are to be read. */
  readonly findings: readonly Finding[];
}

/** Findings as a table for a spreadsheet, one in each row below the names of the columns. */
export function siteReportCsv(reports: readonly SiteReport[]): string {
  const names = [t('Site'), t('File'), t('Line'), t('How urgent'), t('Rule'), t('What was found'), t('What it means')];
  const rows = reports.flatMap(({ site, findings }) => findings.map((finding) => csvRow(site, finding)));
  return csvTable([[...names, t('What to do')], ...rows]);
}

/** Findings as a document in Markdown (CommonMark), those that are most urgent first. */
export function siteReportMarkdown(reports: readonly SiteReport[]): string {
  const parts = [`# ${t('Findings of the site audit')}`, ...reports.flatMap(siteParts)];
  return `${parts.join('\n\n')}\n`;
}

/** Findings as the command line's `--json` has them, for programs. */
export function siteReportJson(reports: readonly SiteReport[]): string {
  const sites = reports.map(({ site, findings }) => ({ site, findings }));
  return `${visibleJson({ schema: 1, sites })}\n`;
}

/** Findings for other programs, as SARIF; files of several sites are named from the folder that the sites lie in. */
export function siteReportSarif(reports: readonly SiteReport[]): string {
  const site = reports.length === 1 ? reports[0]!.findings : reports.flatMap(withSiteName);
  return sarifLog({ site }, currentLocale());
}

function withSiteName({ site, findings }: SiteReport): Finding[] {
  return findings.map((finding) => ({
    ...finding,
    places: finding.places.map((place) => ({ ...place, file: `${site}/${place.file}` })),
  }));
}

function csvRow(site: string, finding: Finding): (string | number | undefined)[] {
  const { file = '', line } = finding.places[0] ?? {};
  const { severity, title, detail, advice } = finding;
  return [site, file, line, urgencyName(severity), ruleTitle(finding), title, detail, advice];
}

function siteParts({ site, findings }: SiteReport): string[] {
  const bySeverity = SEVERITIES.map((severity) => findings.filter((finding) => finding.severity === severity));
  return [`## ${markdownSentence(site)}`, ...bySeverity.flatMap(severityParts)];
}

function severityParts(findings: readonly Finding[]): string[] {
  const [first] = findings;
  if (first === undefined) return [];
  return [`### ${urgencyName(first.severity)} (${findings.length})`, ...findings.flatMap(findingParts)];
}

function findingParts(finding: Finding): string[] {
  const { places, title, detail, advice } = finding;
  const further = places.filter(({ note }) => note !== undefined).map(placeLine);
  return [
    `#### ${markdownSentence(placeText(places[0]))}`,
    `**${markdownSentence(title)}** (${markdownSentence(ruleTitle(finding))})`,
    ...[detail, t('What to do: {0}', advice)].map(markdownSentence),
    ...(further.length > 0 ? [further.join('\n')] : []),
    ...(finding.placesTruncated === undefined ? [] : [t('… and {0} more places', finding.placesTruncated)]),
  ];
}

function placeLine(place: Place): string {
  return `- ${markdownSentence(placeText(place))}: ${markdownSentence(place.note ?? '')}`;
}

function ruleTitle({ rule }: Finding): string {
  return siteRules.find(({ id }) => id === rule)?.title() ?? rule;
}
