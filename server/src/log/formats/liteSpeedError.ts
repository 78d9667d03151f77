import {
  COLON,
  DOT,
  HYPHEN,
  LEFT_BRACKET,
  RIGHT_BRACKET,
  SPACE,
  UNDERSCORE,
  findByte,
  findLastByte,
  isDigit,
  skipBlanks,
  startsWith,
} from '../bytes';
import { EntryKind, type EntryFields } from '../entryFields';
import { hexDigit } from '../jsonText';
import { isAbsent } from './fieldText';
import { noteErrorClient } from './errorClient';
import type { LogFormat } from './logFormat';
import { messageShapes, noteNamed } from './messageShape';
import { readModSecurityMessage } from './modSecurityMessage';
import { findPhpMessage, notePhpFile, phpSeverity } from './phpMessage';
import { severityAt } from './severity';
import { CLOCK_LENGTH, DATE_LENGTH, DayReader, readClock, skipFraction } from './timestamp';

const HASH = 0x23;
const UPPER_H = 0x48;
const UPPER_S = 0x53;
const GREATER_THAN = 0x3e;
const UPPER_T = 0x54;
/** Longest text between brackets that is looked at: the name of a connection has at most 128 bytes (`MAX_LOGID_LEN`). */
const LONGEST_GROUP = 256;
/** Before the names of virtual hosts that come from Apache's configuration; behind it the addresses they listen on. */
const APACHE_VHOST = Buffer.from('APVH_');
/** Programs that run under the server write here through it. */
const PROCESS = Buffer.from('UID:');
const STDERR = Buffer.from('[STDERR] ');
const MODULES = ['[MODSEC] ', '[Module:mod_security] '].map((text) => Buffer.from(text));

const SHAPES = messageShapes([
  'File not found [{target}]',
  "User '{user}' failed to authenticate",
  '[ACL] Access to context [{target}] is denied!',
  '[WebAdmin Console] Failed Login Attempt - username:{user} ip:',
]);

/**
 * The error log of LiteSpeed and OpenLiteSpeed, `2021-11-01 10:56:55.123456 [NOTICE] [1234] [T0] [192.0.2.1:4711:HTTP2-1#vhost]
 * message` (https://docs.litespeedtech.com/lsws/logs/; `buildLogId` in src/http), and what programs under it write.
 */
export const liteSpeedErrorFormat: LogFormat = {
  id: 'litespeed-error',
  weight: 3,
  timesAreLocal: true,
  continuation: 'anything',
  createReader() {
    const reader = new LiteSpeedErrorReader();
    return (bytes, start, end, fields) => reader.read(bytes, start, end, fields);
  },
};

class LiteSpeedErrorReader {
  readonly #days = new DayReader();

  read(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    const first = this.#readTime(bytes, start, end, fields);
    const close = first < 0 ? -1 : closingBracket(bytes, first, end);
    if (close < 0) return false;
    fields.level = severityAt(bytes, first + 1, close);
    if (fields.level < 0 && !startsWith(bytes, first + 1, close, PROCESS)) return false;
    fields.kind = EntryKind.error;
    noteMessage(bytes, readGroups(bytes, skipBlanks(bytes, close + 1, end), end, fields), end, fields);
    return true;
  }

  /** Reads the time, which always has a fraction, and gives where the next bracket opens; -1 when there is none. */
  #readTime(bytes: Buffer, start: number, end: number, fields: EntryFields): number {
    const clockStart = start + DATE_LENGTH + 1;
    const clockEnd = clockStart + CLOCK_LENGTH;
    if (bytes[clockStart - 1] !== SPACE || bytes[clockEnd] !== DOT || clockEnd >= end) return -1;
    const midnight = this.#days.read(bytes, start);
    const clock = readClock(bytes, clockStart);
    const timeEnd = skipFraction(bytes, clockEnd, end);
    const bracket = skipBlanks(bytes, timeEnd, end);
    if (midnight < 0 || clock < 0 || bracket >= end || bytes[bracket] !== LEFT_BRACKET) return -1;
    fields.time = midnight + clock;
    fields.timeStart = start;
    fields.timeEnd = timeEnd;
    return bracket;
  }
}

/** Reads `[1234] [T0] [192.0.2.1:4711#vhost]`, process, thread and connection, and gives where the message begins. */
function readGroups(bytes: Buffer, start: number, end: number, fields: EntryFields): number {
  let at = start;
  while (at < end && bytes[at] === LEFT_BRACKET) {
    const close = closingBracket(bytes, at, end);
    if (close < 0 || !readGroup(bytes, at + 1, close, fields)) break;
    at = skipBlanks(bytes, close + 1, end);
  }
  return at;
}

