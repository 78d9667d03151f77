import { describeLog, timesOfLog } from '../describeLog';
import { ReaderNumbers, TableJoiner } from '../joinTables';
import { settleLocalTimes, type TimeZone } from '../localZone';
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
  /**
   * All entries in the order of time, each once; lines are counted through the files. The entries of one log alone stay in the
   * order of its lines.
   */
  readonly table: LogTableData;
  /** What was left out because another file has it as well. */
  readonly copies: readonly FileCopy[];
}

/** Makes one timeline of many logs. A log that was added is not needed any more. */
export class LogSetBuilder {
  /** The table of the only log so far: alone it needs neither joining nor sorting. */
  #only: LogTableData | undefined;
  readonly #joiner = new TableJoiner();
  readonly #files: Omit<LogFile, 'first' | 'last'>[] = [];
  readonly #rowsOfFiles: number[] = [];

  /** Lines so far. */
  get lines(): number {
    return this.#only?.lineIndex.lines ?? this.#joiner.lines;
  }

  get files(): number {
    return this.#files.length;
  }

  /** @param name how findings name the log */
  add(name: string, reading: LogReading): void {
    this.#files.push(describeLog(name, reading, this.lines));
    this.#rowsOfFiles.push(reading.table.rows);
    if (this.#files.length === 1) {
      this.#only = reading.table;
      return;
    }
    if (this.#only !== undefined) this.#joiner.append(this.#only, new ReaderNumbers());
    this.#only = undefined;
    this.#joiner.append(reading.table, new ReaderNumbers());
  }

  /**
   * The set, at least one log added; the builder must not be used afterwards.
   * @param timeZone of times of which no line says it
   */
  finish(timeZone: TimeZone): LogSet {
    if (this.#only === undefined) return this.#finishSeveral(timeZone);
    const table = settleLocalTimes(this.#only, timeZone);
    return { files: [{ ...this.#files[0]!, ...timesOfLog(table) }], table, copies: [] };
  }

  #finishSeveral(timeZone: TimeZone): LogSet {
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
    const files = this.#files.map((file, number) => {
      const start = starts[number]!;
      return { ...file, ...timesOfLog(table, start, start + file.entries) };
    });
    return { files, table: takeRows(new LogTable(table), kept), copies };
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
    const times = timesOfFiles(rows, this.#rowsOfFiles);
    return [
      ...markCopies(rows, rowKeys(allColumns(table), table.rows), times, this.#ranks(), left),
      ...markRelayed(rows, rowKeys(requestColumns(table), table.rows), table, times, left),
    ];
  }

  /** Which of two files keeps an entry: the one with more of them, else one that is not packed, else the shorter name. */
  #ranks(): number[] {
    const order = this.#files.map((_, file) => file).toSorted((a, b) => this.#compareAsOriginals(a, b));
    const ranks: number[] = [];
    order.forEach((file, rank) => (ranks[file] = rank));
    return ranks;
  }

  #compareAsOriginals(one: number, other: number): number {
    const [a, b] = [this.#files[one]!, this.#files[other]!];
    return (
      b.entries - a.entries ||
      Number(a.packing !== 'plain') - Number(b.packing !== 'plain') ||
      a.name.length - b.name.length ||
      one - other
    );
  }
}
