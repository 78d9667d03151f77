import { wantedStatuses } from '../../log/lineConditions';
import type { LogTable } from '../../log/logTable';
import type { DashboardQuery } from '../../protocol';
import type { CountedLog } from './countedLog';

/** Conditions on entries in the numbers of a log; what is `undefined` asks for nothing. */
export interface RowFilter {
  /** Number of the file; -1 when the entries are from others. */
  readonly file?: number;
  /** For each client 1 if it is wanted, else 0. */
  readonly clients?: Uint8Array;
  /** Number of the endpoint; -1 when the log has no such. */
  readonly endpoint?: number;
  /** For each status 1 if it is wanted, else 0. */
  readonly statuses?: Uint8Array;
}

/** The conditions of a query in the numbers of a log. */
export function rowFilter(
  { table, files }: Pick<CountedLog, 'table' | 'files'>,
  { log, clients, endpoint, status }: Pick<DashboardQuery, 'log' | 'clients' | 'endpoint' | 'status'>,
): RowFilter {
  return {
    ...(log !== undefined && { file: files.findIndex(({ uri }) => uri === log) }),
    ...(clients !== undefined && { clients: wantedClients(table, clients) }),
    ...(endpoint !== undefined && { endpoint: table.findEndpoint(endpoint) ?? -1 }),
    ...(status !== undefined && { statuses: wantedStatuses(status) }),
  };
}

function wantedClients({ texts: { client } }: LogTable, addresses: readonly string[]): Uint8Array {
  const wanted = new Uint8Array(client.size);
  // One is found by its bytes; for many all texts are made once.
  if (addresses.length === 1) {
    const id = client.find(addresses[0]!);
    if (id !== undefined) wanted[id] = 1;
    return wanted;
  }
  const names = new Set(addresses);
  return wanted.map((_, id) => (names.has(client.text(id)) ? 1 : 0));
}
