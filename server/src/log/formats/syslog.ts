import {
  COLON,
  GREATER_THAN,
  LEFT_BRACKET,
  LESS_THAN,
  RIGHT_BRACKET,
  SPACE,
  findBlank,
  findByte,
  isDigit,
  skipBlanks,
} from '../bytes';
import type { LogFormat } from './logFormat';
import { wrappedFormat } from './wrapped';

const ONE = 0x31;
const UPPER_T = 0x54;
/** Length of `Nov  1 10:56:55`. */
const SHORT_TIME_LENGTH = 15;
/** Length of `<191>`. */
const LONGEST_PRIORITY = 5;
/** Values of RFC 5424 between the version and the structured data: time, host, program, process, message id. */
const HEADER_VALUES = 5;

/** What ends structured data that a message follows. */
const END_OF_DATA = '] ';

/** Entries that came through syslog (RFC 3164, RFC 5424), or rsyslog with its ISO 8601 times. */
export function syslogFormat(formats: readonly LogFormat[]): LogFormat {
  return wrappedFormat('syslog', findContent, formats);
}

function findContent(bytes: Buffer, start: number, end: number): number {
  const header = skipPriority(bytes, start, end);
  const isVersioned = header > start && bytes[header] === ONE && bytes[header + 1] === SPACE;
  if (isVersioned) return behindHeader(bytes, header + 2, end);
  const time = skipTime(bytes, header, end);
  // The program, `nginx[12]:`, alone or behind the host.
  const first = findBlank(bytes, time, end);
  if (endsTag(bytes, first, time > start)) return skipBlanks(bytes, first, end);
  if (time === start) return -1;
  const program = skipBlanks(bytes, first, end);
  const programEnd = findBlank(bytes, program, end);
  return endsTag(bytes, programEnd, true) ? skipBlanks(bytes, programEnd, end) : -1;
}

/** Whether the name of a program ends before `at`; where no time stands before it, it must have a process number. */
function endsTag(bytes: Buffer, at: number, isBehindTime: boolean): boolean {
  return bytes[at - 1] === COLON && (isBehindTime || bytes[at - 2] === RIGHT_BRACKET);
}

function skipPriority(bytes: Buffer, start: number, end: number): number {
  if (bytes[start] !== LESS_THAN || !isDigit(bytes[start + 1])) return start;
  const close = findByte(bytes, GREATER_THAN, start, Math.min(end, start + LONGEST_PRIORITY));
  return close < 0 ? start : close + 1;
}

function skipTime(bytes: Buffer, start: number, end: number): number {
  const short = start + SHORT_TIME_LENGTH;
  const isShort =
    short < end && bytes[start + 3] === SPACE && bytes[start + 9] === COLON && bytes[start + 12] === COLON;
  if (isShort && bytes[short] === SPACE) return skipBlanks(bytes, short, end);
  const isIso = isDigit(bytes[start]) && bytes[start + 10] === UPPER_T;
  return isIso ? skipBlanks(bytes, findBlank(bytes, start, end), end) : start;
}

function behindHeader(bytes: Buffer, start: number, end: number): number {
  let at = start;
  for (let value = 0; value < HEADER_VALUES; value++) at = skipBlanks(bytes, findBlank(bytes, at, end), end);
  if (bytes[at] !== LEFT_BRACKET) return skipBlanks(bytes, findBlank(bytes, at, end), end);
  const close = bytes.subarray(at, end).indexOf(END_OF_DATA);
  return close < 0 ? -1 : skipBlanks(bytes, at + close + 1, end);
}
