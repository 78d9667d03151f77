import {
  COLON,
  DOT,
  LEFT_BRACKET,
  RIGHT_BRACKET,
  SPACE,
  findBlank,
  findByte,
  findLastByte,
  findText,
  isDigit,
  skipBlanks,
  startsWith,
} from '../bytes';
import { EntryKind, type EntryFields } from '../entryFields';
import { AnyTimeReader, namesZone } from './anyTime';
import { readApacheMessage } from './apacheMessage';
import { noteErrorClient } from './errorClient';
import type { LogFormat } from './logFormat';
import { severityAt } from './severity';

/** Length of `[Mon Nov 01 10:56:55.123456789 2021 +0900]`, the longest time that Apache writes. */
const LONGEST_TIME = 42;
/** Longest `[module:level]` and the like, as a client's text may also begin with a bracket. */
const LONGEST_GROUP = 128;
const LEFT_PARENTHESIS = 0x28;

const CLIENT = Buffer.from('client ');
const REMOTE = Buffer.from('remote ');
/** What else of the connection stands between the severity and the message, by default or in the manual's examples. */
const OTHER_GROUPS = ['pid ', 'tid ', 'R:', 'C:', 'rid '].map((text) => Buffer.from(text));
const REFERRER = Buffer.from(', referer: ');

/**
 * The error log of Apache with times that name no zone, `[Wed Oct 11 14:32:52 2000] [error] [client 192.0.2.1] message` (2.2) or
 * `[Wed Oct 11 14:32:52.123456 2000] [core:error] [pid 1:tid 2] [client 192.0.2.1:4711] AH00128: message, referer: …` (2.4,
 * https://httpd.apache.org/docs/2.4/mod/core.html#errorlogformat).
 */
export const apacheErrorFormat: LogFormat = createFormat('apache-error', false);

/** The same with times that name their zone, as `ErrorLogFormat` may ask for. */
export const apacheErrorZonedFormat: LogFormat = createFormat('apache-error-zoned', true);

function createFormat(id: string, isZoned: boolean): LogFormat {
  return {
    id,
    weight: 3,
    continuation: 'traces',
    ...(!isZoned && { timesAreLocal: true }),
    createReader() {
      const times = new AnyTimeReader();
      const reader = new ApacheErrorReader();
      return (bytes, start, end, fields) => {
        if (bytes[start] !== LEFT_BRACKET) return false;
        const timeEnd = findByte(bytes, RIGHT_BRACKET, start, Math.min(end, start + LONGEST_TIME));
        if (timeEnd < 0 || !times.read(bytes, start + 1, timeEnd, fields)) return false;
        if (namesZone(bytes, start + 1, timeEnd) !== isZoned) return false;
        return reader.read(bytes, skipBlanks(bytes, timeEnd + 1, end), end, fields);
      };
    },
  };
}

/** Reads entries without their time, `[core:error] [pid 1:tid 2] [client 192.0.2.1:4711] message`. */
export class ApacheErrorReader {
  /** Where the group that was found last is closed. */
  #close = 0;
  /** The line is of Apache 2.4, which puts a port behind every address. */
  #namesModule = false;
  /** The address is that of another server, to which Apache connected. */
  #isRemote = false;

  read(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    this.#namesModule = false;
    let at = this.#readGroups(bytes, start, end, fields);
    if (fields.level < 0) return false;
    if (fields.clientStart < 0) at = this.#behindClient(bytes, at, end, fields);
    fields.kind = EntryKind.error;
    readMessage(bytes, at, end, fields);
    return true;
  }

