import { EntryKind } from '../../server/src/log/entryFields';
import { settleLocalTimes, UTC } from '../../server/src/log/localZone';
import { LogTable } from '../../server/src/log/logTable';
import { entriesOf, readEntries, type Entry } from './entries';

/** When the logs of tests end: times without a year are of 2021. */
export const NEWEST = Date.parse('2021-11-02T00:00:00Z') / 1000;

/** Time of the lines of tests that have no zone. */
export const TIME = '2021-11-01T10:56:55+00:00';

/** An entry of an FTP or mail log without its line, with its kind. */
export interface ServiceEntry extends Omit<Entry, 'line'> {
  readonly kind: keyof typeof EntryKind;
}

/** A log of FTP or mail as it was read. */
export interface ServiceLog {
  readonly format: string | undefined;
  readonly entries: ServiceEntry[];
  /** Lines (from 1) that are no entries. */
  readonly rejected: number[];
}

/** Reads a log of FTP or mail that ends at `NEWEST`; times without a zone are taken for UTC. */
export async function readService(log: string): Promise<ServiceLog> {
  const { format, table } = await readEntries(log, { newest: NEWEST });
  const rows = new LogTable(settleLocalTimes(table, UTC));
  const entries = entriesOf(rows);
  return {
    format,
    entries: entries.map((entry, row) => withoutLine(entry, kindName(rows.kind(row)))),
    rejected: [...table.rejected],
  };
}

/** The only entry of a log of one line, without its message. */
export async function readOnly(line: string): Promise<Omit<ServiceEntry, 'message'> | undefined> {
  const { entries } = await readService(line);
  if (entries.length !== 1) return undefined;
  const { message: _, ...entry } = entries[0]!;
  return entry;
}

function withoutLine(entry: Entry, kind: ServiceEntry['kind']): ServiceEntry {
  const { line: _, ...rest } = entry;
  return { ...rest, kind };
}

function kindName(kind: EntryKind): keyof typeof EntryKind {
  return Object.entries(EntryKind).find(([, each]) => each === kind)![0] as keyof typeof EntryKind;
}
