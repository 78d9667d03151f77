import type { Disk } from '../disk';
import { EntryKind } from '../log/entryFields';
import { LogTable, NO_TIME } from '../log/logTable';
import { isoTime } from '../log/time';
import { describeProblem } from '../problems';
import { readLogFile } from '../readLogFile';
import { terminalText } from '../report/terminal';
import { t } from '../words';
import { ExitCode, readParameters, type LineSink } from './commandLine';

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
 * `log-site-audit entries PATH…`: prints every entry as a JSON object on a line of its own; a field that was not logged is
 * absent.
 * @returns the exit code: 0, or 2 when a log could not be read.
 */
export async function runEntriesCommand(
  parameters: string[],
  output: LineSink,
  errors: LineSink,
  disk: Disk,
): Promise<number> {
  const request = readParameters(parameters);
  if (request === undefined) {
    errors(t('Usage: {0}', 'log-site-audit entries PATH…'));
    return ExitCode.failed;
  }
  let failed = false;
  for (const file of request.subjects) {
    try {
      const { table } = await readLogFile(disk, file, undefined);
      printEntries(new LogTable(table), output);
    } catch (error) {
      failed = true;
      errors(terminalText(t('{0}: {1}', file, describeProblem(error))));
    }
  }
  return failed ? ExitCode.failed : ExitCode.nothingFound;
}

function printEntries(table: LogTable, output: LineSink): void {
  for (let start = 0; start < table.rows; start += LINES_PER_OUTPUT) {
    const rows = Math.min(LINES_PER_OUTPUT, table.rows - start);
    output(Array.from({ length: rows }, (_, index) => JSON.stringify(entry(table, start + index))).join('\n'));
  }
}

/** `JSON.stringify` leaves out what is `undefined`. */
function entry(table: LogTable, row: number): Record<string, string | number | undefined> {
  const { time, zone, status, endpoint } = table.data;
  const request = endpoint[row]! < table.endpointCount ? table.endpoint(endpoint[row]!) : undefined;
  return {
    line: table.lineOfRow(row),
    client: table.text('client', row),
    user: table.text('user', row),
    time: time[row] === NO_TIME ? undefined : isoTime(time[row]!, zone[row]!),
    method: request?.method || undefined,
    target: (request && request.path + (table.text('query', row) ?? '')) || undefined,
    status: status[row] === 0 ? undefined : status[row],
    bytes: table.size(row),
    referrer: table.text('referrer', row),
    userAgent: table.text('agent', row),
    vhost: table.text('vhost', row),
    kind: kindNames[table.kind(row)],
    level: table.level(row),
    message: table.text('message', row),
  };
}
