import {
  BACKSLASH,
  COLON,
  HYPHEN,
  QUESTION_MARK,
  SLASH,
  UNDERSCORE,
  decimal,
  equals,
  findByte,
  isDigit,
} from '../bytes';
import { NOT_LOGGED, type EntryFields } from '../entryFields';
import { isAbsent } from './fieldText';
import { AnyTimeReader } from './anyTime';
import { noteClient } from './clientAddress';
import { EscapedText } from './escapedText';
import { MEANINGS, type Meaning, type NameNode } from './fieldNames';
import { readRequest } from './request';
import { DATE_LENGTH } from './timestamp';
import { findAuthority, useOriginForm } from './url';

const UPPER_A = 0x41;
const UPPER_Z = 0x5a;
/** Statuses from which on a server refuses, also what is no HTTP. */
const FIRST_REFUSAL = 400;

/** What a firewall did, and the status that it answers with then unless it is told otherwise (AWS WAF). */
const BLOCK = Buffer.from('BLOCK');
const BLOCKED = 403;

/** Where a value lies; its start is `NOT_LOGGED` when the line has none. */
export interface Value {
  start: number;
  end: number;
  rank: number;
}

/**
 * The values of one entry by their meaning, collected from the labels or keys of a line, and what they make of an entry. Kept
 * and used for one line after the other.
 */
