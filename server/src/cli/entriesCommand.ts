import type { Disk } from '../disk';
import { entryOf } from '../log/entry';
import { EntryKind } from '../log/entryFields';
import { MACHINE_ZONE, settleLocalTimes, timeZoneOf } from '../log/localZone';
import { LogTable } from '../log/logTable';
import { describeProblem } from '../problems';
import { readLogs } from '../readLogSet';
import { terminalText } from '../report/terminal';
import { DEFAULT_LOG_SETTINGS } from '../settings';
import { t } from '../words';
import { ExitCode, readParameters, type LineSink } from './commandLine';
import { areUsable } from './formatOption';

/** Names of the kinds of entries; a request, which most logs have alone, needs none. */
const kindNames: Readonly<Record<EntryKind, string | undefined>> = {
  [EntryKind.request]: undefined,
  [EntryKind.error]: 'error',
  [EntryKind.ftp]: 'ftp',
  [EntryKind.mail]: 'mail',
};

/** Lines that are printed in one piece; printing each by itself would take most of the time. */
const LINES_PER_OUTPUT = 2000;

/**
 * `log-site-audit entries PATH… [--format STRING]…`: prints every entry of files, folders and archives as a JSON object on a line
 * of its own; a field that was not logged is absent, and the client is the one that the server logged, though it be a proxy. Where
 * it is not one file, each entry names its file.
 * @returns the exit code: 0, or 2 when a log could not be read.
 */
export async function runEntriesCommand(
  parameters: string[],
  output: LineSink,
  errors: LineSink,
  disk: Disk,
): Promise<number> {
  const request = readParameters(parameters, ['time-zone', 'format']);
  const timeZone = request?.['time-zone'] === undefined ? MACHINE_ZONE : timeZoneOf(request['time-zone']);
  if (request === undefined || timeZone === undefined) {
    errors(t('Usage: {0}', 'log-site-audit entries PATH… [--time-zone ZONE] [--format STRING]…'));
    return ExitCode.failed;
  }
  const { subjects, format } = request;
  if (!areUsable(format, errors)) return ExitCode.failed;
  const settings = { ...DEFAULT_LOG_SETTINGS, logFormats: format };
  const { problems } = await readLogs(disk, subjects, { settings, keepsProxies: true }, (name, { table }) => {
    const isOnly = subjects.length === 1 && name === subjects[0];
    printEntries(new LogTable(settleLocalTimes(table, timeZone)), isOnly ? undefined : name, output);
    return true;
  });
  for (const { name, error } of problems) errors(terminalText(t('{0}: {1}', name, describeProblem(error))));
  return problems.length > 0 ? ExitCode.failed : ExitCode.nothingFound;
}

function printEntries(table: LogTable, file: string | undefined, output: LineSink): void {
  for (let start = 0; start < table.rows; start += LINES_PER_OUTPUT) {
    const rows = Math.min(LINES_PER_OUTPUT, table.rows - start);
    const lines = Array.from({ length: rows }, (_, index) => printedEntry(table, start + index, file));
    output(lines.join('\n'));
  }
}

/** `JSON.stringify` leaves out what is `undefined`. */
function printedEntry(table: LogTable, row: number, file: string | undefined): string {
  const { level, message, ...entry } = entryOf(table, row);
  return JSON.stringify({ file, ...entry, kind: kindNames[table.kind(row)], level, message });
}
