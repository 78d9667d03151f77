import type { Disk } from '../disk';
import { isoTime, timeExtremes } from '../log/time';
import { analyseLog, type LogAnalysis } from '../logAnalysis';
import { count } from '../numbers';
import { describeProblem } from '../problems';
import { readLogFile, type ReadPartElsewhere } from '../readLogFile';
import { terminalText } from '../report/terminal';
import type { Finding } from '../rules/finding';
import { t } from '../words';
import { DEFAULT_LOG_SETTINGS, type LogSettings } from '../settings';
import { readAllowFile } from './allowFile';
import { ExitCode, exitCodeOf, readParameters, type LineSink } from './commandLine';

/** Clients beyond this number are counted in the text; `--json` has them all. */
const SHOWN_CLIENTS = 10;

/** One log in the command's answer. */
interface LogSummary {
  readonly file: string;
  /** Absent when the file is no log that is known. */
  readonly format?: string;
  readonly lines: number;
  readonly entries: number;
  /** Lines that are unreadable. */
  readonly rejected: number;
  /** Lines that belong to the entry before them, such as stack traces; absent when there are none. */
  readonly continued?: number;
  /** ISO 8601 with the log's offset; absent when no entry has a time. */
  readonly first?: string;
  readonly last?: string;
  /** The packed file was damaged or cut short. */
  readonly damaged?: true;
  /** Requests that the allow-list kept from the rules; absent when it named none. */
  readonly allowed?: number;
}

/**
 * `log-site-audit log PATH… [--json] [--allow FILE]`: reads logs and prints what was found. A log that can't be read does not
 * keep the others from being read; an allow-list that can't be read does, as what it names would be reported.
 * @returns the exit code: 0 nothing above information, 1 findings, 2 when a log could not be read.
 */
export async function runLogCommand(
  parameters: string[],
  output: LineSink,
  errors: LineSink,
  disk: Disk,
  readElsewhere?: ReadPartElsewhere,
): Promise<number> {
  const request = readParameters(parameters, ['allow']);
  if (request === undefined) {
    errors(t('Usage: {0}', 'log-site-audit log PATH… [--json] [--allow FILE]'));
    return ExitCode.failed;
  }
  let settings: LogSettings;
  try {
    settings = { ...DEFAULT_LOG_SETTINGS, allowList: await readAllowFile(disk, request.allow) };
  } catch (error) {
    errors(terminalText(t('{0}: {1}', request.allow ?? '', describeProblem(error))));
    return ExitCode.failed;
  }
  const logs: LogSummary[] = [];
  const findings: Finding[] = [];
  let failed = false;
  for (const file of request.subjects) {
    try {
      const analysis = analyseLog(await readLogFile(disk, file, readElsewhere), file, settings);
      logs.push(summarise(file, analysis));
      findings.push(...analysis.findings);
      if (analysis.format === undefined) errors(terminalText(t('{0}: no log that is known', file)));
    } catch (error) {
      failed = true;
      errors(terminalText(t('{0}: {1}', file, describeProblem(error))));
    }
  }
  if (request.json) output(JSON.stringify({ schema: 1, logs, findings: findings.map(withoutLines) }));
  else [...logs.flatMap(summaryLines), ...findingsText(logs, findings)].forEach(output);
  return failed ? ExitCode.failed : exitCodeOf(findings);
}

function summarise(file: string, { format, damaged, allowed, model }: LogAnalysis): LogSummary {
  const { lineIndex, rows, rejected, continued, time, zone } = model.table;
  const at = (row: number): string => isoTime(time[row]!, zone[row]!);
  const extremes = timeExtremes(time);
  return {
    file,
    ...(format !== undefined && { format }),
    lines: lineIndex.lines,
    entries: rows,
    rejected: rejected.length - continued.length,
    ...(continued.length > 0 && { continued: continued.length }),
    ...(extremes && { first: at(extremes[0]), last: at(extremes[1]) }),
    ...(damaged && { damaged }),
    ...(allowed > 0 && { allowed }),
  };
}

/** A finding as the JSON has it. */
function withoutLines(finding: Finding): Finding {
  const { lines, ...rest } = finding;
  return lines === undefined ? finding : rest;
}

function summaryLines(log: LogSummary): string[] {
  return [
    t(
      '{0}: {1} lines, {2} entries, {3} unreadable',
      terminalText(log.file),
      count(log.lines),
      count(log.entries),
      count(log.rejected),
    ),
    ...(log.first === undefined ? [] : [`  ${log.first} – ${log.last}`]),
    ...(log.allowed === undefined
      ? []
      : [`  ${t('{0} requests on the allow-list were left out.', count(log.allowed))}`]),
    ...(log.damaged ? [`  ${t('The packed file is damaged or was cut short; what was readable was read.')}`] : []),
  ];
}

/** The findings, or that there are none where something was looked for. */
function findingsText(logs: readonly LogSummary[], findings: readonly Finding[]): string[] {
  if (findings.length > 0) return findings.flatMap(findingLines);
  return logs.some(({ entries }) => entries > 0) ? ['', t('Nothing was found.')] : [];
}

function findingLines(finding: Finding): string[] {
  const shown = finding.clients.slice(0, SHOWN_CLIENTS);
  const more = finding.clients.length - shown.length;
  return [
    '',
    `${finding.rule} (${finding.severity})  ${terminalText(finding.title)}`,
    `  ${terminalText(finding.detail)}`,
    `  ${terminalText(t('What to do: {0}', finding.advice))}`,
    ...shown.map((client) => `  ${count(client.count).padStart(9)}  ${terminalText(client.address)}`),
    ...(more > 0 ? [`  ${t('… and {0} more', count(more))}`] : []),
  ];
}
