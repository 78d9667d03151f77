import { COLON, SLASH } from '../bytes';
import type { EntryFields } from '../entryFields';

const LOWER_A = 0x61;
const LOWER_Z = 0x7a;

/** Where the host of a URL (`https://example.jp/…`) begins; -1 when the text is none. */
export function findAuthority(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && (bytes[at]! | 0x20) >= LOWER_A && (bytes[at]! | 0x20) <= LOWER_Z) at++;
  const isUrl = at > start && bytes[at] === COLON && bytes[at + 1] === SLASH && bytes[at + 2] === SLASH;
  return isUrl && at + 3 < end ? at + 3 : -1;
}

/**
 * Makes the target of a log that writes whole URLs the path that the client sent; the host of the URL is the virtual host.
 * Only for such logs: where a server logs what came, a whole URL is a request to a proxy.
 */
export function useOriginForm(bytes: Uint8Array, fields: EntryFields): void {
  const authority = findAuthority(bytes, fields.targetStart, fields.targetEnd);
  if (authority < 0) return;
  let path = authority;
  while (path < fields.targetEnd && bytes[path] !== SLASH) path++;
  if (path === authority || path === fields.targetEnd) return;
  if (fields.vhostStart < 0) {
    fields.vhostStart = authority;
    fields.vhostEnd = path;
  }
  fields.targetStart = path;
}
