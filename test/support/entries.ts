import { memorySource, type ByteSource } from '../../server/src/log/byteSource';
import type { LogFacts } from '../../server/src/log/formats/logFormat';
import { settleLocalTimes, UTC } from '../../server/src/log/localZone';
import { LogTable, NO_TIME } from '../../server/src/log/logTable';
import { readLog, type LogReading } from '../../server/src/log/readLog';
import { isoTime } from '../../server/src/log/time';

/** An entry as the command line prints it; what was not logged is absent. */
export interface Entry {
  readonly line: number;
  readonly client?: string;
  readonly user?: string;
  readonly time?: string;
  readonly method?: string;
  readonly target?: string;
  readonly status?: number;
  readonly bytes?: number;
  readonly referrer?: string;
  readonly userAgent?: string;
  readonly vhost?: string;
  readonly level?: number;
  readonly message?: string;
}

/** A log that was read, with its entries written out. */
export interface ReadEntries extends LogReading {
  readonly entries: Entry[];
}

/** Reads a log from text or bytes. */
export async function readEntries(log: string | Uint8Array, facts: LogFacts = {}): Promise<ReadEntries> {
  return readEntriesOf(memorySource(typeof log === 'string' ? Buffer.from(log) : log), facts);
}

/** Reads a log from bytes that come in these chunks. */
export async function readChunks(chunks: readonly Uint8Array[]): Promise<ReadEntries> {
  return readEntriesOf({
    size: chunks.reduce((sum, chunk) => sum + chunk.length, 0),
    async *chunks() {
      yield* chunks;
    },
  });
}

async function readEntriesOf(source: ByteSource, facts: LogFacts = {}): Promise<ReadEntries> {
  const reading = await readLog(source, facts);
  // Times without a zone are read as if in UTC, whatever the machine's is.
  const table = settleLocalTimes(reading.table, UTC);
  return { ...reading, table, entries: entriesOf(new LogTable(table)) };
}

/** Every entry of a table. */
export function entriesOf(table: LogTable): Entry[] {
  return Array.from({ length: table.rows }, (_, row) => entryOf(table, row));
}

function entryOf(table: LogTable, row: number): Entry {
  const { time, zone, status, endpoint } = table.data;
  const request = endpoint[row]! < table.endpointCount ? table.endpoint(endpoint[row]!) : undefined;
  const entry = {
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
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as unknown as Entry;
}
