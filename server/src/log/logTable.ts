import { Dictionary, type DictionaryData } from './dictionary';
import { EntryKind } from './entryFields';
import type { LineIndex } from './lineIndex';

/** Number in a column of dictionary entries that stands for "not logged". */
export const NO_ENTRY = 0xffff_ffff;
/** Time in the column `time` that stands for "not logged". */
export const NO_TIME = 0;
/** Size in the column `size` that stands for "not logged". */
export const NO_SIZE = 0xffff_ffff;
/** Size in the column `size` of a response of 4 GiB or more, which `largeSizes` holds. */
export const LARGE_SIZE = 0xffff_fffe;
/** Severity in the column `level` that stands for "not logged". */
export const NO_LEVEL = 0xff;
/** Zone offsets are kept in quarters of an hour: no zone has a finer offset today (https://www.iana.org/time-zones). */
export const ZONE_STEP_MINUTES = 15;

/**
 * Offset in the column `zone` of times of which no line says the zone: `time` is what the clock showed, taken for UTC. They are
 * settled (`settleLocalTimes`) before anybody looks at times.
 */
export const LOCAL_ZONE = -128;

/**
 * A log as columns, one row for each entry (readable line) in the order of the file, and dictionaries of the texts in it.
 * Plain data without methods, so that a worker thread hands it over without copying.
 */
export interface LogTableData {
  /** Lines of the file, readable or not; of a set of logs those of all files, one file behind the other. */
  readonly lineIndex: LineIndex;
  /** Line (from 1) of each row of a set of logs, whose rows are in the order of time; absent in one log: the order of lines. */
  readonly rowLines?: Uint32Array;
  /** Lines (from 1) that are not entries, ascending; rows are numbered over the others. */
  readonly rejected: Uint32Array;
  /** Those of them that belong to the entry before them, such as stack traces; the rest is unreadable. */
  readonly continued: Uint32Array;
  readonly rows: number;
  /** Seconds since 1970-01-01 UTC; `NO_TIME` where none is logged. */
  readonly time: Uint32Array;
  /** Offset of the logged time from UTC in steps of `ZONE_STEP_MINUTES`. */
  readonly zone: Int8Array;
  readonly client: Uint32Array;
  /** Number in `endpoints`; `NO_ENTRY` where the request is unreadable. */
  readonly endpoint: Uint32Array;
  /** Query with its question mark; `NO_ENTRY` where the target has none. */
  readonly query: Uint32Array;
  /** HTTP status; 0 where none is logged. */
  readonly status: Uint16Array;
  readonly size: Uint32Array;
  readonly largeSizes: ReadonlyMap<number, number>;
  readonly referrer: Uint32Array;
  readonly agent: Uint32Array;
  readonly user: Uint32Array;
  readonly vhost: Uint32Array;
  /** What a server says in its own words; absent in logs of requests. */
  readonly message: Uint32Array;
  /** `EntryKind` of each row; no rows where all are requests. */
  readonly kind: Uint8Array;
  /** Severity of messages, 0 (emergency) to 7 (debug); `NO_LEVEL` where none is logged, no rows where none has one. */
  readonly level: Uint8Array;
  readonly endpoints: { readonly method: Uint32Array; readonly path: Uint32Array };
  readonly texts: Readonly<Record<TextColumn, DictionaryData>>;
}

/** The columns whose values are texts in a dictionary of their own. */
export type TextColumn = 'client' | 'method' | 'path' | 'query' | 'referrer' | 'agent' | 'user' | 'vhost' | 'message';

/** Column of a log in which every row is absent; shared, as most logs have no user and no vhost. */
export const EMPTY_COLUMN = new Uint32Array(0);
/** The same for columns of small numbers. */
export const EMPTY_SMALL_COLUMN = new Uint8Array(0);

/** A method and a path. */
export interface Endpoint {
  /** Empty where the log has the path alone. */
  readonly method: string;
  readonly path: string;
}

/** Reads a `LogTableData`: texts, lines, addresses. All methods are look-ups. */
export class LogTable {
  readonly data: LogTableData;
  readonly texts: Readonly<Record<TextColumn, Dictionary>>;

