import {
  HYPHEN,
  LEFT_BRACKET,
  RIGHT_BRACKET,
  decimal,
  equals,
  findBlank,
  findByte,
  skipBlanks,
  startsWith,
} from '../bytes';
import { CLF_TIME_LENGTH } from '../clfTime';
import { EntryKind, type EntryFields } from '../entryFields';
import { noteClient } from './clientAddress';
import type { LogFormat } from './logFormat';
import { modSecuritySeverity, tellsRefusal } from './modSecurityMessage';
import { readRequest } from './request';
import { TimestampReader } from './timestamp';

/** Lengths of what tells one transaction from another: 8 letters and digits in all versions so far. */
const SHORTEST_ID = 4;
const LONGEST_ID = 40;
/** Version 3.0 has a hyphen more on either side of it. */
const MOST_HYPHENS = 3;
/** Length of `[01/Nov/2021:10:56:55.123456 +0900]`, with room to spare. */
const LONGEST_TIME = CLF_TIME_LENGTH + 16;
/** Places of status and its digits in `HTTP/1.1 403 Forbidden`. */
const STATUS_LENGTH = 3;
const HTTP = Buffer.from('HTTP/');
const MESSAGES = ['Message: ', 'ModSecurity: '].map((text) => Buffer.from(text));
const HOST = Buffer.from('host:');
const AGENT = Buffer.from('user-agent:');
const REFERRER = Buffer.from('referer:');

const UPPER_A = 0x41;
const UPPER_B = 0x42;
const UPPER_F = 0x46;
const UPPER_H = 0x48;
const UPPER_Z = 0x5a;
/** Sections in which no client can write a line of its own. */
const SAFE_SECTIONS = new Set([UPPER_A, UPPER_B, UPPER_F, UPPER_H, UPPER_Z]);

/** How much a message tells: that there is none yet, that a rule matched, that the request was refused. */
const Told = { nothing: 0, match: 1, refusal: 2 } as const;
type Told = (typeof Told)[keyof typeof Told];

/**
 * The audit log of ModSecurity in one file: the lines from `--ab12cd34-A--` to `--ab12cd34-Z--` are one request, each section
 * with a part of it (https://github.com/owasp-modsecurity/ModSecurity/wiki/ModSecurity-2-Data-Formats). The entry is the first
 * line; the others add to it.
 */
export const modSecurityAuditFormat: LogFormat = {
  id: 'modsecurity-audit',
  weight: 6,
  isStateful: true,
  isDirective: isBoundary,
  saysFields: isBoundary,
  createReader() {
    const reader = new ModSecurityAuditReader();
    return (bytes, start, end, fields) => reader.read(bytes, start, end, fields);
  },
};

/** The parts of a boundary, `--ab12cd34-A--`. One object is used for all lines. */
class Boundary {
  idStart = 0;
  idEnd = 0;
  letter = 0;

  /** Finds the parts; false when the line is no boundary. */
  find(bytes: Buffer, start: number, end: number): boolean {
    if (bytes[start] !== HYPHEN || bytes[start + 1] !== HYPHEN || bytes[end - 1] !== HYPHEN) return false;
    if (end - start > LONGEST_ID + 4 * MOST_HYPHENS) return false;
    this.idStart = skipHyphens(bytes, start, end);
    this.idEnd = findByte(bytes, HYPHEN, this.idStart, end);
    const letterAt = skipHyphens(bytes, this.idEnd, end);
    const length = this.idEnd - this.idStart;
    this.letter = bytes[letterAt]!;
    const isLetter = letterAt + 3 === end && this.letter >= UPPER_A && this.letter <= UPPER_Z;
    return isLetter && bytes[end - 2] === HYPHEN && length >= SHORTEST_ID && length <= LONGEST_ID;
  }
}

function isBoundary(bytes: Buffer, start: number, end: number): boolean {
  return new Boundary().find(bytes, start, end);
}

class ModSecurityAuditReader {
  readonly #times = new TimestampReader();
  /** What the sections of the open transaction are marked with. */
  #id = Buffer.alloc(0);
  /** The open section's letter; 0 before the first. */
  #section = 0;
  #told: Told = Told.nothing;
  readonly #boundary = new Boundary();

