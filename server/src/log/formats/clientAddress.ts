import { COLON, COMMA, LEFT_BRACKET, RIGHT_BRACKET, SPACE } from '../bytes';
import type { EntryFields } from '../entryFields';
import { isAbsent } from './accessLine';

/**
 * Notes the client that `[start, end)` names: an address, an address with a port (`192.0.2.1:4711`, `[2001:db8::1]:4711`), or
 * a list of forwarded ones, of which the first counts. Nothing when it is absent.
 */
export function noteClient(bytes: Uint8Array, start: number, end: number, fields: EntryFields): void {
  let last = start;
  while (last < end && bytes[last] !== COMMA && bytes[last] !== SPACE) last++;
  const closing = bytes[start] === LEFT_BRACKET ? bytes.subarray(start, last).indexOf(RIGHT_BRACKET) : -1;
  const from = closing > 0 ? start + 1 : start;
  const to = closing > 0 ? start + closing : withoutPort(bytes, start, last);
  if (isAbsent(bytes, from, to)) return;
  fields.clientStart = from;
  fields.clientEnd = to;
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
