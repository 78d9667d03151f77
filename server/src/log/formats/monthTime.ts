import { DOT, SPACE, isDigit, twoDigits } from '../bytes';
import { fourDigits, monthAt } from '../clfTime';
import { NOT_LOGGED, type EntryFields } from '../entryFields';
import { CLOCK_LENGTH, readClock } from './timestamp';

const MS_PER_SECOND = 1000;
const SECONDS_PER_DAY = 86_400;
/** The table keeps times as 32-bit numbers: up to 2106-02-07. */
const LATEST_TIME = 0xffff_ffff;
/** From one 29th of February to the next there are at most this many years (1896 to 1904). */
const YEARS_BETWEEN_LEAP_DAYS = 8;
/** Length of `Mon `. */
const WEEKDAY_LENGTH = 4;

/** Where the parts of a time lie and what they are. One object is used for all lines. */
class MonthTime {
  month = 0;
  day = 0;
  /** Seconds since midnight. */
  clock = 0;
  /** Behind the time of day. */
  end = 0;

  /** Reads `Nov  1 10:56:55`, the day with one or two digits; false when that is not what stands at `start`. */
  read(bytes: Buffer, start: number, end: number): boolean {
    const month = monthAt(bytes, start);
    if (month === undefined || bytes[start + 3] !== SPACE) return false;
    const dayStart = bytes[start + 4] === SPACE ? start + 5 : start + 4;
    const isTwoDigits = isDigit(bytes[dayStart + 1]);
    const day = isTwoDigits ? twoDigits(bytes, dayStart) : bytes[dayStart]! - 0x30;
    const clockStart = dayStart + (isTwoDigits ? 3 : 2);
    if (clockStart + CLOCK_LENGTH > end || bytes[clockStart - 1] !== SPACE || day < 1 || day > 31) return false;
    this.month = month;
    this.day = day;
    this.clock = readClock(bytes, clockStart);
    this.end = skipFraction(bytes, clockStart + CLOCK_LENGTH, end);
    return this.clock >= 0;
  }
}

/**
 * Reads times without a year, `Nov  1 10:56:55`, as syslog writes them (RFC 3164 section 4.1.2). The year is the one that
 * makes the time the latest before the moment that the log ends at the latest: so a log that goes over New Year is read right.
 */
export class YearlessTimeReader {
  readonly #parts = new MonthTime();
  readonly #newest: number | undefined;
  #monthAndDay = 0;
  #midnight = NOT_LOGGED;

  /** @param newest seconds since 1970-01-01 UTC; `undefined` leaves the times out */
  constructor(newest: number | undefined) {
    this.#newest = newest;
  }

  /** Writes the time at `start` into `fields` and gives where it ends; `NOT_LOGGED` when there is none. */
  read(bytes: Buffer, start: number, end: number, fields: EntryFields): number {
    const parts = this.#parts;
    if (!parts.read(bytes, start, end)) return NOT_LOGGED;
    const monthAndDay = parts.month * 32 + parts.day;
    if (monthAndDay !== this.#monthAndDay) {
      this.#monthAndDay = monthAndDay;
      this.#midnight = latestDay(parts.month, parts.day, this.#newest);
    }
    if (this.#midnight >= 0) fields.time = this.#midnight + parts.clock;
    fields.timeStart = start;
    fields.timeEnd = parts.end;
    return parts.end;
  }
}

/** Reads `Mon Nov  1 10:56:55 2021`, the form of C's asctime, with or without a fraction of the second. */
export class CtimeReader {
  readonly #parts = new MonthTime();
  #packed = 0;
  #midnight = NOT_LOGGED;

  /** Writes the time at `start` into `fields` and gives where it ends; `NOT_LOGGED` when there is none. */
  read(bytes: Buffer, start: number, end: number, fields: EntryFields): number {
    const parts = this.#parts;
    if (bytes[start + 3] !== SPACE || !parts.read(bytes, start + WEEKDAY_LENGTH, end)) return NOT_LOGGED;
    const yearEnd = parts.end + 5;
    const year = yearEnd <= end && bytes[parts.end] === SPACE ? fourDigits(bytes, parts.end + 1) : NOT_LOGGED;
    if (year < 1970) return NOT_LOGGED;
    const packed = (year * 12 + parts.month) * 32 + parts.day;
    if (packed !== this.#packed) {
      this.#packed = packed;
      this.#midnight = midnightOf(year, parts.month, parts.day);
    }
    const time = this.#midnight + parts.clock;
    if (this.#midnight < 0 || time > LATEST_TIME) return NOT_LOGGED;
    fields.time = time;
    fields.timeStart = start;
    fields.timeEnd = yearEnd;
    return yearEnd;
  }
}

/** Midnight of the last such day before a moment; `NOT_LOGGED` when there is none since 1970. */
function latestDay(month: number, day: number, newest: number | undefined): number {
  if (newest === undefined) return NOT_LOGGED;
  const lastYear = new Date(Math.min(newest, LATEST_TIME) * MS_PER_SECOND).getUTCFullYear();
  for (let year = lastYear; year >= lastYear - YEARS_BETWEEN_LEAP_DAYS; year--) {
    const midnight = midnightOf(year, month, day);
    if (midnight >= 0 && midnight <= newest && midnight + SECONDS_PER_DAY <= LATEST_TIME) return midnight;
  }
  return NOT_LOGGED;
}

/** Seconds from 1970-01-01 to the midnight of a day; `NOT_LOGGED` when the month has no such day, or it lies before. */
function midnightOf(year: number, month: number, day: number): number {
  const midnight = new Date(Date.UTC(year, month, day));
  // The 31st of a shorter month would be taken for a day of the next.
  return midnight.getUTCDate() === day && midnight.getTime() >= 0 ? midnight.getTime() / MS_PER_SECOND : NOT_LOGGED;
}

function skipFraction(bytes: Buffer, at: number, end: number): number {
  if (at >= end || bytes[at] !== DOT) return at;
  let next = at + 1;
  while (next < end && isDigit(bytes[next])) next++;
  return next;
}
