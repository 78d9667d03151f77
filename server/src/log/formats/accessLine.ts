import {
  DOT,
  HYPHEN,
  LEFT_BRACKET,
  LEFT_PARENTHESIS,
  QUOTE,
  RIGHT_BRACKET,
  RIGHT_PARENTHESIS,
  decimal,
  findBlank,
  findByte,
  isBlank,
  isDigit,
  skipBlanks,
} from '../bytes';
import { CLF_TIME_LENGTH, ClfTimeReader } from '../clfTime';
import { NOT_LOGGED, type EntryFields } from '../entryFields';
import { noteForwardedBehind, useAddressForReferrer } from './forwardedList';
import { closingQuote, isAbsent, isHyphen } from './fieldText';
import { isHostName } from './hostName';
import { readRequest } from './request';
import { TimestampReader } from './timestamp';

/** Length of `[2021-11-01T10:56:55.123456789+09:00]`, the longest time that servers write. */
const LONGEST_TIME = 37;
/** Length of `(86400 s)`. */
const LONGEST_SECONDS = 9;

/** A reader of one part of a line: takes where the part begins and gives where it ends, or `NOT_LOGGED` when it isn't there. */
type PartReader = (bytes: Buffer, at: number, end: number, fields: EntryFields) => number;

/** `client ident user` or a variant of it, up to the bracket of the time. */
export type ReadClientPart = (bytes: Buffer, start: number, bracket: number, fields: EntryFields) => boolean;

/**
 * Reads `… [time] "request" status size`, the part that every Apache access format shares
 * (https://httpd.apache.org/docs/2.4/logs.html#accesslog); what stands before the time is the caller's.
 * The result continues behind the size.
 */
export function createAccessReader(readClientPart: ReadClientPart): PartReader {
  const clfTime = new ClfTimeReader();
  const anyTime = new TimestampReader();
  // Nearly every time is that of the common log format.
  const readTime = (bytes: Buffer, start: number, end: number, fields: EntryFields): boolean => {
    if (end - start !== CLF_TIME_LENGTH) return anyTime.read(bytes, start, end, fields);
    fields.timeStart = start;
    fields.timeEnd = end;
    return clfTime.read(bytes, start, end, fields) || anyTime.read(bytes, start, end, fields);
  };
  return (bytes, start, end, fields) => {
    // The client chooses the user's name, which may look like the beginning of a time: then the next bracket is tried.
    const blank = findBlank(bytes, start, end);
    for (let bracket = findBracket(bytes, blank, end); bracket >= 0; bracket = findBracket(bytes, bracket, end)) {
      const timeEnd = findTimeEnd(bytes, bracket, end);
      const quote = timeEnd < 0 ? NOT_LOGGED : requestQuote(bytes, timeEnd, end);
      if (quote < 0 || !readTime(bytes, bracket + 1, timeEnd, fields)) continue;
      return readClientPart(bytes, start, bracket, fields)
        ? readRequestAndOutcome(bytes, quote + 1, end, fields)
        : NOT_LOGGED;
    }
    return NOT_LOGGED;
  };
}

/** A bracket that may open the time: one between a blank and a digit, behind `start`. */
function findBracket(bytes: Buffer, start: number, end: number): number {
  for (let at = start + 1; at < end; at++) {
    if (bytes[at] === LEFT_BRACKET && isDigit(bytes[at + 1]) && isBlank(bytes[at - 1])) return at;
  }
  return NOT_LOGGED;
}

/** The bracket that closes the time, nearly always that of the common log format. */
function findTimeEnd(bytes: Buffer, bracket: number, end: number): number {
  const usual = bracket + 1 + CLF_TIME_LENGTH;
  if (usual < end && bytes[usual] === RIGHT_BRACKET) return usual;
  const last = Math.min(end, bracket + LONGEST_TIME);
  for (let at = bracket + 1; at < last; at++) {
    if (bytes[at] === RIGHT_BRACKET) return at;
  }
  return NOT_LOGGED;
}

/**
 * The quote that opens the request, behind the bracket that closes the time; `NOT_LOGGED` when it is not there. Gandi has the
 * seconds taken between the two, `(0 s)` (https://docs.gandi.net/en/web_hosting/).
 */
function requestQuote(bytes: Buffer, timeEnd: number, end: number): number {
  let quote = skipBlanks(bytes, timeEnd + 1, end);
  if (bytes[quote] === LEFT_PARENTHESIS && isDigit(bytes[quote + 1])) {
    const close = findByte(bytes, RIGHT_PARENTHESIS, quote, Math.min(end, quote + LONGEST_SECONDS));
    if (close > 0) quote = skipBlanks(bytes, close + 1, end);
  }
  return quote < end && bytes[quote] === QUOTE ? quote : NOT_LOGGED;
}

