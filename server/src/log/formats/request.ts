import { DOT, HYPHEN, SLASH, SPACE, UNDERSCORE } from '../bytes';
import type { EntryFields } from '../entryFields';

const ZERO = 0x30;
const UPPER_A = 0x41;
const UPPER_Z = 0x5a;
/** Longest method in the IANA registry is UPDATEREDIRECTREF with 17 letters. */
const LONGEST_METHOD = 20;
/** Length of ` HTTP/1.1`; also of ` HTTP/2.0`. */
const VERSION_LENGTH = 9;
/** ` HTTP/2` and ` HTTP/3`, as nginx and others write them. */
const SHORT_VERSION_LENGTH = 7;
const UPPER_H = 0x48;
const UPPER_T = 0x54;
const UPPER_P = 0x50;

/**
 * Reads a request line, `method target version` (RFC 9112 §3). Without version (HTTP/0.9) or with one that there is not the
 * target runs to the end; a target with blanks is kept whole. What does not begin with a method (TLS bytes, an empty
 * request) has neither.
 */
export function readRequest(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  const methodEnd = findMethodEnd(bytes, start, end);
  if (methodEnd < 0) return;
  const targetEnd = withoutVersion(bytes, methodEnd, end);
  if (targetEnd <= methodEnd + 1) return;
  fields.methodStart = start;
  fields.methodEnd = methodEnd;
  fields.targetStart = methodEnd + 1;
  fields.targetEnd = targetEnd;
}

function findMethodEnd(bytes: Buffer, start: number, end: number): number {
  // A hyphen stands for what was not logged.
  if (bytes[start] === HYPHEN) return -1;
  const last = Math.min(end, start + LONGEST_METHOD + 1);
  for (let at = start; at < last; at++) {
    const byte = bytes[at]!;
    if (byte === SPACE) return at > start ? at : -1;
    const letter = byte & ~0x20;
    if ((letter < UPPER_A || letter > UPPER_Z) && !isMethodSign(byte)) return -1;
  }
  return -1;
}

/** Signs within the names of methods, as in `M-SEARCH`. */
function isMethodSign(byte: number): boolean {
  return byte === HYPHEN || byte === UNDERSCORE;
}

function withoutVersion(bytes: Buffer, start: number, end: number): number {
  if (isVersionAt(bytes, end - VERSION_LENGTH, start) && isVersion(bytes, end)) return end - VERSION_LENGTH;
  if (isVersionAt(bytes, end - SHORT_VERSION_LENGTH, start)) return end - SHORT_VERSION_LENGTH;
  return end;
}

/** Whether the version before `end` is one that there is: 0.9, 1.0, 1.1, 2.0 or 3.0. Made-up ones stay part of the target. */
function isVersion(bytes: Buffer, end: number): boolean {
  const major = bytes[end - 3]! - ZERO;
  const minor = bytes[end - 1]! - ZERO;
  if (bytes[end - 2] !== DOT) return false;
  return major === 1 ? minor === 0 || minor === 1 : major === 0 ? minor === 9 : major <= 3 && minor === 0;
}

/** Whether ` HTTP/` stands at `at`. */
function isVersionAt(bytes: Buffer, at: number, start: number): boolean {
  if (at < start || bytes[at] !== SPACE || bytes[at + 1] !== UPPER_H || bytes[at + 2] !== UPPER_T) return false;
  return bytes[at + 3] === UPPER_T && bytes[at + 4] === UPPER_P && bytes[at + 5] === SLASH;
}
