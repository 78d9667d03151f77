import { COLON, COMMA, DOT, LEFT_BRACKET, RIGHT_BRACKET, SPACE, findByte, startsWith } from '../bytes';
import type { EntryFields } from '../entryFields';
import { isAbsent } from './fieldText';

const MAPPED_PREFIX = Buffer.from('::ffff:');
const MAPPED_PREFIX_IN_CAPITALS = Buffer.from('::FFFF:');

/**
 * Notes the client that `[start, end)` names: an address, an address with a port (`192.0.2.1:4711`, `[2001:db8::1]:4711`), or
 * a list of forwarded ones, of which the first counts. Nothing when it is absent. An address of IPv4 within one of IPv6 is
 * the former (RFC 4291 section 2.5.5.2), so that a client is the same one in the logs of all servers.
 */
export function noteClient(bytes: Uint8Array, start: number, end: number, fields: EntryFields): void {
  let last = start;
  while (last < end && bytes[last] !== COMMA && bytes[last] !== SPACE) last++;
  const closing = bytes[start] === LEFT_BRACKET ? bytes.subarray(start, last).indexOf(RIGHT_BRACKET) : -1;
  const from = closing > 0 ? start + 1 : start;
  const to = closing > 0 ? start + closing : withoutPort(bytes, start, last);
  if (isAbsent(bytes, from, to)) return;
  fields.clientStart = isMapped(bytes, from, to) ? from + MAPPED_PREFIX.length : from;
  fields.clientEnd = to;
}

function isMapped(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[start] !== COLON || findByte(bytes, DOT, start, end) < 0) return false;
  return startsWith(bytes, start, end, MAPPED_PREFIX) || startsWith(bytes, start, end, MAPPED_PREFIX_IN_CAPITALS);
}

/** The end without a port; two colons or more make an address of IPv6. */
function withoutPort(bytes: Uint8Array, start: number, end: number): number {
  let colon = -1;
  for (let at = start; at < end; at++) {
    if (bytes[at] !== COLON) continue;
    if (colon >= 0) return end;
    colon = at;
  }
  return colon < 0 ? end : colon;
}
