import { QUESTION_MARK } from './bytes';
import { DictionaryBuilder } from './dictionary';
import { EntryKind, NOT_LOGGED, type EntryFields } from './entryFields';
import type { LineIndex } from './lineIndex';
import {
  EMPTY_COLUMN,
  EMPTY_SMALL_COLUMN,
  LARGE_SIZE,
  NO_ENTRY,
  NO_LEVEL,
  NO_SIZE,
  NO_TIME,
  ZONE_STEP_MINUTES,
  type LogTableData,
} from './logTable';

const FIRST_ROWS = 4096;
const FIRST_LINES = 64;
/** Growth of full columns; less than doubling keeps the peak of memory down. */
const GROWTH = 1.5;
/** An endpoint's key is `path * METHOD_RANGE + method`, which stays below 2^53. */
const METHOD_RANGE = 2 ** 20;

/** Collects entries into columns. */
export class LogTableBuilder {
  #rows = 0;
  #capacity = FIRST_ROWS;
  #time = new Uint32Array(FIRST_ROWS);
  #zone = new Int8Array(FIRST_ROWS);
  #client = new Uint32Array(FIRST_ROWS);
  #endpoint = new Uint32Array(FIRST_ROWS);
  #query = new Uint32Array(FIRST_ROWS);
  #status = new Uint16Array(FIRST_ROWS);
  #size = new Uint32Array(FIRST_ROWS);
  #referrer = new Uint32Array(FIRST_ROWS);
  #agent = new Uint32Array(FIRST_ROWS);
  /** Made when the first value is seen: most logs have none. */
  #user = EMPTY_COLUMN;
  #vhost = EMPTY_COLUMN;
  #message = EMPTY_COLUMN;
  #kind = EMPTY_SMALL_COLUMN;
  #level = EMPTY_SMALL_COLUMN;
  readonly #largeSizes = new Map<number, number>();
  readonly #rejected = new LineList();
  readonly #continued = new LineList();
  readonly #texts = {
    client: new DictionaryBuilder(),
    method: new DictionaryBuilder(),
    path: new DictionaryBuilder(),
    query: new DictionaryBuilder(),
    referrer: new DictionaryBuilder(),
    agent: new DictionaryBuilder(),
    user: new DictionaryBuilder(),
    vhost: new DictionaryBuilder(),
    message: new DictionaryBuilder(),
  };
  readonly #endpointByKey = new Map<number, number>();
  readonly #endpointMethod: number[] = [];
  readonly #endpointPath: number[] = [];
  /** A client's next entry nearly always has the agent of its last one, and often the referrer. */
  readonly #lastAgent = new LastOfClient();
  readonly #lastReferrer = new LastOfClient();
  /** Endpoint of each path's last entry: most paths are asked for with one method. */
  #lastEndpoint = new Int32Array(FIRST_ROWS).fill(-1);
  #lastMethod = -1;
  #lastClient = -1;
  #lastVhost = -1;

  get rows(): number {
    return this.#rows;
  }

  get rejectedCount(): number {
    return this.#rejected.length;
  }

  /** Makes room for this many rows at once; a good guess saves the copying. */
  expect(rows: number): void {
    if (rows > this.#capacity) this.#resize(Math.ceil(rows));
  }

  /** Notes that a line (from 1) is no entry. */
  reject(line: number): void {
    this.#rejected.add(line);
  }

  /** Notes that a line (from 1) is no entry of its own but goes on with the last one. */
  continue(line: number): void {
    this.reject(line);
    this.#continued.add(line);
  }

  /** Writes what a line that goes on with the last entry adds to it. */
  amend(bytes: Uint8Array, fields: EntryFields): void {
    const row = this.#rows - 1;
    const { client, agent, referrer } = this.#texts;
    if (fields.clientStart >= 0) this.#client[row] = client.intern(bytes, fields.clientStart, fields.clientEnd);
    if (fields.time >= 0) {
      this.#time[row] = fields.time;
      this.#zone[row] = fields.zone / ZONE_STEP_MINUTES;
    }
    if (fields.status >= 0) this.#status[row] = fields.status;
    if (fields.targetStart >= 0) this.#addTarget(row, bytes, fields);
    if (fields.referrerStart >= 0) {
      this.#referrer[row] = referrer.intern(bytes, fields.referrerStart, fields.referrerEnd);
    }
    if (fields.agentStart >= 0) this.#agent[row] = agent.intern(bytes, fields.agentStart, fields.agentEnd);
    this.#addRare(row, bytes, fields);
  }

  /** Adds the entry that a format read. */
  add(bytes: Uint8Array, fields: EntryFields): void {
    if (this.#rows === this.#capacity) this.#resize(Math.ceil(this.#capacity * GROWTH));
    const row = this.#rows++;
    const { client, agent, referrer } = this.#texts;
    if (fields.clientStart >= 0) {
      this.#lastClient = client.intern(bytes, fields.clientStart, fields.clientEnd, this.#lastClient);
    }
    const clientId = fields.clientStart < 0 ? NO_ENTRY : this.#lastClient;
    this.#client[row] = clientId;
    this.#time[row] = fields.time < 0 ? NO_TIME : fields.time;
    this.#zone[row] = fields.zone / ZONE_STEP_MINUTES;
    this.#status[row] = fields.status < 0 ? 0 : fields.status;
    this.#size[row] = this.#packSize(row, fields.size);
    this.#addTarget(row, bytes, fields);

    this.#referrer[row] = this.#lastReferrer.intern(
      referrer,
      clientId,
      bytes,
      fields.referrerStart,
      fields.referrerEnd,
    );
    this.#agent[row] = this.#lastAgent.intern(agent, clientId, bytes, fields.agentStart, fields.agentEnd);

    if (fields.kind !== EntryKind.request) this.#addKind(row, fields.kind);
    this.#addRare(row, bytes, fields);
  }

  /** The table; the builder must not be used afterwards. */
  finish(lineIndex: LineIndex): LogTableData {
    const texts = this.#texts;
    return {
      lineIndex,
      rejected: this.#rejected.finish(),
      continued: this.#continued.finish(),
      rows: this.#rows,
      time: this.#trim(this.#time),
      zone: this.#trim(this.#zone),
      client: this.#trim(this.#client),
      endpoint: this.#trim(this.#endpoint),
      query: this.#trim(this.#query),
      status: this.#trim(this.#status),
      size: this.#trim(this.#size),
      largeSizes: this.#largeSizes,
      referrer: this.#trim(this.#referrer),
      agent: this.#trim(this.#agent),
      user: this.#trim(this.#user),
      vhost: this.#trim(this.#vhost),
      message: this.#trim(this.#message),
      kind: this.#trim(this.#kind),
      level: this.#trim(this.#level),
      endpoints: { method: Uint32Array.from(this.#endpointMethod), path: Uint32Array.from(this.#endpointPath) },
      texts: {
        client: texts.client.finish(),
        method: texts.method.finish(),
        path: texts.path.finish(),
        query: texts.query.finish(),
        referrer: texts.referrer.finish(),
        agent: texts.agent.finish(),
        user: texts.user.finish(),
        vhost: texts.vhost.finish(),
        message: texts.message.finish(),
      },
    };
  }

  /** The fields that most logs don't have. */
  #addRare(row: number, bytes: Uint8Array, fields: EntryFields): void {
    if (fields.userStart >= 0) this.#addUser(row, bytes, fields);
    if (fields.vhostStart >= 0) this.#addVhost(row, bytes, fields);
    if (fields.messageStart >= 0) this.#addMessage(row, bytes, fields);
    if (fields.level >= 0) this.#addLevel(row, fields.level);
  }

  #addTarget(row: number, bytes: Uint8Array, fields: EntryFields): void {
    this.#query[row] = NO_ENTRY;
    if (fields.targetStart < 0) {
      this.#endpoint[row] = fields.kind === EntryKind.request ? NO_ENTRY : this.#internMethodAlone(bytes, fields);
      return;
    }
    const { path, query } = this.#texts;
    let pathEnd = fields.targetStart;
    while (pathEnd < fields.targetEnd && bytes[pathEnd] !== QUESTION_MARK) pathEnd++;
    this.#internMethod(bytes, fields);
    const pathId = path.intern(bytes, fields.targetStart, pathEnd);
    if (pathEnd < fields.targetEnd) this.#query[row] = query.intern(bytes, pathEnd, fields.targetEnd);
    this.#endpoint[row] = this.#internEndpoint(this.#lastMethod, pathId);
  }

  /** A format may log the target alone; its method is then the empty text. */
  #internMethod(bytes: Uint8Array, { methodName, methodStart, methodEnd }: EntryFields): void {
    const { method } = this.#texts;
    if (methodName !== undefined) this.#lastMethod = method.intern(methodName, 0, methodName.length, this.#lastMethod);
    else if (methodStart < 0) this.#lastMethod = method.intern(bytes, 0, 0, this.#lastMethod);
    else this.#lastMethod = method.intern(bytes, methodStart, methodEnd, this.#lastMethod);
  }

  /** A log-in, say, has no target; its path is then the empty text. */
  #internMethodAlone(bytes: Uint8Array, fields: EntryFields): number {
    if (fields.methodName === undefined && fields.methodStart < 0) return NO_ENTRY;
    this.#internMethod(bytes, fields);
    return this.#internEndpoint(this.#lastMethod, this.#texts.path.intern(bytes, 0, 0));
  }

  #internEndpoint(method: number, path: number): number {
    this.#lastEndpoint = roomFor(this.#lastEndpoint, path);
    const guess = this.#lastEndpoint[path]!;
    if (guess >= 0 && this.#endpointMethod[guess] === method) return guess;
    const key = path * METHOD_RANGE + method;
    const id = this.#endpointByKey.get(key) ?? this.#endpointPath.length;
    this.#lastEndpoint[path] = id;
    if (id < this.#endpointPath.length) return id;
    this.#endpointByKey.set(key, id);
    this.#endpointMethod.push(method);
    this.#endpointPath.push(path);
    return id;
  }

  #addUser(row: number, bytes: Uint8Array, fields: EntryFields): void {
    if (this.#user === EMPTY_COLUMN) this.#user = new Uint32Array(this.#capacity).fill(NO_ENTRY);
    this.#user[row] = this.#texts.user.intern(bytes, fields.userStart, fields.userEnd);
  }

  #addVhost(row: number, bytes: Uint8Array, fields: EntryFields): void {
    if (this.#vhost === EMPTY_COLUMN) this.#vhost = new Uint32Array(this.#capacity).fill(NO_ENTRY);
    this.#lastVhost = this.#texts.vhost.intern(bytes, fields.vhostStart, fields.vhostEnd, this.#lastVhost);
    this.#vhost[row] = this.#lastVhost;
  }

  #addMessage(row: number, bytes: Uint8Array, fields: EntryFields): void {
    if (this.#message === EMPTY_COLUMN) this.#message = new Uint32Array(this.#capacity).fill(NO_ENTRY);
    this.#message[row] = this.#texts.message.intern(bytes, fields.messageStart, fields.messageEnd);
  }

  #addKind(row: number, kind: EntryKind): void {
    if (this.#kind === EMPTY_SMALL_COLUMN) this.#kind = new Uint8Array(this.#capacity);
    this.#kind[row] = kind;
  }

  #addLevel(row: number, level: number): void {
    if (this.#level === EMPTY_SMALL_COLUMN) this.#level = new Uint8Array(this.#capacity).fill(NO_LEVEL);
    this.#level[row] = level;
  }

  #packSize(row: number, size: number): number {
    if (size === NOT_LOGGED) return NO_SIZE;
    if (size < LARGE_SIZE) return size;
    this.#largeSizes.set(row, size);
    return LARGE_SIZE;
  }

  #resize(capacity: number): void {
    this.#capacity = capacity;
    this.#time = copied(this.#time, new Uint32Array(capacity));
    this.#zone = copied(this.#zone, new Int8Array(capacity));
    this.#client = copied(this.#client, new Uint32Array(capacity));
    this.#endpoint = copied(this.#endpoint, new Uint32Array(capacity));
    this.#query = copied(this.#query, new Uint32Array(capacity));
    this.#status = copied(this.#status, new Uint16Array(capacity));
    this.#size = copied(this.#size, new Uint32Array(capacity));
    this.#referrer = copied(this.#referrer, new Uint32Array(capacity));
    this.#agent = copied(this.#agent, new Uint32Array(capacity));
    if (this.#user !== EMPTY_COLUMN) this.#user = copied(this.#user, new Uint32Array(capacity).fill(NO_ENTRY));
    if (this.#vhost !== EMPTY_COLUMN) this.#vhost = copied(this.#vhost, new Uint32Array(capacity).fill(NO_ENTRY));
    if (this.#message !== EMPTY_COLUMN) this.#message = copied(this.#message, new Uint32Array(capacity).fill(NO_ENTRY));
    if (this.#kind !== EMPTY_SMALL_COLUMN) this.#kind = copied(this.#kind, new Uint8Array(capacity));
    if (this.#level !== EMPTY_SMALL_COLUMN) this.#level = copied(this.#level, new Uint8Array(capacity).fill(NO_LEVEL));
  }

  #trim<Column extends Uint32Array | Uint16Array | Uint8Array | Int8Array>(column: Column): Column {
    return column.length <= this.#rows ? column : (column.slice(0, this.#rows) as Column);
  }
}

/** Numbers of lines, in order. */
class LineList {
  #lines = new Uint32Array(FIRST_LINES);
  length = 0;

  add(line: number): void {
    if (this.length === this.#lines.length) {
      this.#lines = copied(this.#lines, new Uint32Array(Math.ceil(this.length * GROWTH)));
    }
    this.#lines[this.length++] = line;
  }

  finish(): Uint32Array {
    return this.#lines.slice(0, this.length);
  }
}

/** Numbers the texts of a column, guessing for each client what its last entry had. */
class LastOfClient {
  #last = new Int32Array(FIRST_ROWS).fill(-1);

  /** Number of the text in `[start, end)`, `NO_ENTRY` when it was not logged. */
  intern(texts: DictionaryBuilder, client: number, bytes: Uint8Array, start: number, end: number): number {
    if (start < 0) return NO_ENTRY;
    if (client === NO_ENTRY) return texts.intern(bytes, start, end);
    this.#last = roomFor(this.#last, client);
    return (this.#last[client] = texts.intern(bytes, start, end, this.#last[client]));
  }
}

/** Memory of last numbers with room for `index`, -1 where nothing was seen. Numbers come in order, so one step is enough. */
function roomFor(memory: Int32Array<ArrayBuffer>, index: number): Int32Array<ArrayBuffer> {
  return index < memory.length ? memory : copied(memory, new Int32Array(memory.length * 2).fill(-1));
}

function copied<Column extends Uint32Array | Int32Array | Uint16Array | Uint8Array | Int8Array>(
  from: Column,
  into: Column,
): Column {
  into.set(from);
  return into;
}
