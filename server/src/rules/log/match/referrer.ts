import { COLON, QUESTION_MARK, SLASH } from '../../../log/bytes';
import { SEARCH_ENGINES } from '../patterns/searchEngines';

const HASH = 0x23;
const LONGEST_SCHEME = 20;

/** Where the host of a referrer begins, or its path where it has no host; -1 when it is no address but some other text. */
export function hostStart(bytes: Uint8Array): number {
  if (bytes[0] === SLASH) return 0;
  for (let at = 0; at < Math.min(bytes.length, LONGEST_SCHEME); at++) {
    const byte = bytes[at]!;
    if (byte === COLON) return bytes[at + 1] === SLASH && bytes[at + 2] === SLASH ? at + 3 : -1;
    const letter = byte | 0x20;
    if (!((letter >= 0x61 && letter <= 0x7a) || byte === 0x2d)) return -1;
  }
  return -1;
}

/** Where the query or the fragment of an address begins, from `start` on; -1 when it has none. */
export function queryStart(bytes: Uint8Array, start: number): number {
  for (let at = start; at < bytes.length; at++) {
    if (bytes[at] === QUESTION_MARK || bytes[at] === HASH) return at;
  }
  return -1;
}

/** Whether the host that begins at `start` is one of a search engine. */
export function isSearchEngine(bytes: Uint8Array, start: number): boolean {
  const slash = bytes.indexOf(SLASH, start);
  const host = Buffer.from(bytes.subarray(start, slash < 0 ? bytes.length : slash))
    .toString('latin1')
    .toLowerCase();
  return SEARCH_ENGINES.some((name) => host.includes(name));
}
