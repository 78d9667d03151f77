import type { Fetch } from '../address/registry/transport';
import type { Disk } from '../disk';
import { sarifLog } from '../report/sarif/sarifLog';
import { terminalText } from '../report/terminal';
import { SEVERITIES, type Finding, type Place, type Severity } from '../rules/finding';
import { urgencyName } from '../rules/severityWords';
import { auditSiteFolder } from '../auditSiteFolder';
import { readKnownGoodFiles } from '../knownGoodFiles';
import type { SiteAudit } from '../site/auditSite';
import { diskProblem, errorCode } from '../site/diskProblem';
import { CleanCopyError } from '../site/known/cleanCopy/cleanCopyError';
import type { CleanComparison } from '../site/known/cleanCopy/compare';
import { comparisonText } from '../site/known/cleanCopy/comparisonText';
import type { PublishedFiles } from '../site/known/published/publishedFiles';
import { publishedText } from '../site/known/published/publishedText';
import type { ReadFilesElsewhere, SiteProgress } from '../site/siteModel';
import { t } from '../words';
import type { ReadYaraProgram } from '../yara/tryYaraRules';
import { count, currentLocale } from '../numbers';
import { productLines } from './productLines';
import { askForPublished, publishedInJson } from './publishedFiles';
import { ExitCode, exitCodeOf, readParameters, type LineSink } from './commandLine';

const USAGE =
  'log-site-audit site DIR [--json | --sarif] [--exclude PATTERN] [--clean COPY] [--known-good FILE] [--yara DIR] [--cache DIR] [--online]';

/** Problems beyond this number are counted; `--json` has them all. */
const SHOWN_PROBLEMS = 20;
const SHOWN_PLACES = 5;
/** What YARA-X takes for a file, whatever its size: measured 9 to 18 ms with large collections of rules. */
const MS_PER_YARA_FILE = 15;

/**
 * `log-site-audit site`: audits a folder, or a single file, and prints findings and what could not be read.
 * @param parameters the words after `site`.
 * @param fetch the way to the internet, which is taken with `--online` only.
 * @returns the exit code: 0 nothing above information, 1 findings, 2 could not do it.
 */
export async function runSiteCommand(
  parameters: string[],
  output: LineSink,
  errors: LineSink,
  disk: Disk,
  readElsewhere?: ReadFilesElsewhere,
  readYaraProgram?: ReadYaraProgram,
  fetch?: Fetch,
): Promise<number> {
  const request = readParameters(parameters, ['exclude', 'clean', 'known-good', 'yara', 'cache', 'sarif', 'online']);
  if (request === undefined || request.subjects.length > 1) {
    errors(t('Usage: {0}', USAGE));
    return ExitCode.failed;
  }
  const [folder] = request.subjects;
  const lists = await readKnownGoodFiles(disk, request['known-good']);
  for (const { file, message } of lists.problems) errors(terminalText(t('{0}: {1}', file, message)));
  // What is known to be good must not be reported for a slip of the pen.
  if (lists.problems.length > 0) return ExitCode.failed;
  let audit: SiteAudit;
  try {
    const { exclude, clean: cleanCopy, yara: yaraRules, cache: cacheFolder } = request;
    const knownGood = lists.entries.map(({ sha256 }) => sha256);
    const job = { root: folder, settings: {}, exclude, knownGood, cleanCopy, yaraRules, cacheFolder };
    const auditWith = (published: readonly PublishedFiles[]): Promise<SiteAudit> =>
      auditSiteFolder(disk, { ...job, published }, yaraCost(errors), readElsewhere, readYaraProgram);
    audit = await auditWith([]);
    if (request.online && fetch !== undefined) {
      const published = await askForPublished(audit.products, fetch, errors);
      if (published.length > 0) audit = await auditWith(published);
    }
  } catch (error) {
    errors(error instanceof CleanCopyError ? copyFailure(request.clean, error) : failure(folder, error));
    return ExitCode.failed;
  }
  if (request.sarif) output(sarifLog({ site: audit.findings }, currentLocale()).trimEnd());
  else if (request.json) output(asJson(audit));
  else asText(audit).forEach((line) => output(line));
  return exitCodeOf(audit.findings);
}

/** Tells on how many files the user's YARA rules are tried, before they are: that may take minutes. */
function yaraCost(errors: LineSink): (progress: SiteProgress) => void {
  return ({ phase, files, total = 0 }) => {
    if (phase !== 'ownRules' || files > 0) return;
    const seconds = Math.ceil((total * MS_PER_YARA_FILE) / 1000);
    errors(t('Your YARA rules are tried on {0} files, which may take {1} seconds.', count(total), count(seconds)));
  };
}

