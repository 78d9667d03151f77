import { groupRows, rowsOf, type RowGroups } from '../../log/rowGroups';
import { groupBy } from '../../log/tally';
import type { OpenLog } from '../../logDocument';
import type { Finding } from '../../rules/finding';
import type { IncidentLog } from '../dashboard/countedLog';
import { firstLineOf } from '../findingKey';

/** A finding, and the line (from 1) of the log at which it is shown. */
export interface FindingInLog {
  readonly finding: Finding;
  readonly uri: string;
  readonly line: number;
}

/** Entries by client: those of an open log, or of all logs of an incident on one timeline. */
export interface ClientLog extends Pick<IncidentLog, 'table' | 'files' | 'fileOfRow'> {
  readonly byClient: RowGroups;
  readonly findings: readonly FindingInLog[];
}

/** A log that is open. */
export function openClientLog({ uri, name, model, findings }: OpenLog): ClientLog {
  return {
    table: model.table,
    files: [{ uri, name }],
    byClient: model.byClient,
    findings: findings.map((finding) => ({ finding, uri, line: firstLineOf(finding) })),
  };
}

/** Worked out once for each incident. */
const grouped = new WeakMap<IncidentLog, RowGroups>();

/** The logs of an incident. */
export function incidentClientLog(log: IncidentLog): ClientLog {
  const { table } = log;
  const byClient = grouped.get(log) ?? groupRows(table.data.client, table.texts.client.size);
  grouped.set(log, byClient);
  return { ...log, byClient };
}

/** The rows of a client, file by file; files without any are left out. */
export function rowsByFile({ byClient, fileOfRow }: ClientLog, id: number): { file: number; rows: Uint32Array }[] {
  const rows = rowsOf(byClient, id);
  if (fileOfRow === undefined) return [{ file: 0, rows }];
  return groupBy(fileOfRow, rows, () => 1).map(([file, own]) => ({ file, rows: own }));
}
