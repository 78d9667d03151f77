import { QUESTION_MARK } from './bytes';
import { positionOf } from './byteWords';
import { EndpointNumbers } from './endpointNumbers';
import { EntryColumns } from './entryColumns';
import { EntryKind, type EntryFields } from './entryFields';
import type { LineIndex } from './lineIndex';
import { NO_ENTRY, NO_TIME, ZONE_STEP_MINUTES, type LogTableData } from './logTable';
import type { OrdinaryEntries } from './ordinaryLines/ordinaryEntries';
import type { OrdinaryLines } from './ordinaryLines/ordinaryLines';
import { takeTexts, textBuilders, type TextBuilders } from './textBuilders';
import type { PairNumbers, TextNumbers } from './textNumbers';

const FIRST_ROWS = 4096;
const FIRST_LINES = 64;
/** Growth of a full list; less than doubling keeps the peak of memory down. */
const GROWTH = 1.5;
/** Room that the next part gets beyond what this one needed. */
const SPARE_ROOM = 1.1;

const ORDINARY_COLUMNS = ['time', 'client', 'endpoint', 'query', 'status', 'size', 'referrer', 'agent'] as const;

/** Collects entries into columns. */
export class LogTableBuilder {
  #columns = new EntryColumns(FIRST_ROWS);
  #rejected = new LineList();
  #continued = new LineList();
  readonly #texts: TextBuilders;
  readonly #endpoints: PairNumbers;
  /** A client's next entry nearly always has the agent of its last one, and often the referrer. */
  readonly #textsOfClients: TextsOfClients;
  #lastMethod = -1;
  #lastClient = -1;
  #lastVhost = -1;

  /** @param ordinary reader of ordinary lines, which numbers the texts of all lines; `undefined` where there is none */
  constructor(ordinary?: OrdinaryLines) {
    this.#texts = textBuilders(ordinary?.texts);
    this.#endpoints = ordinary?.endpoints ?? new EndpointNumbers();
    this.#textsOfClients = new TextsOfClients(this.#texts);
  }

  get rows(): number {
    return this.#columns.rows;
  }

  /** Makes room for this many rows at once; a good guess saves the copying. */
  expect(rows: number): void {
    this.#columns.expect(rows);
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
    const columns = this.#columns;
    const row = columns.rows - 1;
    const { client, agent, referrer } = this.#texts;
    if (fields.clientStart >= 0) columns.client[row] = client.intern(bytes, fields.clientStart, fields.clientEnd);
    if (fields.time >= 0) {
      columns.time[row] = fields.time;
      columns.zone[row] = fields.zone / ZONE_STEP_MINUTES;
    }
    if (fields.status >= 0) columns.status[row] = fields.status;
    if (fields.targetStart >= 0) this.#addTarget(row, bytes, fields);
    if (fields.referrerStart >= 0) {
      columns.referrer[row] = referrer.intern(bytes, fields.referrerStart, fields.referrerEnd);
    }
    if (fields.agentStart >= 0) columns.agent[row] = agent.intern(bytes, fields.agentStart, fields.agentEnd);
    this.#addRare(row, bytes, fields);
  }

  /** Adds the entry that a format read. */
  add(bytes: Uint8Array, fields: EntryFields): void {
    const columns = this.#columns;
    const row = columns.addRow();
    const client = this.#internClient(bytes, fields);
    columns.client[row] = client < 0 ? NO_ENTRY : client;
    columns.time[row] = fields.time < 0 ? NO_TIME : fields.time;
    columns.zone[row] = fields.zone / ZONE_STEP_MINUTES;
    columns.status[row] = fields.status < 0 ? 0 : fields.status;
    columns.setSize(row, fields.size);
    this.#addTarget(row, bytes, fields);
    const { referrerStart, referrerEnd, agentStart, agentEnd } = fields;
    columns.referrer[row] = this.#textsOfClients.internReferrer(client, bytes, referrerStart, referrerEnd);
    columns.agent[row] = this.#textsOfClients.internAgent(client, bytes, agentStart, agentEnd);
    columns.setKind(row, fields.kind);
    this.#addRare(row, bytes, fields);
  }

  /** Adds the entries of ordinary lines. */
  addOrdinary({ rows, zone, columns }: OrdinaryEntries): void {
    const row = this.#columns.addRows(rows);
    this.#columns.zone.fill(zone / ZONE_STEP_MINUTES, row, row + rows);
    for (const name of ORDINARY_COLUMNS) this.#columns[name].set(columns[name].subarray(0, rows), row);
  }

