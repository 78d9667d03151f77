import type { NetworkRecord } from '../address/addressData';
import type { Address } from '../address/parseAddress';
import { LogTable, type LogTableData } from './logTable';
import type { Packing } from '../archive/packings/packing';
import { groupRows, type RowGroups } from './rowGroups';
import type { FileCopy } from './set/copies';

/** What is known of a log beside its entries. Plain data. */
export interface LogFile {
  /** As findings name it; unlike that of any other file of the model. */
  readonly name: string;
  /** The virtual host that its lines name; absent where they name none, or several. */
  readonly domain?: string;
  /** Id of the format, or `undefined` when the file is no log that is known. */
  readonly format: string | undefined;
  readonly packing: Packing;
  /** The packed data was damaged or cut short. */
  readonly damaged: boolean;
  /** Lines of the files before it: the table counts through the lines of all files, one file behind the other. */
  readonly linesBefore: number;
  readonly lines: number;
  readonly entries: number;
  /** Lines that neither are entries nor belong to one. */
  readonly unreadable: number;
  /** Lines that belong to the entry before them, such as stack traces. */
  readonly continued: number;
  /** Earliest and latest time, ISO 8601 with the log's own offset; absent when no entry has one. */
  readonly first?: string;
  readonly last?: string;
  /** No line says the zone of (some of) its times: they are taken for those of the zone that was assumed. */
  readonly zoneIsAssumed: boolean;
}

/** What rules and hovers read: the table of a log or of several together, its rows by client and by endpoint. Plain data. */
export interface LogModelData {
  /** At least one. */
  readonly files: readonly LogFile[];
  /** Entries of these files that were left out because another one has them as well. */
  readonly copies: readonly FileCopy[];
  readonly table: LogTableData;
  readonly byClient: RowGroups;
  readonly byEndpoint: RowGroups;
}

/** A log, or several together, ready for look-ups. */
export interface LogModel extends Omit<LogModelData, 'table'> {
  readonly table: LogTable;
  /** What is known offline of the network of an address; `undefined` where no network data is at hand. */
  readonly networkOf?: NetworkLookup;
}

/** Looks an address up in the bundled network data; `undefined` where nothing is known of it. */
export type NetworkLookup = (address: Address) => NetworkRecord | undefined;

/** Groups a table's rows. */
export function groupTable(
  table: LogTableData,
  files: readonly LogFile[],
  copies: readonly FileCopy[] = [],
): LogModelData {
  return {
    files,
    copies,
    table,
    byClient: groupRows(table.client, table.texts.client.ends.length),
    byEndpoint: groupRows(table.endpoint, table.endpoints.path.length),
  };
}

/** A model of plain data, for look-ups. */
export function openModel(data: LogModelData, networkOf?: NetworkLookup): LogModel {
  return { ...data, table: new LogTable(data.table), networkOf };
}

/** The file that a line (from 1) of the model's table is in, and its number (from 1) there. */
export function placeOfLine({ files }: LogModel, line: number): { file: string; line: number } {
  const file = files[files.length === 1 ? 0 : fileOfLine(files, line)]!;
  return { file: file.name, line: line - file.linesBefore };
}

/** Number of the file that a line (from 1) of the table is in. */
export function fileOfLine(files: readonly LogFile[], line: number): number {
  let low = 0;
  let high = files.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (files[middle]!.linesBefore < line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
