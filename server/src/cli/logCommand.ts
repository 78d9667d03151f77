import type { AddressDataSource, AddressDataState } from '../address/addressDataSource';
import { addressDataAttribution } from '../address/attribution';
import { bundledNetworks } from '../address/clientNetworks';
import { networkSentence } from '../address/networkWords';
import type { Disk } from '../disk';
import { timeZoneOf } from '../log/localZone';
import type { FileCopy } from '../log/set/copies';
import type { LogSet } from '../log/set/logSet';
import { analyseSet } from '../logAnalysis';
import { networkLookup } from '../networkLookup';
import { count, currentLocale } from '../numbers';
import { describeProblem } from '../problems';
import type { OpenPartReader } from '../partReader';
import { MOST_SET_LINES, readLogSet, type LogSetReading } from '../readLogSet';
import { withNetworks } from '../report/findingNetworks';
import { sarifLog } from '../report/sarif/sarifLog';
import { terminalText } from '../report/terminal';
import type { Finding } from '../rules/finding';
import { DEFAULT_LOG_SETTINGS, type LogSettings } from '../settings';
import { t } from '../words';
import { readAllowFile } from './allowFile';
import { ExitCode, exitCodeOf, readParameters, type LineSink } from './commandLine';
import { areUsable } from './formatOption';

/** Clients beyond this number are counted in the text; `--json` has them all. */
const SHOWN_CLIENTS = 10;
/** Bytes of logs that, when they are packed, take as long as loading the network data; plain ones are judged meanwhile. */
const LARGE = 4 * 1024 * 1024;
/** Names of files beyond this number are counted; `--json` has them all. */
const SHOWN_NAMES = 5;

/** One log in the command's answer. */
interface LogSummary {
  readonly file: string;
  /** Id of the format. */
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
  /** Entries that count as those of other files, which have them as well; absent when there are none. */
  readonly copies?: readonly { readonly of: string; readonly entries: number; readonly kind: FileCopy['kind'] }[];
}

/** What the command answers beside the logs and the findings; what does not apply is absent. */
interface SetSummary {
  /** Requests that the allow-list kept from the rules. */
  readonly allowed?: number;
  /** Files below folders that are no logs that are known. */
  readonly notLogs?: number;
  /** Files that were not read as there are too many lines. */
  readonly leftOut?: readonly string[];
}

/**
 * `log-site-audit log PATH… [--json | --sarif] [--allow FILE] [--time-zone ZONE]`: reads files, folders and archives as one set of logs and
 * prints what was found. A log that can't be read does not keep the others from being read; an allow-list that can't be read
 * does, as what it names would be reported.
 * @returns the exit code: 0 nothing above information, 1 findings, 2 when a log could not be read.
 */
export async function runLogCommand(
  parameters: string[],
  output: LineSink,
  errors: LineSink,
  disk: Disk,
  openElsewhere?: OpenPartReader,
  addressData?: AddressDataSource,
): Promise<number> {
  const request = readParameters(parameters, ['allow', 'time-zone', 'format', 'sarif']);
  const timeZone = request?.['time-zone'] ?? '';
  if (request === undefined || (timeZone !== '' && timeZoneOf(timeZone) === undefined)) {
    errors(
      t(
        'Usage: {0}',
        'log-site-audit log PATH… [--json | --sarif] [--allow FILE] [--time-zone ZONE] [--format STRING]…',
      ),
    );
    return ExitCode.failed;
  }
  if (!areUsable(request.format, errors)) return ExitCode.failed;
  let settings: LogSettings;
  try {
    const allowList = await readAllowFile(disk, request.allow);
    settings = { ...DEFAULT_LOG_SETTINGS, timeZone, allowList, logFormats: request.format };
  } catch (error) {
    errors(terminalText(t('{0}: {1}', request.allow ?? '', describeProblem(error))));
    return ExitCode.failed;
  }
  // Nearly every large log has findings, and names crawlers: what tells their networks is unpacked while the log is read.
  const onProgress = (_done: number, total: number): void => {
    if (total > LARGE) void addressData?.();
  };
  const reading = await readLogSet(disk, request.subjects, { settings, openElsewhere, onProgress });
  const problems = problemLines(reading, request.subjects);
  problems.forEach((line) => errors(terminalText(line)));

  const { set } = reading;
  const { findings, allowed } = set
    ? analyseSet(set, settings, await networkLookup(set.table, addressData))
    : { findings: [], allowed: 0 };
  const logs = set?.files.map((_, number) => summarise(set, number)) ?? [];
  const summary = summariseSet(reading, request.subjects, allowed);
  const network = await networksOf(findings, addressData);
  if (request.sarif) output(sarifLog({ logs: findings }, currentLocale()).trimEnd());
  else if (request.json) output(asJson({ logs, ...summary }, findings, network));
  else [...logs.flatMap(summaryLines), ...setLines(summary), ...findingsText(logs, findings, network)].forEach(output);
  return reading.problems.length > 0 ? ExitCode.failed : exitCodeOf(findings);
}

