import { NO_TIME, type LogTable } from './logTable';
import { isoTime } from './time';

/** An entry written out; what was not logged is absent or `undefined`. */
export interface Entry {
  /** Line of the log, from 1. */
  readonly line: number;
  readonly client?: string;
  readonly user?: string;
  /** ISO 8601 with the log's offset. */
  readonly time?: string;
  readonly method?: string;
  /** Path and query. */
  readonly target?: string;
  readonly status?: number;
  /** Size of the answer or the file in bytes. */
  readonly bytes?: number;
  readonly referrer?: string;
  readonly userAgent?: string;
  readonly vhost?: string;
  /** Severity from 0 to 7 (RFC 5424 §6.2.1). */
  readonly level?: number;
  readonly message?: string;
}

/** The entry of a row, from 0. Its time is written as the table has it: local times must have been settled before. */
export function entryOf(table: LogTable, row: number): Entry {
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
    level: table.level(row),
    message: table.text('message', row),
  };
}
