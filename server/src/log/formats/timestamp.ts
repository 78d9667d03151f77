import {
  COLON,
  COMMA,
  DOT,
  HYPHEN,
  LEFT_BRACKET,
  PLUS,
  RIGHT_BRACKET,
  SLASH,
  SPACE,
  decimal,
  isDigit,
  twoDigits,
} from '../bytes';
import { CLF_TIME_LENGTH, ClfTimeReader } from '../clfTime';
import type { EntryFields } from '../entryFields';

const ZERO = 0x30;
const UPPER_T = 0x54;
const UPPER_Z = 0x5a;
const LOWER_E = 0x65;
const MS_PER_SECOND = 1000;
/** The table keeps times as 32-bit numbers: up to 2106-02-07. */
const LATEST_TIME = 0xffff_ffff;
/** Numbers below are no times of requests but counts: 1973-03-03 as seconds. */
const EARLIEST_EPOCH_TIME = 100_000_000;
/** How many times a count since 1970 is divided by a thousand at most: milliseconds, microseconds, nanoseconds. */
const FINEST_STEPS = 3;
/** Longest number with a fraction that is read. */
const LONGEST_NUMBER = 32;
/** Length of `2021-11-01`. */
export const DATE_LENGTH = 10;
/** Length of `10:56:55`. */
export const CLOCK_LENGTH = 8;
/** Length of `01/Nov/2021`. */
export const CLF_DAY_LENGTH = 11;
/** Length of `01/Nov/2021:10:56:55`. */
const CLF_WITHOUT_ZONE_LENGTH = 20;

/**
 * Reads times in the ways in which access logs write them: the common log format with or without fraction and zone, ISO 8601
 * (RFC 3339, with a blank for the T or slashes in the date as well), cPanel's with the month first
 * (https://docs.cpanel.net/knowledge-base/cpanel-product/the-cpanel-log-files/), and seconds, milli-, micro- or nanoseconds since 1970.
 * Times without a zone are taken for UTC.
 */
export class TimestampReader {
  readonly #clf = new ClfTimeReader();
  readonly #clfText = Buffer.from('01/Jan/1970:00:00:00 +0000');
  readonly #isoDay = Buffer.from('1970-01-01');
  readonly days = new DayReader();

  /** Writes the time in `[start, end)`, maybe in brackets, into `fields`; false when it is none. */
  read(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    const inBrackets = bytes[start] === LEFT_BRACKET && bytes[end - 1] === RIGHT_BRACKET;
    const from = inBrackets ? start + 1 : start;
    const to = inBrackets ? end - 1 : end;
    if (!this.#readTime(bytes, from, to, fields)) return false;
    fields.timeStart = from;
    fields.timeEnd = to;
    return true;
  }

  #readTime(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    if (bytes[start + 1] === SLASH) return this.#readShortDay(bytes, start, end, fields);
    if (bytes[start + 2] === SLASH) {
      const isMonthFirst = bytes[start + 5] === SLASH;
      return isMonthFirst ? this.#readMonthFirst(bytes, start, end, fields) : this.#readClf(bytes, start, end, fields);
    }
    if (bytes[start + 4] === HYPHEN || bytes[start + 4] === SLASH) return this.#readIso(bytes, start, end, fields);
    return readEpoch(bytes, start, end, fields);
  }

  #readClf(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    if (end - start === CLF_TIME_LENGTH) return this.#clf.read(bytes, start, end, fields);
    if (end - start < CLF_WITHOUT_ZONE_LENGTH) return false;
    const zone = skipFraction(bytes, start + CLF_WITHOUT_ZONE_LENGTH, end);
    const zoneMinutes = readZone(bytes, skipBlank(bytes, zone, end), end);
    bytes.copy(this.#clfText, 0, start, start + CLF_WITHOUT_ZONE_LENGTH);
    // Python's servers put a blank between day and hour.
    if (this.#clfText[CLF_DAY_LENGTH] === SPACE) this.#clfText[CLF_DAY_LENGTH] = COLON;
    if (zoneMinutes === undefined || !this.#clf.read(this.#clfText, 0, CLF_TIME_LENGTH, fields)) return false;
    return setTime(fields, fields.time - zoneMinutes * 60, zoneMinutes);
  }

  /** Reads `1/Nov/2021:10:56:55 +0900`, the day without a zero, as programs write it that have the time from a library. */
  #readShortDay(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    if (end - start !== CLF_TIME_LENGTH - 1 || !isDigit(bytes[start])) return false;
    this.#clfText[0] = ZERO;
    bytes.copy(this.#clfText, 1, start, end);
    return this.#clf.read(this.#clfText, 0, CLF_TIME_LENGTH, fields);
  }

  /** Reads `11/01/2021:10:56:55 -0000`, the first of November, as cPanel's own server writes it. */
  #readMonthFirst(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    const clock = start + DATE_LENGTH + 1;
    if (end < clock + CLOCK_LENGTH || bytes[clock - 1] !== COLON) return false;
    const day = this.#isoDay;
    bytes.copy(day, 0, start + 6, start + 10);
    bytes.copy(day, 5, start, start + 2);
    bytes.copy(day, 8, start + 3, start + 5);
    const midnight = this.days.read(day, 0);
    const seconds = readClock(bytes, clock);
    const zoneMinutes = readZone(bytes, skipBlank(bytes, clock + CLOCK_LENGTH, end), end);
    if (midnight < 0 || seconds < 0 || zoneMinutes === undefined) return false;
    return setTime(fields, midnight + seconds - zoneMinutes * 60, zoneMinutes);
  }

  #readIso(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    const clock = start + DATE_LENGTH + 1;
    if (end < clock + CLOCK_LENGTH) return false;
    const separator = bytes[clock - 1];
    if (separator !== UPPER_T && separator !== SPACE && separator !== UPPER_T + 0x20) return false;
    const midnight = this.days.read(bytes, start);
    const seconds = readClock(bytes, clock);
    const zone = skipBlank(bytes, skipFraction(bytes, clock + CLOCK_LENGTH, end), end);
    const zoneMinutes = readZone(bytes, zone, end);
    if (midnight < 0 || seconds < 0 || zoneMinutes === undefined) return false;
    return setTime(fields, midnight + seconds - zoneMinutes * 60, zoneMinutes);
  }
}