  /**
   * The table of the entries since the last call: a whole log, or a part of it behind those before. Of texts and endpoints it
   * has those that were not in an earlier part; their numbers go on from there.
   */
  take(lineIndex: LineIndex): LogTableData {
    const columns = this.#columns;
    const table = {
      ...columns.finish(),
      lineIndex,
      rejected: this.#rejected.finish(),
      continued: this.#continued.finish(),
      endpoints: this.#endpoints.take(),
      texts: takeTexts(this.#texts),
    };
    this.#columns = new EntryColumns(Math.max(FIRST_ROWS, Math.ceil(columns.rows * SPARE_ROOM)));
    this.#rejected = new LineList();
    this.#continued = new LineList();
    return table;
  }

  /** Number of the client; -1 where none is logged. */
  #internClient(bytes: Uint8Array, fields: EntryFields): number {
    if (fields.clientStart < 0) return -1;
    const { client } = this.#texts;
    return (this.#lastClient = client.intern(bytes, fields.clientStart, fields.clientEnd, this.#lastClient));
  }

  /** The fields that most logs don't have. */
  #addRare(row: number, bytes: Uint8Array, fields: EntryFields): void {
    const columns = this.#columns;
    const { user, vhost, message } = this.#texts;
    if (fields.userStart >= 0) columns.setUser(row, user.intern(bytes, fields.userStart, fields.userEnd));
    if (fields.vhostStart >= 0) {
      this.#lastVhost = vhost.intern(bytes, fields.vhostStart, fields.vhostEnd, this.#lastVhost);
      columns.setVhost(row, this.#lastVhost);
    }
    if (fields.messageStart >= 0) {
      columns.setMessage(row, message.intern(bytes, fields.messageStart, fields.messageEnd));
    }
    if (fields.level >= 0) columns.setLevel(row, fields.level);
  }

  #addTarget(row: number, bytes: Uint8Array, fields: EntryFields): void {
    const columns = this.#columns;
    columns.query[row] = NO_ENTRY;
    if (fields.targetStart < 0) {
      columns.endpoint[row] = fields.kind === EntryKind.request ? NO_ENTRY : this.#internMethodAlone(bytes, fields);
      return;
    }
    const { path, query } = this.#texts;
    const pathEnd = positionOf(bytes, QUESTION_MARK, fields.targetStart, fields.targetEnd);
    this.#internMethod(bytes, fields);
    const pathId = path.intern(bytes, fields.targetStart, pathEnd);
    if (pathEnd < fields.targetEnd) columns.query[row] = query.intern(bytes, pathEnd, fields.targetEnd);
    columns.endpoint[row] = this.#endpoints.intern(this.#lastMethod, pathId);
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
    return this.#endpoints.intern(this.#lastMethod, this.#texts.path.intern(bytes, 0, 0));
  }
}

/** Numbers of lines, in order. */
class LineList {
  #lines = new Uint32Array(FIRST_LINES);
  length = 0;

  add(line: number): void {
    if (this.length === this.#lines.length) {
      const larger = new Uint32Array(Math.ceil(this.length * GROWTH));
      larger.set(this.#lines);
      this.#lines = larger;
    }
    this.#lines[this.length++] = line;
  }

  finish(): Uint32Array {
    return this.#lines.slice(0, this.length);
  }
}

/** Numbers the referrers and agents of entries, guessing for each client what its last entry had. */
class TextsOfClients {
  readonly #referrers: TextNumbers;
  readonly #agents: TextNumbers;
  /** Referrer and agent of each client's last entry, side by side in the processor's cache; -1 where none was seen. */
  #last = new Int32Array(2 * FIRST_ROWS).fill(-1);

  constructor({ referrer, agent }: TextBuilders) {
    this.#referrers = referrer;
    this.#agents = agent;
  }

  /** Number of the referrer, `NO_ENTRY` where none is logged. A `client` of -1 is not known. */
  internReferrer(client: number, bytes: Uint8Array, start: number, end: number): number {
    if (start < 0) return NO_ENTRY;
    if (client < 0) return this.#referrers.intern(bytes, start, end);
    const slot = this.#slotOf(client);
    return (this.#last[slot] = this.#referrers.intern(bytes, start, end, this.#last[slot]));
  }

  /** Number of the agent, `NO_ENTRY` where none is logged. A `client` of -1 is not known. */
  internAgent(client: number, bytes: Uint8Array, start: number, end: number): number {
    if (start < 0) return NO_ENTRY;
    if (client < 0) return this.#agents.intern(bytes, start, end);
    const slot = this.#slotOf(client) + 1;
    return (this.#last[slot] = this.#agents.intern(bytes, start, end, this.#last[slot]));
  }

  /** Where the client's texts are kept. Clients are numbered in order, so one step makes enough room. */
  #slotOf(client: number): number {
    const slot = 2 * client;
    if (slot >= this.#last.length) {
      const larger = new Int32Array(this.#last.length * 2).fill(-1);
      larger.set(this.#last);
      this.#last = larger;
    }
    return slot;
  }
}