  read(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    if (this.#boundary.find(bytes, start, end) && this.#opens(bytes)) return this.#openSection(bytes, fields);
    if (this.#section === 0) return false;
    fields.continues = true;
    // Behind the last section there are empty lines only.
    if (this.#section === UPPER_Z) return start === end;
    this.#readSection(bytes, start, end, fields);
    return true;
  }

  /** Whether the boundary is one: within what a client sent, only that of the open transaction, which no client can know. */
  #opens(bytes: Buffer): boolean {
    const { idStart, idEnd, letter } = this.#boundary;
    if (this.#section === 0 || equals(bytes, idStart, idEnd, this.#id)) return true;
    return letter === UPPER_A && SAFE_SECTIONS.has(this.#section);
  }

  #openSection(bytes: Buffer, fields: EntryFields): boolean {
    this.#section = this.#boundary.letter;
    if (this.#section !== UPPER_A) {
      fields.continues = true;
      return true;
    }
    this.#id = Buffer.from(bytes.subarray(this.#boundary.idStart, this.#boundary.idEnd));
    this.#told = Told.nothing;
    fields.kind = EntryKind.error;
    return true;
  }

  #readSection(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
    if (this.#section === UPPER_A) this.#readHeader(bytes, start, end, fields);
    if (this.#section === UPPER_B) readRequestOrHeader(bytes, start, end, fields);
    if (this.#section === UPPER_F) readStatus(bytes, start, end, fields);
    if (this.#section === UPPER_H) this.#readMessage(bytes, start, end, fields);
  }

  /** Reads `[01/Nov/2021:10:56:55 +0900] unique-id client port server port`. */
  #readHeader(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
    const close = findByte(bytes, RIGHT_BRACKET, start, Math.min(end, start + LONGEST_TIME));
    if (bytes[start] !== LEFT_BRACKET || close < 0) return;
    if (!this.#times.read(bytes, start + 1, close, fields)) return;
    const idEnd = findBlank(bytes, skipBlanks(bytes, close + 1, end), end);
    const client = skipBlanks(bytes, idEnd, end);
    noteClient(bytes, client, findBlank(bytes, client, end), fields);
  }

  /** Notes the first message, or the first that tells of a refusal. */
  #readMessage(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
    const introduction = MESSAGES.find((text) => startsWith(bytes, start, end, text));
    if (introduction === undefined) return;
    const told = tellsRefusal(bytes, start, end) ? Told.refusal : Told.match;
    if (told <= this.#told) return;
    this.#told = told;
    fields.messageStart = start + introduction.length;
    fields.messageEnd = end;
    fields.level = modSecuritySeverity(bytes, start, end);
  }
}

/** The first line is the request; behind the colon of a header none begins. */
function readRequestOrHeader(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  readRequest(bytes, start, end, fields);
  if (fields.targetStart >= 0) return;
  if (isHeader(bytes, start, end, HOST)) {
    fields.vhostStart = skipBlanks(bytes, start + HOST.length, end);
    fields.vhostEnd = end;
  } else if (isHeader(bytes, start, end, AGENT)) {
    fields.agentStart = skipBlanks(bytes, start + AGENT.length, end);
    fields.agentEnd = end;
  } else if (isHeader(bytes, start, end, REFERRER)) {
    fields.referrerStart = skipBlanks(bytes, start + REFERRER.length, end);
    fields.referrerEnd = end;
  }
}

/** Whether a line is the header of this name (in lower case) with a value. */
function isHeader(bytes: Buffer, start: number, end: number, name: Buffer): boolean {
  if (skipBlanks(bytes, start + name.length, end) >= end) return false;
  // Bit 5 makes ASCII letters lower case; colon and hyphen have it.
  return name.every((letter, index) => (bytes[start + index]! | 0x20) === letter);
}

function readStatus(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  if (!startsWith(bytes, start, end, HTTP)) return;
  const from = skipBlanks(bytes, findBlank(bytes, start, end), end);
  const status = from + STATUS_LENGTH <= end ? decimal(bytes, from, from + STATUS_LENGTH) : -1;
  if (status <= 0) return;
  fields.status = status;
  fields.statusStart = from;
}

function skipHyphens(bytes: Buffer, start: number, end: number): number {
  if (start < 0) return end;
  const last = Math.min(end, start + MOST_HYPHENS);
  let at = start;
  while (at < last && bytes[at] === HYPHEN) at++;
  return at;
}
