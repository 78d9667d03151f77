import type { EntryAtLine } from '../protocol';
import type { LogPosition } from './logPosition';

/** The address and the endpoint of the entry at a position; `null` when the line is no entry or names no client. */
export function entryAt({ log, line, row }: LogPosition): EntryAtLine | null {
  const { table } = log.model;
  const address = row === undefined ? undefined : table.text('client', row);
  if (row === undefined || address === undefined) return null;
  const endpoint = table.data.endpoint[row]!;
  return {
    log: log.uri,
    line: line - 1,
    address,
    ...(endpoint < table.endpointCount && { endpoint: table.endpoint(endpoint) }),
  };
}