/** Reads days, `2021-11-01` or `2021/11/01`. Remembers the last one, as nearly every line has the same. */
export class DayReader {
  #packed = 0;
  #midnight = -1;

  /** Seconds from 1970-01-01 to the midnight (UTC) of the day at `at`, or -1 when it is no day. */
  read(bytes: Buffer, at: number): number {
    const century = twoDigits(bytes, at);
    const yearOfCentury = twoDigits(bytes, at + 2);
    const month = twoDigits(bytes, at + 5);
    const day = twoDigits(bytes, at + 8);
    if (century < 19 || yearOfCentury < 0 || month < 1 || month > 12 || day < 1) return -1;
    if (bytes[at + 4] !== bytes[at + 7]) return -1;
    const packed = ((century * 100 + yearOfCentury) * 100 + month) * 100 + day;
    if (packed === this.#packed) return this.#midnight;
    const midnight = new Date(Date.UTC(century * 100 + yearOfCentury, month - 1, day));
    // The 31st of a shorter month would be taken for a day of the next.
    if (midnight.getUTCDate() !== day || midnight.getTime() < 0) return -1;
    this.#packed = packed;
    this.#midnight = midnight.getTime() / MS_PER_SECOND;
    return this.#midnight;
  }
}

/** Seconds since midnight of the time of day `10:56:55` at `at`, or -1 when it is none. */
export function readClock(bytes: Buffer, at: number): number {
  const hour = twoDigits(bytes, at);
  const minute = twoDigits(bytes, at + 3);
  const second = twoDigits(bytes, at + 6);
  if (bytes[at + 2] !== COLON || bytes[at + 5] !== COLON) return -1;
  // 60 is a leap second.
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return -1;
  return hour * 3600 + minute * 60 + second;
}

/** Offset from UTC in minutes of `Z`, `+09:00`, `+0900` or `+09` that fills `[at, end)`; 0 for none, `undefined` for nonsense. */
function readZone(bytes: Buffer, at: number, end: number): number | undefined {
  const length = end - at;
  if (length === 0 || (length === 1 && (bytes[at] === UPPER_Z || bytes[at] === UPPER_Z + 0x20))) return 0;
  const sign = bytes[at];
  if ((sign !== PLUS && sign !== HYPHEN) || length < 3) return undefined;
  const hours = twoDigits(bytes, at + 1);
  const minutesAt = bytes[at + 3] === COLON ? at + 4 : at + 3;
  const minutes = minutesAt === end ? 0 : twoDigits(bytes, minutesAt);
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return undefined;
  if (minutesAt !== end && minutesAt + 2 !== end) return undefined;
  return (hours * 60 + minutes) * (sign === HYPHEN ? -1 : 1);
}

/** Behind the fraction of a second that may stand at `at`. */
export function skipFraction(bytes: Buffer, at: number, end: number): number {
  if (at >= end || (bytes[at] !== DOT && bytes[at] !== COMMA)) return at;
  let next = at + 1;
  while (next < end && isDigit(bytes[next])) next++;
  return next;
}

function skipBlank(bytes: Buffer, at: number, end: number): number {
  return at < end && bytes[at] === SPACE ? at + 1 : at;
}

/** Reads a count since 1970-01-01 UTC; its size tells whether it is of seconds, milli-, micro- or nanoseconds. */
function readEpoch(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  let time = decimal(bytes, start, end);
  if (time < 0) time = readFraction(bytes, start, end);
  for (let step = 0; step < FINEST_STEPS && time > LATEST_TIME; step++) time /= 1000;
  return time >= EARLIEST_EPOCH_TIME && setTime(fields, Math.floor(time), 0);
}

/** A number like `1635731815.123` or `1.635731815123e+09`; -1 when it is none. */
function readFraction(bytes: Buffer, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (!isDigit(byte) && byte !== DOT && byte !== PLUS && (byte | 0x20) !== LOWER_E) return -1;
  }
  const number = start < end && end - start <= LONGEST_NUMBER ? Number(bytes.toString('latin1', start, end)) : -1;
  return Number.isNaN(number) ? -1 : number;
}

function setTime(fields: EntryFields, time: number, zone: number): boolean {
  fields.time = time;
  fields.zone = zone;
  return time >= 0 && time <= LATEST_TIME;
}
