import { memorySource, type ByteSource } from '../../server/src/log/byteSource';
import { entryOf, type Entry } from '../../server/src/log/entry';
import type { LogFacts } from '../../server/src/log/formats/logFormat';
import { settleLocalTimes, UTC } from '../../server/src/log/localZone';
import { LogTable } from '../../server/src/log/logTable';
import { readLog, type LogReading } from '../../server/src/log/readLog';

export type { Entry };

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
  return Array.from({ length: table.rows }, (_, row) => shortEntryOf(table, row));
}

/** Leaves out what was not logged, so that a test need not name it. */
function shortEntryOf(table: LogTable, row: number): Entry {
  const fields = Object.entries(entryOf(table, row)).filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields) as unknown as Entry;
}
