import { STATUSES } from '../../log/lineConditions';
import { NO_ENTRY, NO_TIME, type LogTable } from '../../log/logTable';
import { STATUS_CLASSES, type TimeSpan } from '../../protocol';
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
  /** Entries by client, endpoint and status, for each without the condition on it. */
  readonly clients: Uint32Array;
  readonly endpoints: Uint32Array;
  readonly statuses: Uint32Array;
}

/** What is counted in a log. */
export interface CountedRows {
  readonly table: LogTable;
  /** For each row 1 if it belongs to a finding, else 0. */
  readonly isFlagged: Uint8Array;
}

/** Counts the entries of a log in one go. `chosen` is the time that lists tell of, `undefined` for any and none. */
export function countRows(
  { table, isFlagged }: CountedRows,
  { clients: wantedClients, endpoint: wantedEndpoint, statuses: wantedStatuses }: RowFilter,
  { start, step, bars: barCount }: TimeScale,
  chosen: TimeSpan | undefined,
): RowCounts {
  const { time, client, endpoint, status } = table.data;
  const bars = new Uint32Array(barCount * STATUS_CLASSES.length);
  const flagged = new Uint32Array(barCount);
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
    const isOtherClient = wantedClients !== undefined && wantedClients[clientId] !== 1;
    const isOtherEndpoint = wantedEndpoint !== undefined && wantedEndpoint !== endpointId;
    const isOtherStatus = wantedStatuses !== undefined && wantedStatuses[code] !== 1;
    const misses = Number(isOtherClient) + Number(isOtherEndpoint) + Number(isOtherStatus);
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
    if ((misses === 0 || isOtherClient) && clientId !== NO_ENTRY) clients[clientId]!++;
    if ((misses === 0 || isOtherEndpoint) && endpointId !== NO_ENTRY) endpoints[endpointId]!++;
    if ((misses === 0 || isOtherStatus) && code < STATUSES) statuses[code]!++;
  }
  return { matching, bars, flagged, untimed, clients, endpoints, statuses };
}

/** Place of a status's class in `STATUS_CLASSES`. */
function classOf(status: number): number {
  return status >= 200 && status < 600 ? Math.floor(status / 100) - 2 : STATUS_CLASSES.length - 1;
}