/** Reads what lies between brackets; false when it belongs to the message. */
function readGroup(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  const isThread = bytes[start] === UPPER_T;
  if (isNumber(bytes, isThread ? start + 1 : start, end)) return true;
  if (fields.clientStart >= 0) return false;
  const hash = findByte(bytes, HASH, start, end);
  const connectionEnd = hash < 0 ? end : hash;
  // Behind a proxy the client that it forwards stands behind the proxy.
  const proxied = findByte(bytes, GREATER_THAN, start, connectionEnd);
  if (proxied >= 0) noteErrorClient(bytes, proxied + 1, connectionEnd, fields, false);
  else noteConnection(bytes, start, connectionEnd, fields);
  if (fields.clientStart < 0) return false;
  if (hash >= 0) noteVhost(bytes, hash + 1, end, fields);
  return true;
}

/** Notes the client of `192.0.2.1:4711`, `192.0.2.1:4711-3` or `2001:db8::1:4711:HTTP2-1`; nothing where there is no port. */
function noteConnection(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  for (let colon = findByte(bytes, COLON, start, end); colon >= 0; colon = findByte(bytes, COLON, colon + 1, end)) {
    const portEnd = skipDigits(bytes, colon + 1, end);
    if (portEnd === colon + 1 || !endsPort(bytes, portEnd, end)) continue;
    if (isAddress(bytes, start, colon)) noteErrorClient(bytes, start, portEnd, fields, true);
    return;
  }
}

/** Behind the port stand the protocol, as `:HTTP2` or `-H3`, and the number of the request, as `-3`. */
function endsPort(bytes: Buffer, at: number, end: number): boolean {
  if (at === end || bytes[at] === HYPHEN) return true;
  return bytes[at] === COLON && (bytes[at + 1] === UPPER_H || bytes[at + 1] === UPPER_S);
}

function isAddress(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    const isSign = byte === DOT || byte === COLON || byte === LEFT_BRACKET || byte === RIGHT_BRACKET;
    if (!isSign && hexDigit(byte) < 0) return false;
  }
  return findByte(bytes, DOT, start, end) >= 0 || findByte(bytes, COLON, start, end) >= 0;
}

/** Notes `example.jp` of `APVH_192.0.2.1:443_example.jp:443`, or the name as it is; a part of the server may stand behind it. */
function noteVhost(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  const isApache = startsWith(bytes, start, end, APACHE_VHOST);
  const from = isApache ? findLastByte(bytes, UNDERSCORE, start, end) + 1 : start;
  const colon = findByte(bytes, COLON, from, end);
  const to = colon < 0 ? end : colon;
  if (to <= from) return;
  fields.vhostStart = from;
  fields.vhostEnd = to;
}

function noteMessage(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  if (isAbsent(bytes, start, end)) return;
  fields.messageStart = start;
  fields.messageEnd = end;
  if (MODULES.some((text) => startsWith(bytes, start, end, text))) {
    return readModSecurityMessage(bytes, start, end, fields);
  }
  const text = startsWith(bytes, start, end, STDERR) ? start + STDERR.length : start;
  const php = findPhpMessage(bytes, text, end);
  if (php < 0) return noteNamed(bytes, text, end, SHAPES, fields);
  // What PHP writes the server takes for a notice, whatever it is.
  fields.level = phpSeverity(bytes, php, end);
  notePhpFile(bytes, text, end, fields);
}

/** Where the bracket that opens at `at` is closed, brackets within it counted in; -1 when it is not, or a word goes on. */
function closingBracket(bytes: Buffer, at: number, end: number): number {
  const last = Math.min(end, at + LONGEST_GROUP);
  let depth = 0;
  for (let next = at; next < last; next++) {
    if (bytes[next] === LEFT_BRACKET) depth++;
    if (bytes[next] === RIGHT_BRACKET && --depth === 0) return next;
  }
  return -1;
}

function isNumber(bytes: Buffer, start: number, end: number): boolean {
  return end > start && skipDigits(bytes, start, end) === end;
}

function skipDigits(bytes: Buffer, start: number, end: number): number {
  let at = start;
  while (at < end && isDigit(bytes[at])) at++;
  return at;
}
