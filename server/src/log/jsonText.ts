import { BACKSLASH } from './bytes';

const LOWER_U = 0x75;
/** What stands for what behind a backslash, besides `\u` (RFC 8259 §7). */
const ESCAPES = new Map(['b\b', 'f\f', 'n\n', 'r\r', 't\t'].map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]));
const ESCAPED_UNIT_LENGTH = 6;

/**
 * Writes the text of a JSON string (what lies between its quotes) without its escapes to `to` and gives where it ends there.
 * It never gets longer, so it may be written over itself. What is no escape stays as it is; half of a surrogate pair becomes
 * U+FFFD.
 * @param places where each written byte comes from, for who wants to know
 */
export function unescapeJson(
  from: Uint8Array,
  start: number,
  end: number,
  into: Uint8Array,
  to: number,
  places?: Uint32Array,
): number {
  let next = to;
  for (let at = start; at < end;) {
    const byte = from[at]!;
    if (byte !== BACKSLASH || at + 1 >= end) {
      if (places !== undefined) places[next] = at;
      into[next++] = byte;
      at++;
      continue;
    }
    const first = next;
    const length = escapeLength(from, at, end);
    if (length === 1) into[next++] = byte;
    else if (length === 2) into[next++] = ESCAPES.get(from[at + 1]!) ?? from[at + 1]!;
    else next = writeUtf8(escapedCodePoint(from, at, end), into, next);
    places?.fill(at, first, next);
    at += length;
  }
  return next;
}

/** How many bytes the escape at `at` takes; 1 when the backslash is none. */
function escapeLength(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at + 1] !== LOWER_U) return 2;
  const point = escapedCodePoint(bytes, at, end);
  if (point < 0) return 1;
  return point > 0xffff ? 2 * ESCAPED_UNIT_LENGTH : ESCAPED_UNIT_LENGTH;
}

/** The character that `\uXXXX`, or a pair of them, at `at` stands for; -1 when it is no such escape. */
function escapedCodePoint(bytes: Uint8Array, at: number, end: number): number {
  const unit = escapedUnit(bytes, at, end);
  if (unit < 0xd800 || unit > 0xdfff) return unit;
  const second = unit < 0xdc00 ? escapedUnit(bytes, at + ESCAPED_UNIT_LENGTH, end) : -1;
  return second >= 0xdc00 && second <= 0xdfff ? 0x10000 + ((unit - 0xd800) << 10) + (second - 0xdc00) : 0xfffd;
}

function escapedUnit(bytes: Uint8Array, at: number, end: number): number {
  if (at + ESCAPED_UNIT_LENGTH > end || bytes[at] !== BACKSLASH || bytes[at + 1] !== LOWER_U) return -1;
  let unit = 0;
  for (let digit = at + 2; digit < at + ESCAPED_UNIT_LENGTH; digit++) {
    const value = hexDigit(bytes[digit]);
    if (value < 0) return -1;
    unit = unit * 16 + value;
  }
  return unit;
}

function writeUtf8(point: number, into: Uint8Array, at: number): number {
  if (point < 0x80) {
    into[at] = point;
    return at + 1;
  }
  if (point < 0x800) {
    into[at] = 0xc0 | (point >> 6);
    into[at + 1] = 0x80 | (point & 0x3f);
    return at + 2;
  }
  if (point < 0x10000) {
    into[at] = 0xe0 | (point >> 12);
    into[at + 1] = 0x80 | ((point >> 6) & 0x3f);
    into[at + 2] = 0x80 | (point & 0x3f);
    return at + 3;
  }
  into[at] = 0xf0 | (point >> 18);
  into[at + 1] = 0x80 | ((point >> 12) & 0x3f);
  into[at + 2] = 0x80 | ((point >> 6) & 0x3f);
  into[at + 3] = 0x80 | (point & 0x3f);
  return at + 4;
}

/** Value of a hexadecimal digit; -1 for any other byte and behind the end. */
export function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
