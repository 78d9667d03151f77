import { COLON, LEFT_BRACKET, findLastByte, isDigit } from '../bytes';
import type { EntryFields } from '../entryFields';
import { noteClient } from './clientAddress';

/** Groups of an address of IPv6 that is written out (RFC 4291 section 2.2). */
const GROUPS = 8;
/** Digits that a port has and a group of an address has not. */
const LONGEST_GROUP = 4;

/**
 * Notes the client of an error: an address, maybe with a port, which servers put behind addresses of IPv6 without any bracket
 * (`2001:db8::1:4711`).
 * @param hasPort whether the server always writes a port
 */
export function noteErrorClient(
  bytes: Uint8Array,
  start: number,
  end: number,
  fields: EntryFields,
  hasPort: boolean,
): void {
  const port = bytes[start] === LEFT_BRACKET ? -1 : portOfIpv6(bytes, start, end, hasPort);
  noteClient(bytes, start, port < 0 ? end : port, fields);
}

/** Where the port behind an address of IPv6 begins, with its colon; -1 when there is none. */
function portOfIpv6(bytes: Uint8Array, start: number, end: number, hasPort: boolean): number {
  let colons = 0;
  let isShortened = false;
  for (let at = start; at < end; at++) {
    if (bytes[at] !== COLON) continue;
    colons++;
    isShortened ||= at + 1 < end && bytes[at + 1] === COLON;
  }
  const last = findLastByte(bytes, COLON, start, end);
  if (colons < 2 || !isNumber(bytes, last + 1, end)) return -1;
  if (!isShortened) return colons >= GROUPS ? last : -1;
  return hasPort || end - last - 1 > LONGEST_GROUP ? last : -1;
}

function isNumber(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (!isDigit(bytes[at])) return false;
  }
  return end > start;
}
