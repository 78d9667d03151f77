import { EntryKind, NOT_LOGGED } from './entryFields';
import {
  EMPTY_COLUMN,
  EMPTY_SMALL_COLUMN,
  LARGE_SIZE,
  NO_ENTRY,
  NO_LEVEL,
  NO_SIZE,
  type LogTableData,
} from './logTable';

/** Growth of full columns; less than doubling keeps the peak of memory down. */
const GROWTH = 1.5;

/** The columns of a table that have a value for each row, as `LogTableData` describes them. */
type Columns = Omit<LogTableData, 'lineIndex' | 'rejected' | 'continued' | 'endpoints' | 'texts'>;

/** Columns of numbers being filled, all of one length. */
export class EntryColumns {
  rows = 0;
  time: Uint32Array;
  zone: Int8Array;
  client: Uint32Array;
  endpoint: Uint32Array;
  query: Uint32Array;
  status: Uint16Array;
  size: Uint32Array;
  referrer: Uint32Array;
  agent: Uint32Array;
  /** Made when the first value is seen: most logs have none. */
  user = EMPTY_COLUMN;
  vhost = EMPTY_COLUMN;
  message = EMPTY_COLUMN;
  kind = EMPTY_SMALL_COLUMN;
  level = EMPTY_SMALL_COLUMN;
  readonly #largeSizes = new Map<number, number>();
  #capacity: number;

  /** @param capacity rows to make room for, 1 or more; those that never come take no memory */
  constructor(capacity: number) {
    this.#capacity = capacity;
    this.time = new Uint32Array(capacity);
    this.zone = new Int8Array(capacity);
    this.client = new Uint32Array(capacity);
    this.endpoint = new Uint32Array(capacity);
    this.query = new Uint32Array(capacity);
    this.status = new Uint16Array(capacity);
    this.size = new Uint32Array(capacity);
    this.referrer = new Uint32Array(capacity);
    this.agent = new Uint32Array(capacity);
  }

  /** Number of a new row, for which every column has room. */
  addRow(): number {
    if (this.rows === this.#capacity) this.expect(Math.ceil(this.#capacity * GROWTH));
    return this.rows++;
  }

  /** Number of the first of so many new rows, for which every column has room. */
  addRows(count: number): number {
    const first = this.rows;
    this.rows += count;
    if (this.rows > this.#capacity) this.expect(Math.ceil(Math.max(this.rows, this.#capacity * GROWTH)));
    return first;
  }

  /** Makes room for this many rows at once; a good guess saves the copying. */
  expect(rows: number): void {
    if (rows <= this.#capacity) return;
    const capacity = Math.ceil(rows);
    this.#capacity = capacity;
    this.time = copied(this.time, new Uint32Array(capacity));
    this.zone = copied(this.zone, new Int8Array(capacity));
    this.client = copied(this.client, new Uint32Array(capacity));
    this.endpoint = copied(this.endpoint, new Uint32Array(capacity));
    this.query = copied(this.query, new Uint32Array(capacity));
    this.status = copied(this.status, new Uint16Array(capacity));
    this.size = copied(this.size, new Uint32Array(capacity));
    this.referrer = copied(this.referrer, new Uint32Array(capacity));
    this.agent = copied(this.agent, new Uint32Array(capacity));
    if (this.user !== EMPTY_COLUMN) this.user = copied(this.user, this.#noEntries());
    if (this.vhost !== EMPTY_COLUMN) this.vhost = copied(this.vhost, this.#noEntries());
    if (this.message !== EMPTY_COLUMN) this.message = copied(this.message, this.#noEntries());
    if (this.kind !== EMPTY_SMALL_COLUMN) this.kind = copied(this.kind, new Uint8Array(capacity));
    if (this.level !== EMPTY_SMALL_COLUMN) this.level = copied(this.level, this.#noLevels());
  }

  setSize(row: number, size: number): void {
    if (size >= LARGE_SIZE) this.#largeSizes.set(row, size);
    this.size[row] = size === NOT_LOGGED ? NO_SIZE : Math.min(size, LARGE_SIZE);
  }

  setUser(row: number, user: number): void {
    if (this.user === EMPTY_COLUMN) this.user = this.#noEntries();
    this.user[row] = user;
  }

  setVhost(row: number, vhost: number): void {
    if (this.vhost === EMPTY_COLUMN) this.vhost = this.#noEntries();
    this.vhost[row] = vhost;
  }

  setMessage(row: number, message: number): void {
    if (this.message === EMPTY_COLUMN) this.message = this.#noEntries();
    this.message[row] = message;
  }

  setKind(row: number, kind: EntryKind): void {
    if (kind === EntryKind.request) return;
    if (this.kind === EMPTY_SMALL_COLUMN) this.kind = new Uint8Array(this.#capacity);
    this.kind[row] = kind;
  }

  setLevel(row: number, level: number): void {
    if (this.level === EMPTY_SMALL_COLUMN) this.level = this.#noLevels();
    this.level[row] = level;
  }

  /** The columns, cut to their rows; no row may be added afterwards. */
  finish(): Columns {
    return {
      rows: this.rows,
      time: this.#trim(this.time),
      zone: this.#trim(this.zone),
      client: this.#trim(this.client),
      endpoint: this.#trim(this.endpoint),
      query: this.#trim(this.query),
      status: this.#trim(this.status),
      size: this.#trim(this.size),
      largeSizes: this.#largeSizes,
      referrer: this.#trim(this.referrer),
      agent: this.#trim(this.agent),
      user: this.#trim(this.user),
      vhost: this.#trim(this.vhost),
      message: this.#trim(this.message),
      kind: this.#trim(this.kind),
      level: this.#trim(this.level),
    };
  }

  #noEntries(): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.#capacity).fill(NO_ENTRY);
  }

  #noLevels(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#capacity).fill(NO_LEVEL);
  }

  /** A view: memory behind the rows was never touched, so that copying them would only take more. */
  #trim<Column extends Uint32Array | Uint16Array | Uint8Array | Int8Array>(column: Column): Column {
    return column.length <= this.rows ? column : (column.subarray(0, this.rows) as Column);
  }
}

function copied<Column extends Uint32Array | Uint16Array | Uint8Array | Int8Array>(from: Column, into: Column): Column {
  into.set(from);
  return into;
}
