import {
  COLON,
  COMMA,
  DOT,
  LEFT_BRACKET,
  QUOTE,
  RIGHT_BRACKET,
  findBlank,
  findByte,
  isBlank,
  isDigit,
  skipBlanks,
} from '../bytes';
import { NOT_LOGGED, type EntryFields } from '../entryFields';
import { closingQuote, isAbsent } from './fieldText';

/** Values behind the agent that are looked at. */
const MOST_VALUES = 8;
const DOTS_OF_IPV4 = 3;
const LOWER_A = 0x61;
const LOWER_F = 0x66;
const UNKNOWN = Buffer.from('unknown');

/**
 * Notes the forwarded addresses that a log has behind the agent: in quotes right behind it, as in nginx's example
 * (`"$http_user_agent" "$http_x_forwarded_for"`, https://nginx.org/en/docs/http/ngx_http_log_module.html), or as a later value that
 * is an address without a port; servers that a proxy passes requests on to have one.
 */
export function noteForwardedBehind(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  let at = skipBlanks(bytes, start, end);
  for (let index = 0; index < MOST_VALUES && at < end; index++) {
    const isQuoted = bytes[at] === QUOTE;
    const from = isQuoted ? at + 1 : at;
    const to = isQuoted ? closingQuote(bytes, from, end) : findBlank(bytes, at, end);
    if (isQuoted && index === 0 && isAbsent(bytes, from, to)) return;
    if (isAddressList(bytes, from, to) && ((isQuoted && index === 0) || !hasPort(bytes, from, to))) {
      fields.forwardedStart = from;
      fields.forwardedEnd = to;
      return;
    }
    at = skipBlanks(bytes, isQuoted ? to + 1 : to, end);
  }
}

/** Takes what stands in the referrer's place for the forwarded addresses where it is some, as in logs without an agent. */
export function useAddressForReferrer(bytes: Buffer, fields: EntryFields): void {
  const { referrerStart, referrerEnd } = fields;
  if (referrerStart < 0 || !isDigit(bytes[referrerStart]) || !isAddressList(bytes, referrerStart, referrerEnd)) return;
  fields.forwardedStart = referrerStart;
  fields.forwardedEnd = referrerEnd;
  fields.referrerStart = NOT_LOGGED;
}

/** Whether a text may be addresses with commas between them: nothing but their signs, and enough dots or colons. */
export function isAddressList(bytes: Uint8Array, start: number, end: number): boolean {
  let dots = 0;
  let colons = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === DOT) dots++;
    else if (byte === COLON) colons++;
    else if (!isSignOfList(byte)) {
      if (!isUnknown(bytes, at, end)) return false;
      at += UNKNOWN.length - 1;
    }
  }
  return dots >= DOTS_OF_IPV4 || colons > 1;
}

/** Whether a text may be one address, without a port where it is one of IPv4. */
export function isOneAddress(bytes: Uint8Array, start: number, end: number): boolean {
  if (!isDigit(bytes[start]) && findByte(bytes, COLON, start, end) < 0) return false;
  if (findByte(bytes, COMMA, start, end) >= 0 || hasPort(bytes, start, end)) return false;
  return isAddressList(bytes, start, end);
}

function isSignOfList(byte: number): boolean {
  if (isDigit(byte) || byte === COMMA || isBlank(byte) || byte === LEFT_BRACKET || byte === RIGHT_BRACKET) return true;
  const letter = byte | 0x20;
  return letter >= LOWER_A && letter <= LOWER_F;
}

/** Whether the word stands there that proxies write when they hide an address (RFC 7239 section 6.2). */
function isUnknown(bytes: Uint8Array, at: number, end: number): boolean {
  return at + UNKNOWN.length <= end && UNKNOWN.every((letter, index) => bytes[at + index] === letter);
}

/** Whether a text is one address of IPv4 with a port. */
function hasPort(bytes: Uint8Array, start: number, end: number): boolean {
  const colon = findByte(bytes, COLON, start, end);
  return colon >= 0 && findByte(bytes, COLON, colon + 1, end) < 0;
}
