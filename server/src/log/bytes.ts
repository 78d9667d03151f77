/** ASCII codes that the readers compare bytes with. */
export const TAB = 0x09;
export const LINE_FEED = 0x0a;
export const CARRIAGE_RETURN = 0x0d;
export const SPACE = 0x20;
export const QUOTE = 0x22;
export const PERCENT_SIGN = 0x25;
export const LEFT_PARENTHESIS = 0x28;
export const RIGHT_PARENTHESIS = 0x29;
export const PLUS = 0x2b;
export const COMMA = 0x2c;
export const HYPHEN = 0x2d;
export const DOT = 0x2e;
export const SLASH = 0x2f;
const ZERO = 0x30;
const NINE = 0x39;
export const COLON = 0x3a;
export const SEMICOLON = 0x3b;
export const LESS_THAN = 0x3c;
export const EQUALS = 0x3d;
export const GREATER_THAN = 0x3e;
export const QUESTION_MARK = 0x3f;
export const AT_SIGN = 0x40;
export const LEFT_BRACKET = 0x5b;
export const BACKSLASH = 0x5c;
export const RIGHT_BRACKET = 0x5d;
export const UNDERSCORE = 0x5f;
export const LEFT_BRACE = 0x7b;
export const PIPE = 0x7c;
export const RIGHT_BRACE = 0x7d;

/** Whether a byte is an ASCII digit; `undefined` (behind the end) is not. */
export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE;
}

/** Whether a byte separates the fields of an access log line. */
export function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB;
}

/** Where what follows the blanks at `start` begins, or `end`. */
export function skipBlanks(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(bytes[at])) at++;
  return at;
}

/** Where the first blank stands in `[start, end)`, or `end`. */
export function findBlank(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && !isBlank(bytes[at])) at++;
  return at;
}

/** Whether `text` fills `[start, end)`. */
export function equals(bytes: Uint8Array, start: number, end: number, text: Uint8Array): boolean {
  if (end - start !== text.length) return false;
  for (let at = 0; at < text.length; at++) {
    if (bytes[start + at] !== text[at]) return false;
  }
  return true;
}

/** Where a byte first stands in `[start, end)`, or -1. Unlike `indexOf` it never looks behind the line. */
export function findByte(bytes: Uint8Array, byte: number, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    if (bytes[at] === byte) return at;
  }
  return -1;
}

/** Whether `text` stands at `at`, all of it before `end`. */
export function startsWith(bytes: Uint8Array, at: number, end: number, text: Uint8Array): boolean {
  return end - at >= text.length && equals(bytes, at, at + text.length, text);
}

/** Where `text` first stands in `[start, end)`, or -1. */
export function findText(bytes: Uint8Array, text: Uint8Array, start: number, end: number): number {
  const first = text[0];
  const last = end - text.length;
  for (let at = start; at <= last; at++) {
    if (bytes[at] === first && equals(bytes, at, at + text.length, text)) return at;
  }
  return -1;
}

/** Where `text` last stands in `[start, end)`, or -1. */
export function findLastText(bytes: Uint8Array, text: Uint8Array, start: number, end: number): number {
  const first = text[0];
  for (let at = end - text.length; at >= start; at--) {
    if (bytes[at] === first && equals(bytes, at, at + text.length, text)) return at;
  }
  return -1;
}

/** Where a byte last stands in `[start, end)`, or -1. */
export function findLastByte(bytes: Uint8Array, byte: number, start: number, end: number): number {
  for (let at = end - 1; at >= start; at--) {
    if (bytes[at] === byte) return at;
  }
  return -1;
}

/** The decimal number that fills `[start, end)`, or -1 when there is anything but digits. */
export function decimal(bytes: Uint8Array, start: number, end: number): number {
  if (start >= end) return -1;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** The two-digit number at `at`, or -1 when anything but two digits stands there. */
export function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - ZERO;
  const ones = bytes[at + 1]! - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** Length of the byte order mark of UTF-8, which editors do not show. */
export const BYTE_ORDER_MARK_LENGTH = 3;

/** Whether a file's first line begins with the byte order mark of UTF-8 (EF BB BF). */
export function startsWithByteOrderMark(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < BYTE_ORDER_MARK_LENGTH) return false;
  return bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf;
}
