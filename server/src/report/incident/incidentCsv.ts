import type { IncidentFile } from '../../incident/incident';
import { stateText } from '../../incident/fileWords';
import { urgencyName } from '../../rules/severityWords';
import { t } from '../../words';
import { csvTable } from '../csv';

/** The files of an incident as a table for a spreadsheet: one in each row below the names of the columns, all of them. */
export function incidentCsv(files: readonly IncidentFile[]): string {
  return csvTable([columnNames(), ...files.map(fileRow)]);
}

function columnNames(): string[] {
  return [
    t('File'),
    t('How urgent'),
    t('State'),
    t('Named by the host as'),
    t('The host calls it'),
    t('What was found'),
    t('What to do'),
    t('Requests'),
    t('Requests that sent something'),
    t('Addresses'),
    t('First'),
    t('Last'),
    t('Busiest address'),
    t('Uploaded by FTP'),
  ];
}

function fileRow(incidentFile: IncidentFile): (string | number | undefined)[] {
  const { file, severity, state, named, listed, findings, calls, uploads } = incidentFile;
  const [finding] = findings;
  return [
    file,
    urgencyName(severity),
    stateText(state, named !== undefined),
    named?.path,
    listed?.signature,
    findings.map(({ title }) => title).join(' / '),
    finding?.advice,
    calls?.requests ?? 0,
    calls?.writers.reduce((sum, { count }) => sum + count, 0) ?? 0,
    calls?.clients.length ?? 0,
    calls?.first,
    calls?.last,
    calls?.clients[0]?.address,
    uploads[0]?.time,
  ];
}
