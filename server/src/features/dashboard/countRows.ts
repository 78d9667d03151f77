import { STATUSES } from '../../log/lineConditions';
import { NO_ENTRY, NO_TIME } from '../../log/logTable';
import { STATUS_CLASSES, type TimeSpan } from '../../protocol';
import type { CountedLog } from './countedLog';
import type { RowFilter } from './rowFilter';
import type { TimeScale } from './timeScale';

/** What was counted in a log; the places in lists are the numbers of its dictionaries. */
export interface RowCounts {
  /** Entries that meet all conditions. */
  readonly matching: number;
  /** Entries of each bar and class of statuses, whether of the chosen time or not: all bars of the first class, then the next. */
  readonly bars: Uint32Array;
  /** Those of them that belong to findings, by bar. */
  readonly flagged: Uint32Array;
  /** Entries without a time that meet the other conditions. */
  readonly untimed: number;
  /** Entries by file, client, endpoint and status, for each without the condition on it. */
  readonly files: Uint32Array;
  readonly clients: Uint32Array;
  readonly endpoints: Uint32Array;
  readonly statuses: Uint32Array;
}

/** Counts the entries of a log in one go. `chosen` is the time that lists tell of, `undefined` for any and none. */
export function countRows(
  { table, isFlagged, fileOfRow, files: { length: fileCount } }: CountedLog,
  { file: wantedFile, clients: wantedClients, endpoint: wantedEndpoint, statuses: wantedStatuses }: RowFilter,
  { start, step, bars: barCount }: TimeScale,
  chosen: TimeSpan | undefined,
): RowCounts {
  const { time, client, endpoint, status } = table.data;
  const bars = new Uint32Array(barCount * STATUS_CLASSES.length);
  const flagged = new Uint32Array(barCount);
  const files = new Uint32Array(fileCount);
  const clients = new Uint32Array(table.texts.client.size);
  const endpoints = new Uint32Array(table.endpointCount);
  const statuses = new Uint32Array(STATUSES);
  const end = start + step * barCount;
  let matching = 0;
  let untimed = 0;
  for (let row = 0; row < table.rows; row++) {
    const clientId = client[row] ?? NO_ENTRY;
    const endpointId = endpoint[row] ?? NO_ENTRY;
    const code = status[row]!;
    const file = fileOfRow?.[row] ?? 0;
    const isOtherFile = wantedFile !== undefined && wantedFile !== file;
    const isOtherClient = wantedClients !== undefined && wantedClients[clientId] !== 1;
    const isOtherEndpoint = wantedEndpoint !== undefined && wantedEndpoint !== endpointId;
    const isOtherStatus = wantedStatuses !== undefined && wantedStatuses[code] !== 1;
    const misses = Number(isOtherFile) + Number(isOtherClient) + Number(isOtherEndpoint) + Number(isOtherStatus);
    if (misses > 1) continue;
    const at = time[row]!;
    if (misses === 0) {
      if (at === NO_TIME) untimed++;
      else if (at >= start && at < end) {
        const bar = Math.floor((at - start) / step);
        bars[bar + classOf(code) * barCount]!++;
        flagged[bar]! += isFlagged[row]!;
      }
    }
    if (chosen !== undefined && (at < chosen.from || at >= chosen.to)) continue;
    if (misses === 0) matching++;
    if (misses === 0 || isOtherFile) files[file]!++;
    if ((misses === 0 || isOtherClient) && clientId !== NO_ENTRY) clients[clientId]!++;
    if ((misses === 0 || isOtherEndpoint) && endpointId !== NO_ENTRY) endpoints[endpointId]!++;
    if ((misses === 0 || isOtherStatus) && code < STATUSES) statuses[code]!++;
  }
  return { matching, bars, flagged, untimed, files, clients, endpoints, statuses };
}

/** Place of a status's class in `STATUS_CLASSES`. */
function classOf(status: number): number {
  return status >= 200 && status < 600 ? Math.floor(status / 100) - 2 : STATUS_CLASSES.length - 1;
}