/**
 * Reads `request" status size`. Some servers write the client's own quotes as they are, so a quote ends the request only
 * where a status and a size follow.
 */
function readRequestAndOutcome(bytes: Buffer, start: number, end: number, fields: EntryFields): number {
  for (let quote = closingQuote(bytes, start, end); quote < end; quote = closingQuote(bytes, quote + 1, end)) {
    const next = readStatusAndSize(bytes, quote + 1, end, fields);
    if (next === NOT_LOGGED) continue;
    readRequest(bytes, start, quote, fields);
    return next;
  }
  return NOT_LOGGED;
}

function readStatusAndSize(bytes: Buffer, start: number, end: number, fields: EntryFields): number {
  const statusStart = skipBlanks(bytes, start, end);
  const statusEnd = findBlank(bytes, statusStart, end);
  const status = statusEnd - statusStart === 3 ? decimal(bytes, statusStart, statusEnd) : NOT_LOGGED;
  if (status < 0 && !isHyphen(bytes, statusStart, statusEnd)) return NOT_LOGGED;

  const sizeStart = skipBlanks(bytes, statusEnd, end);
  const sizeEnd = findBlank(bytes, sizeStart, end);
  const size = decimal(bytes, sizeStart, sizeEnd);
  if (size < 0 && !isHyphen(bytes, sizeStart, sizeEnd)) return NOT_LOGGED;
  fields.status = status;
  if (status >= 0) fields.statusStart = statusStart;
  fields.size = size;
  return sizeEnd;
}

/**
 * Reads ` "referrer" "agent"` of the combined format; either may be a bare hyphen, and numbers (times taken, lengths) may
 * stand before them. False when there is nothing of the kind. A line that was cut within the last field keeps what there is
 * of it.
 */
export function readReferrerAndAgent(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  const referrer = skipNumbers(bytes, behindVhost(bytes, start, end, fields), end);
  if (bytes[referrer] === QUOTE && referrer < end) {
    const referrerEnd = closingQuote(bytes, referrer + 1, end);
    if (!isAbsent(bytes, referrer + 1, referrerEnd)) {
      fields.referrerStart = referrer + 1;
      fields.referrerEnd = referrerEnd;
    }
    readAgent(bytes, referrerEnd + 1, end, fields);
    if (referrerEnd + 1 >= end) useAddressForReferrer(bytes, fields);
    return true;
  }
  if (bytes[referrer] !== HYPHEN || referrer >= end) return false;
  readAgent(bytes, referrer + 1, end, fields);
  return true;
}

/**
 * Behind the name of the virtual host where it stands between size and referrer, as IONOS and its sister brands write it
 * (`%b %v "%{Referer}i"`, https://www.awstats.org/docs/awstats_faq.html).
 */
function behindVhost(bytes: Buffer, start: number, end: number, fields: EntryFields): number {
  const name = skipBlanks(bytes, start, end);
  if (name >= end || bytes[name] === QUOTE || bytes[name] === HYPHEN) return start;
  const nameEnd = findBlank(bytes, name, end);
  if (bytes[nameEnd + 1] !== QUOTE || nameEnd + 1 >= end || !isHostName(bytes, name, nameEnd)) return start;
  fields.vhostStart = name;
  fields.vhostEnd = nameEnd;
  return nameEnd;
}

/** Skips blanks and numbers, also with a fraction. */
function skipNumbers(bytes: Buffer, start: number, end: number): number {
  let at = skipBlanks(bytes, start, end);
  while (at < end && isDigit(bytes[at])) {
    while (at < end && (isDigit(bytes[at]) || bytes[at] === DOT)) at++;
    if (at < end && !isBlank(bytes[at])) return end;
    at = skipBlanks(bytes, at, end);
  }
  return at;
}

function readAgent(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  const agent = skipBlanks(bytes, start, end);
  if (agent >= end || bytes[agent] !== QUOTE) return;
  const agentEnd = closingQuote(bytes, agent + 1, end);
  if (agentEnd + 1 < end) noteForwardedBehind(bytes, agentEnd + 1, end, fields);
  if (isAbsent(bytes, agent + 1, agentEnd)) return;
  fields.agentStart = agent + 1;
  fields.agentEnd = agentEnd;
}
