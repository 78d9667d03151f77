import { ReaderNumbers, TableJoiner } from '../joinTables';
import { hasLocalTimes, settleLocalTimes, type TimeZone } from '../localZone';
import type { LogFile } from '../logModel';
import { LogTable, NO_TIME, type LogTableData } from '../logTable';
import type { LogReading } from '../readLog';
import { takeRows } from '../takeRows';
import { markCopies, type FileCopy } from './copies';
import { timesOfFiles } from './fileTimes';
import { markRelayed } from './relays';
import { allColumns, requestColumns, rowKeys } from './rowKeys';
import type { TimedRows } from './seconds';
import { timeOrder, withoutGaps } from './timeOrder';

/** Most files of a set: the number of a row's file takes two bytes. */
export const MOST_FILES = 0xffff;

/** Several logs together. Plain data. */
export interface LogSet {
  readonly files: readonly LogFile[];
  /** All entries in the order of time, each once; lines are counted through the files. */
  readonly table: LogTableData;
  /** What was left out because another file has it as well. */
  readonly copies: readonly FileCopy[];
}

/** Makes one timeline of many logs. A log that was added is not needed any more. */
export class LogSetBuilder {
  readonly #joiner = new TableJoiner();
  readonly #files: LogFile[] = [];
  readonly #rowsOfFiles: number[] = [];

  /** Lines so far. */
  get lines(): number {
    return this.#joiner.lines;
  }

  get files(): number {
    return this.#files.length;
  }

  /** @param name how findings name the log */
  add(name: string, { format, packing, damaged, table }: LogReading): void {
    const { lines } = table.lineIndex;
    this.#files.push({
      name,
      format,
      packing,
      damaged,
      linesBefore: this.lines,
      lines,
      zoneIsAssumed: hasLocalTimes(table),
    });
    this.#rowsOfFiles.push(table.rows);
    this.#joiner.append(table, new ReaderNumbers());
  }

  /**
   * The set, at least one log added; the builder must not be used afterwards.
   * @param timeZone of times of which no line says it
   */
  finish(timeZone: TimeZone): LogSet {
    const starts = this.#startsOfFiles();
    const table = settleLocalTimes(this.#joiner.finish(), timeZone, new Set(starts));
    const time = withoutGaps(table.time, this.#rowsOfFiles);
    const rows: TimedRows = {
      order: timeOrder(time, this.#earlierFilesFirst(time, starts)),
      time,
      file: this.#fileOfRows(table.rows, starts),
    };
    const left = new Uint8Array(table.rows);
    const copies = this.#markCopies(rows, table, left);
    const kept = rows.order.filter((row) => left[row] === 0);
    return { files: this.#files, table: takeRows(new LogTable(table), kept), copies };
  }

  #startsOfFiles(): number[] {
    let before = 0;
    return this.#rowsOfFiles.map((rows) => {
      before += rows;
      return before - rows;
    });
  }

  /** All rows, those of a file whose first entry is older before those of others: so they stay within a second. */
  #earlierFilesFirst(time: Uint32Array, starts: readonly number[]): Uint32Array {
    const files = starts.map((_, file) => file);
    const firstTime = (file: number): number => time[starts[file]!] ?? NO_TIME;
    const rows = new Uint32Array(time.length);
    let filled = 0;
    for (const file of files.toSorted((a, b) => firstTime(a) - firstTime(b))) {
      for (let row = starts[file]!; row < starts[file]! + this.#rowsOfFiles[file]!; row++) rows[filled++] = row;
    }
    return rows;
  }

  #fileOfRows(rows: number, starts: readonly number[]): Uint16Array {
    const fileOfRow = new Uint16Array(rows);
    starts.forEach((start, file) => fileOfRow.fill(file, start, start + this.#rowsOfFiles[file]!));
    return fileOfRow;
  }

  #markCopies(rows: TimedRows, table: LogTableData, left: Uint8Array): FileCopy[] {
    if (this.#files.length === 1) return [];
    const times = timesOfFiles(rows, this.#rowsOfFiles);
    return [
      ...markCopies(rows, rowKeys(allColumns(table), table.rows), times, this.#ranks(), left),
      ...markRelayed(rows, rowKeys(requestColumns(table), table.rows), table, times, left),
    ];
  }

  /** Which of two files keeps an entry: the one with more of them, else one that is not packed, else the first. */
  #ranks(): number[] {
    const isPacked = (file: number): number => (this.#files[file]!.packing === 'plain' ? 0 : 1);
    const order = this.#files
      .map((_, file) => file)
      .toSorted((a, b) => this.#rowsOfFiles[b]! - this.#rowsOfFiles[a]! || isPacked(a) - isPacked(b) || a - b);
    const ranks: number[] = [];
    order.forEach((file, rank) => (ranks[file] = rank));
    return ranks;
  }
}
