import type { CountedEntries } from '../../incident/countedEntries';
import type { LogFile } from '../../log/logModel';
import { LogTable } from '../../log/logTable';
import type { OpenLog } from '../../logDocument';
import type { Finding } from '../../rules/finding';
import { flaggedRows } from '../../rules/log/flaggedRows';
import type { FindingInLog } from '../clients/clientLog';
import { firstLineOf } from '../findingKey';
import type { UriOfLog } from '../logFolder/logUris';
import { namesBelow } from './namesBelow';

/** The entries of a log, or of several on one timeline, to be counted. */
export interface CountedLog {
  /** At least one. */
  readonly files: readonly { readonly uri: string; readonly name: string }[];
  /** For each row the number of its file; absent where there is only one. */
  readonly fileOfRow?: Uint16Array;
  readonly table: LogTable;
  /** As the function `flaggedRows` has it. */
  readonly isFlagged: Uint8Array;
}

/** All logs of an incident. */
export interface IncidentLog extends CountedLog {
  readonly findings: readonly FindingInLog[];
}

/** The logs of the incident that was built last; nothing before one was. */
export interface IncidentLogs {
  current?: IncidentLog;
}

/** Worked out once for each reading of a log. */
const known = new WeakMap<OpenLog, CountedLog>();

/** A log that is open. */
export function countedLog(log: OpenLog): CountedLog {
  const { uri, name, model, findings } = log;
  const counted = known.get(log) ?? {
    files: [{ uri, name }],
    table: model.table,
    isFlagged: flaggedRows(model, findings),
  };
  known.set(log, counted);
  return counted;
}

/** All logs of an incident; names of files lose the folders that all have in common. */
export function countedIncident(
  { table, ...rows }: CountedEntries,
  files: readonly LogFile[],
  findings: readonly Finding[],
  uriOf: UriOfLog,
): IncidentLog {
  const names = namesBelow(files.map(({ name }) => name));
  return {
    ...rows,
    table: new LogTable(table),
    files: files.map((file, number) => ({ uri: uriOf(file.name), name: names[number]! })),
    findings: findings.flatMap((finding) => {
      const [place] = finding.places;
      return place === undefined ? [] : [{ finding, uri: uriOf(place.file), line: firstLineOf(finding) }];
    }),
  };
}