function failure(folder: string, error: unknown): string {
  const missing = errorCode(error) === 'ENOENT';
  const reason = missing ? t('There is no such file or folder.') : diskProblem(folder, error).message;
  return terminalText(t('{0}: {1}', folder, reason));
}

function copyFailure(copy = '', { message }: CleanCopyError): string {
  return terminalText(t('{0}: {1}', copy, message));
}

function asJson({
  files,
  bytes,
  archives,
  products,
  excluded,
  quiet,
  knownGood,
  findings,
  problems,
  cleanCopy,
  published,
}: SiteAudit): string {
  const result = { schema: 1, files, bytes, archives, products, excluded, quiet, knownGood, findings, problems };
  const compared = {
    ...(cleanCopy && { cleanCopy: inJson(cleanCopy) }),
    ...(published.length > 0 && { published: published.map(publishedInJson) }),
  };
  return JSON.stringify({ ...result, ...compared }, undefined, 2);
}

/** The comparison as the JSON has it: of files that are the same only the number. */
function inJson({ folder, same, lineEndings, changed, added, missing }: CleanComparison): object {
  return { folder, same: same.length, lineEndings, changed, added, missing };
}

function asText(audit: SiteAudit): string[] {
  const lines = [t('{0} files read, {1} of them with PHP code.', audit.files, audit.phpFiles)];
  if (audit.archives.length > 0) {
    const inside = audit.archives.reduce((sum, { files }) => sum + files, 0);
    lines.push(t('{0} more files in {1} archives were read.', inside, audit.archives.length));
  }
  lines.push(...productLines(audit.products));
  if (audit.cleanCopy !== undefined) lines.push(terminalText(comparisonText(audit.cleanCopy)));
  lines.push(...audit.published.map((comparison) => terminalText(publishedText(comparison))));
  if (audit.excluded > 0) lines.push(t('{0} files and folders were left out, as you asked.', audit.excluded));
  if (audit.quiet > 0) lines.push(t('{0} unimportant findings in libraries and backups are not shown.', audit.quiet));
  if (audit.knownGood > 0) {
    lines.push(t('{0} findings in files that are known to be good are not shown.', audit.knownGood));
  }
  for (const severity of SEVERITIES) lines.push(...groupLines(severity, audit.findings));
  if (audit.findings.length === 0) lines.push('', t('Nothing was found.'));
  lines.push(...problemLines(audit));
  return lines;
}

/** The findings of one severity, those of one file together. */
function groupLines(severity: Severity, findings: readonly Finding[]): string[] {
  const group = findings.filter((finding) => finding.severity === severity);
  if (group.length === 0) return [];
  const sorted = group.toSorted((a, b) => compare(fileOf(a), fileOf(b)));
  return ['', `${urgencyName(severity)} (${group.length})`, ...sorted.flatMap(findingLines)];
}

function findingLines(finding: Finding): string[] {
  const more = finding.places.length - SHOWN_PLACES + (finding.placesTruncated ?? 0);
  return [
    '',
    `  ${terminalText(placeText(finding.places[0]))}  ${finding.rule}`,
    `    ${terminalText(finding.title)}`,
    `    ${terminalText(finding.detail)}`,
    `    ${terminalText(t('What to do: {0}', finding.advice))}`,
    ...finding.places
      .slice(0, SHOWN_PLACES)
      .filter(({ note }) => note !== undefined)
      .map((place) => `    - ${terminalText(placeText(place))}  ${terminalText(place.note ?? '')}`),
    ...(more > 0 ? [`    ${t('… and {0} more places', more)}`] : []),
  ];
}

function problemLines({ problems }: SiteAudit): string[] {
  if (problems.length === 0) return [];
  const shown = problems.slice(0, SHOWN_PROBLEMS);
  const left = problems.length - shown.length;
  return [
    '',
    t('Not read, or not in full ({0})', problems.length),
    ...shown.map(({ file, message }) => `  ${terminalText(file === '' ? '.' : file)}  ${terminalText(message)}`),
    ...(left > 0 ? [`  ${t('… and {0} more', left)}`] : []),
  ];
}

function fileOf({ places }: Finding): string {
  return places[0]?.file ?? '';
}

function placeText(place: Place | undefined): string {
  if (place === undefined) return '';
  return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