/** What could not be read and why, and which of the files that the user named are no logs. */
function problemLines({ problems, notLogs }: LogSetReading, subjects: readonly string[]): string[] {
  return [
    ...problems.map(({ name, error }) => t('{0}: {1}', name, describeProblem(error))),
    ...notLogs.filter((name) => subjects.includes(name)).map((name) => t('{0}: no log that is known', name)),
  ];
}

function summarise({ files, copies }: LogSet, number: number): LogSummary {
  const { name, format, lines, entries, unreadable, continued, first, last, damaged } = files[number]!;
  const own = copies.filter(({ file }) => file === number);
  return {
    file: name,
    ...(format !== undefined && { format }),
    lines,
    entries,
    rejected: unreadable,
    ...(continued > 0 && { continued }),
    ...(first !== undefined && { first, last }),
    ...(damaged && { damaged }),
    ...(own.length > 0 && {
      copies: own.map((copy) => ({ of: files[copy.of]!.name, entries: copy.entries, kind: copy.kind })),
    }),
  };
}

function summariseSet({ notLogs, leftOut }: LogSetReading, subjects: readonly string[], allowed: number): SetSummary {
  const others = notLogs.filter((name) => !subjects.includes(name)).length;
  return {
    ...(allowed > 0 && { allowed }),
    ...(others > 0 && { notLogs: others }),
    ...(leftOut.length > 0 && { leftOut }),
  };
}

/** The network data, where a finding has clients that it could say something of. */
async function networksOf(
  findings: readonly Finding[],
  addressData: AddressDataSource | undefined,
): Promise<Partial<AddressDataState>> {
  return findings.some(({ clients }) => clients.length > 0) ? ((await addressData?.()) ?? {}) : {};
}

function asJson(about: object, findings: readonly Finding[], network: Partial<AddressDataState>): string {
  const { data } = network;
  const reported = withNetworks(findings, bundledNetworks(network));
  const credit = data && { networkData: { date: data.date, attribution: addressDataAttribution(data.date) } };
  return JSON.stringify({ schema: 1, ...about, findings: reported, ...credit });
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
    ...(log.copies ?? []).map(copyLine),
    ...(log.damaged ? [`  ${t('The packed file is damaged or was cut short; what was readable was read.')}`] : []),
  ];
}

function copyLine({ of, entries, kind }: NonNullable<LogSummary['copies']>[number]): string {
  const file = terminalText(of);
  return kind === 'copy'
    ? `  ${t('{0} of these entries are also in {1} and count once.', count(entries), file)}`
    : `  ${t('{0} of these requests came through the server that wrote {1} and count once.', count(entries), file)}`;
}

function setLines({ allowed = 0, notLogs = 0, leftOut = [] }: SetSummary): string[] {
  return [
    ...(allowed > 0 ? [t('{0} requests on the allow-list were left out.', count(allowed))] : []),
    ...(notLogs > 0 ? [t('{0} other files are no logs that are known.', count(notLogs))] : []),
    ...(leftOut.length > 0 ? [leftOutText(leftOut)] : []),
  ];
}

function leftOutText(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN_NAMES).map(terminalText).join(', ');
  return t(
    'More than {0} lines can’t be read together: {1} files were left out ({2}). Read fewer days at a time.',
    count(MOST_SET_LINES),
    count(names.length),
    names.length > SHOWN_NAMES ? `${shown}, …` : shown,
  );
}

/** The findings, or that there are none where something was looked for. */
function findingsText(
  logs: readonly LogSummary[],
  findings: readonly Finding[],
  network: Partial<AddressDataState>,
): string[] {
  if (findings.length > 0) {
    const { data } = network;
    const credit = data === undefined ? [] : ['', addressDataAttribution(data.date)];
    const lookup = bundledNetworks(network);
    return [...findings.flatMap((each) => findingLines(each, networkSentence(each.clients, lookup))), ...credit];
  }
  return logs.some(({ entries }) => entries > 0) ? ['', t('Nothing was found.')] : [];
}

function findingLines(finding: Finding, networks: string | undefined): string[] {
  const shown = finding.clients.slice(0, SHOWN_CLIENTS);
  const more = finding.clients.length - shown.length;
  return [
    '',
    `${finding.rule} (${finding.severity})  ${terminalText(finding.title)}`,
    `  ${terminalText(finding.detail)}`,
    ...(networks === undefined ? [] : [`  ${terminalText(networks)}`]),
    `  ${terminalText(t('What to do: {0}', finding.advice))}`,
    ...shown.map((client) => `  ${count(client.count).padStart(9)}  ${terminalText(client.address)}`),
    ...(more > 0 ? [`  ${t('… and {0} more', count(more))}`] : []),
  ];
}