  constructor(data: LogTableData) {
    this.data = data;
    const dictionary = (column: TextColumn): Dictionary => new Dictionary(data.texts[column]);
    this.texts = {
      client: dictionary('client'),
      method: dictionary('method'),
      path: dictionary('path'),
      query: dictionary('query'),
      referrer: dictionary('referrer'),
      agent: dictionary('agent'),
      user: dictionary('user'),
      vhost: dictionary('vhost'),
      message: dictionary('message'),
    };
  }

  get rows(): number {
    return this.data.rows;
  }

  get lines(): number {
    return this.data.lineIndex.lines;
  }

  get endpointCount(): number {
    return this.data.endpoints.path.length;
  }

  endpoint(id: number): Endpoint {
    const { method, path } = this.data.endpoints;
    return { method: this.texts.method.text(method[id]!), path: this.texts.path.text(path[id]!) };
  }

  /** Number of the endpoint, or `undefined` when the log has none such. */
  findEndpoint(wanted: Endpoint): number | undefined {
    const method = this.texts.method.find(wanted.method);
    const path = this.texts.path.find(wanted.path);
    if (method === undefined || path === undefined) return undefined;
    const { endpoints } = this.data;
    const id = endpoints.path.findIndex((each, index) => each === path && endpoints.method[index] === method);
    return id < 0 ? undefined : id;
  }

  /** What the row tells about. */
  kind(row: number): EntryKind {
    return (this.data.kind[row] ?? EntryKind.request) as EntryKind;
  }

  /** Whether the log has requests to a web server and nothing else. */
  get hasOnlyRequests(): boolean {
    return this.data.kind.length === 0;
  }

  /** Severity of a message, 0 (emergency) to 7 (debug); `undefined` where the log has none. */
  level(row: number): number | undefined {
    const level = this.data.level[row] ?? NO_LEVEL;
    return level === NO_LEVEL ? undefined : level;
  }

  /** Bytes sent; `undefined` where the log has none. */
  size(row: number): number | undefined {
    const size = this.data.size[row]!;
    if (size === NO_SIZE) return undefined;
    return size === LARGE_SIZE ? this.data.largeSizes.get(row) : size;
  }

  /** Line (from 1) of a row. */
  lineOfRow(row: number): number {
    const { rejected, rowLines } = this.data;
    if (rowLines !== undefined) return rowLines[row]!;
    // Of the rejected lines, those count that lie before the row's line: the line grows with every one passed.
    let low = 0;
    let high = rejected.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (rejected[middle]! - middle - 1 <= row) low = middle + 1;
      else high = middle;
    }
    return row + 1 + low;
  }

  /** Row of a line (from 1) of one log, or `undefined` when that line is no entry. */
  rowOfLine(line: number): number | undefined {
    if (line < 1 || line > this.lines) return undefined;
    const before = countBelow(this.data.rejected, line);
    return this.data.rejected[before] === line ? undefined : line - 1 - before;
  }

  /** How many entries come before a line (from 1). */
  rowsBefore(line: number): number {
    return Math.min(this.rows, line - 1 - countBelow(this.data.rejected, line));
  }

  /** Row of the entry that a line (from 1) of one log is or belongs to; `undefined` when it is unreadable. */
  rowAtLine(line: number): number | undefined {
    const { rejected, continued } = this.data;
    if (continued[countBelow(continued, line)] !== line) return this.rowOfLine(line);
    return line - 2 - countBelow(rejected, line);
  }

  /** Lines (from 1, ascending) that neither are entries nor belong to one. */
  unreadableLines(): Uint32Array {
    const { rejected, continued } = this.data;
    if (continued.length === 0) return rejected;
    let next = 0;
    return rejected.filter((line) => {
      if (continued[next] !== line) return true;
      next++;
      return false;
    });
  }

  /** How many lines neither are entries nor belong to one. */
  get unreadable(): number {
    return this.data.rejected.length - this.data.continued.length;
  }

  /** Text of a row's column; `undefined` where the log has none. */
  text(column: Exclude<TextColumn, 'method' | 'path'>, row: number): string | undefined {
    const id = this.data[column][row];
    return id === undefined || id === NO_ENTRY ? undefined : this.texts[column].text(id);
  }
}

/** How many of the ascending numbers lie below `limit`. */
export function countBelow(numbers: Uint32Array, limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