export class NamedValues {
  readonly #values = Object.fromEntries(
    MEANINGS.map((meaning) => [meaning, { start: NOT_LOGGED, end: NOT_LOGGED, rank: 0 }]),
  ) as Record<Meaning, Value>;
  readonly #all = Object.values(this.#values);
  readonly #times = new AnyTimeReader();
  readonly #escaped = new EscapedText();
  readonly #dayAndTime = Buffer.from('1970-01-01 00:00:00.000000000+00:00');

  /** Forgets the last line. */
  clear(): void {
    for (const value of this.#all) value.start = NOT_LOGGED;
  }

  /** Notes the value in `[start, end)` of a field with this name; the most telling name of a meaning counts. */
  note({ meaning, rank }: NameNode, start: number, end: number): void {
    if (meaning === undefined) return;
    const value = this.#values[meaning];
    if (value.start >= 0 && value.rank <= rank) return;
    value.start = start;
    value.end = end;
    value.rank = rank;
  }

  /** Where the value of a meaning lies. */
  placeOf(meaning: Meaning): Readonly<Value> {
    return this.#values[meaning];
  }

  /**
   * Writes what was noted into `fields`; false when it is no request that was answered.
   * @param isEscaped whether the values are JSON strings
   * @param hostIsClient whether `host` names the client where nothing else does, as in LTSV
   */
  apply(bytes: Buffer, fields: EntryFields, isEscaped: boolean, hostIsClient: boolean): boolean {
    const { status, size, referrer, agent, user, action } = this.#values;
    this.#applyTimes(bytes, fields, isEscaped);
    this.#applyHosts(bytes, fields, hostIsClient);
    fields.status =
      status.start >= 0 && status.end - status.start === 3 ? decimal(bytes, status.start, status.end) : -1;
    if (fields.status >= 0) fields.statusStart = status.start;
    else if (action.start >= 0 && equals(bytes, action.start, action.end, BLOCK)) fields.status = BLOCKED;
    fields.size = size.start >= 0 ? decimal(bytes, size.start, size.end) : NOT_LOGGED;
    if (!this.#applyRequest(bytes, fields, isEscaped)) return false;
    if (isLogged(bytes, user)) [fields.userStart, fields.userEnd] = [user.start, user.end];
    if (isLogged(bytes, referrer)) [fields.referrerStart, fields.referrerEnd] = [referrer.start, referrer.end];
    if (isLogged(bytes, agent)) [fields.agentStart, fields.agentEnd] = [agent.start, agent.end];
    if (isEscaped) fields.jsonLayers = 1;
    return fields.time >= 0 || hasClient(fields) || (fields.status >= 0 && this.#values.method.start >= 0);
  }

  /** Whether there is a request: a readable one, or one that the server refused because it was not. */
  #applyRequest(bytes: Buffer, fields: EntryFields, isEscaped: boolean): boolean {
    const { request, method, query } = this.#values;
    if (isLogged(bytes, request)) this.#applyRequestLine(bytes, request, fields, isEscaped);
    const hasMethod = method.start >= 0 && isMethod(bytes, method.start, method.end);
    // Some call the path alone the request.
    const isPath =
      hasMethod && this.#values.target.start < 0 && isLogged(bytes, request) && isPathOrUrl(bytes, request);
    const target = isPath ? request : this.#values.target;
    if (isLogged(bytes, target) && (hasMethod || isPathOrUrl(bytes, target))) {
      if (hasMethod) [fields.methodStart, fields.methodEnd] = [method.start, method.end];
      fields.targetStart = target.start;
      fields.targetEnd = target.end;
      useOriginForm(bytes, fields);
      if (isLogged(bytes, query)) applyQuery(bytes, query, fields);
    }
    if (fields.targetStart < 0) return request.start >= 0 && fields.status >= FIRST_REFUSAL && hasClient(fields);
    return fields.status >= 0 || fields.methodStart >= 0;
  }

  #applyRequestLine(bytes: Buffer, { start, end }: Value, fields: EntryFields, isEscaped: boolean): void {
    if (!isEscaped || findByte(bytes, BACKSLASH, start, end) < 0) return readRequest(bytes, start, end, fields);
    const text = this.#escaped;
    text.set(bytes, start, end);
    readRequest(text.bytes, 0, text.length, fields);
    if (fields.targetStart < 0) return;
    fields.methodStart = text.place(fields.methodStart);
    fields.methodEnd = text.place(fields.methodEnd);
    fields.targetStart = text.place(fields.targetStart);
    fields.targetEnd = text.place(fields.targetEnd);
  }

  /** The time may stand apart from its day, or be in the field that is called the day. */
  #applyTimes(bytes: Buffer, fields: EntryFields, isEscaped: boolean): void {
    const { time, day } = this.#values;
    if (time.start >= 0) this.#applyTime(bytes, time, fields, isEscaped);
    if (fields.time >= 0 || day.start < 0) return;
    if (time.start < 0 || day.end - day.start !== DATE_LENGTH) return this.#applyTime(bytes, day, fields, isEscaped);
    const length = Math.min(this.#dayAndTime.length, DATE_LENGTH + 1 + time.end - time.start);
    bytes.copy(this.#dayAndTime, 0, day.start, day.end);
    bytes.copy(this.#dayAndTime, DATE_LENGTH + 1, time.start, time.end);
    if (!this.#times.read(this.#dayAndTime, 0, length, fields)) return forgetTime(fields);
    fields.timeStart = time.start;
    fields.timeEnd = time.end;
  }

  #applyTime(bytes: Buffer, { start, end }: Value, fields: EntryFields, isEscaped: boolean): void {
    if (!isEscaped || findByte(bytes, BACKSLASH, start, end) < 0) {
      if (!this.#times.read(bytes, start, end, fields)) forgetTime(fields);
      return;
    }
    this.#escaped.set(bytes, start, end);
    if (!this.#times.read(this.#escaped.bytes, 0, this.#escaped.length, fields)) return forgetTime(fields);
    fields.timeStart = start;
    fields.timeEnd = end;
  }

  #applyHosts(bytes: Buffer, fields: EntryFields, hostIsClient: boolean): void {
    const { client, forwarded, host, vhost } = this.#values;
    const isForwarded = isLogged(bytes, forwarded);
    if (isForwarded) [fields.forwardedStart, fields.forwardedEnd] = [forwarded.start, forwarded.end];
    if (client.start >= 0) noteClient(bytes, client.start, client.end, fields);
    // Beside a forwarded address a name is the one that was asked for.
    const hostNamesClient = hostIsClient && client.start < 0 && !(isForwarded && !isAddress(bytes, host));
    if (hostNamesClient && fields.clientStart < 0 && host.start >= 0) noteClient(bytes, host.start, host.end, fields);
    const named = isLogged(bytes, vhost) || hostNamesClient ? vhost : host;
    if (isLogged(bytes, named)) [fields.vhostStart, fields.vhostEnd] = [named.start, named.end];
  }
}

function hasClient({ clientStart, forwardedStart }: EntryFields): boolean {
  return clientStart >= 0 || forwardedStart >= 0;
}

function isLogged(bytes: Uint8Array, { start, end }: Value): boolean {
  return start >= 0 && !isAbsent(bytes, start, end);
}

/** Whether a value is no name: it begins with a digit, or has a colon as addresses of IPv6 have. */
function isAddress(bytes: Uint8Array, { start, end }: Value): boolean {
  return start >= 0 && (isDigit(bytes[start]) || findByte(bytes, COLON, start, end) >= 0);
}

function forgetTime(fields: EntryFields): void {
  fields.time = NOT_LOGGED;
  fields.zone = 0;
  fields.timeStart = NOT_LOGGED;
}

/** Whether a text is written as the methods of HTTP are: in capitals. */
function isMethod(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if ((byte < UPPER_A || byte > UPPER_Z) && byte !== HYPHEN && byte !== UNDERSCORE) return false;
  }
  return end > start && bytes[start] !== HYPHEN;
}

function isPathOrUrl(bytes: Uint8Array, { start, end }: Value): boolean {
  const first = bytes[start] === BACKSLASH ? start + 1 : start;
  return bytes[first] === SLASH || findAuthority(bytes, start, end) >= 0;
}

function applyQuery(bytes: Uint8Array, { start, end }: Value, fields: EntryFields): void {
  const target = bytes.subarray(fields.targetStart, fields.targetEnd);
  const from = bytes[start] === QUESTION_MARK ? start + 1 : start;
  if (target.includes(QUESTION_MARK) || from >= end) return;
  fields.queryStart = from;
  fields.queryEnd = end;
}