  /** Reads `[core:error] [pid 1:tid 2] [client …]` and the like and gives where the message begins. */
  #readGroups(bytes: Buffer, start: number, end: number, fields: EntryFields): number {
    let at = start;
    while (this.#findGroup(bytes, at, end)) {
      if (!this.#readGroup(bytes, at + 1, this.#close, fields)) break;
      at = skipBlanks(bytes, this.#close + 1, end);
    }
    return at;
  }

  #findGroup(bytes: Buffer, at: number, end: number): boolean {
    if (at >= end || bytes[at] !== LEFT_BRACKET) return false;
    let close = findByte(bytes, RIGHT_BRACKET, at, Math.min(end, at + LONGEST_GROUP));
    // An address of IPv6 may have brackets of its own.
    const isNested = close >= 0 && findByte(bytes, LEFT_BRACKET, at + 1, close) >= 0;
    if (isNested) close = findByte(bytes, RIGHT_BRACKET, close + 1, Math.min(end, at + LONGEST_GROUP));
    this.#close = close;
    return close >= 0 && (close + 1 >= end || bytes[close + 1] === SPACE);
  }

  /** Reads what lies between brackets; false when it belongs to the message. */
  #readGroup(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    const isRemote = startsWith(bytes, start, end, REMOTE);
    if (isRemote || startsWith(bytes, start, end, CLIENT)) {
      // ModSecurity names the client once more, in the message.
      if (fields.clientStart < 0 || this.#isRemote) {
        noteErrorClient(bytes, start + CLIENT.length, end, fields, this.#namesModule);
        this.#isRemote = isRemote;
      }
      return true;
    }
    if (fields.level < 0) {
      const colon = findLastByte(bytes, COLON, start, end);
      fields.level = severityAt(bytes, colon < 0 ? start : colon + 1, end);
      this.#namesModule = fields.level >= 0 && colon >= 0;
      // Before the severity anything may stand, such as the name of the virtual host.
      return true;
    }
    return fields.clientStart < 0 && OTHER_GROUPS.some((text) => startsWith(bytes, start, end, text));
  }

  /**
   * Goes behind the client where words of the server stand before it: the place in its source or the system's error, as in
   * `(2)No such file or directory: [client …]`. No client can write there.
   */
  #behindClient(bytes: Buffer, start: number, end: number, fields: EntryFields): number {
    if (!isServersOwn(bytes, start, end)) return start;
    const bracket = findByte(bytes, LEFT_BRACKET, start, end);
    const isBehindColon = bracket > start + 2 && bytes[bracket - 1] === SPACE && bytes[bracket - 2] === COLON;
    if (!isBehindColon || !this.#findGroup(bytes, bracket, end)) return start;
    const isClient = startsWith(bytes, bracket + 1, end, CLIENT) || startsWith(bytes, bracket + 1, end, REMOTE);
    return isClient ? this.#readGroups(bytes, bracket, end, fields) : start;
  }
}

function readMessage(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  const referrer = findLastText(bytes, REFERRER, start, end);
  const messageEnd = referrer < 0 ? end : referrer;
  if (referrer >= 0 && referrer + REFERRER.length < end) {
    fields.referrerStart = referrer + REFERRER.length;
    fields.referrerEnd = end;
  }
  if (start >= messageEnd) return;
  fields.messageStart = start;
  fields.messageEnd = messageEnd;
  readApacheMessage(bytes, fields);
}

/** Whether a text begins like an error of the system, `(2)…`, or a place in the source, `mod_ssl.c(820): …`. */
function isServersOwn(bytes: Buffer, start: number, end: number): boolean {
  if (bytes[start] === LEFT_PARENTHESIS) return isDigit(bytes[start + 1]);
  const nameEnd = findByte(bytes, LEFT_PARENTHESIS, start, findBlank(bytes, start, end));
  return nameEnd > start + 2 && bytes[nameEnd - 2] === DOT && isDigit(bytes[nameEnd + 1]);
}

/** Where a text last stands: the client sends the referrer, but nothing behind it. */
function findLastText(bytes: Buffer, text: Buffer, start: number, end: number): number {
  let last = findText(bytes, text, start, end);
  for (let at = last; at >= 0; at = findText(bytes, text, at + 1, end)) last = at;
  return last;
}
