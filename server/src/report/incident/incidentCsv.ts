import type { Incident, IncidentFile } from '../../incident/incident';
import type { EventKind } from '../../incident/timeline/incidentEvent';
import { stateText } from '../../incident/fileWords';
import { urgencyName } from '../../rules/severityWords';
import { t } from '../../words';
import { csvTable } from '../csv';

/** The files of an incident as a table for a spreadsheet: one in each row below the names of the columns, all of them. */
export function incidentCsv({ files, events }: Incident): string {
  const before = eventsBefore(events);
  return csvTable([columnNames(), ...files.map((file) => [...fileRow(file), before.get(file.file)])]);
}

/** What tells how a file came. */
const LEADING: ReadonlySet<EventKind> = new Set(['missing', 'write', 'upload', 'rename', 'file-time']);

function eventsBefore(events: Incident['events']): Map<string, string> {
  const byFile = new Map<string, string>();
  for (const { kind, file, time, text } of events) {
    if (file === undefined || !LEADING.has(kind)) continue;
    const told = time === undefined ? text : `${time} ${text}`;
    const known = byFile.get(file);
    byFile.set(file, known === undefined ? told : `${known} / ${told}`);
  }
  return byFile;
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
    t('What led to it'),
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
