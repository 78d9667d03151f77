import { COLON, DOT, HYPHEN, SLASH, isDigit, skipBlanks } from '../bytes';
import { NOT_LOGGED, type EntryFields } from '../entryFields';

const MS_PER_SECOND = 1000;
/** The table keeps times as 32-bit numbers: up to 2106-02-07. */
const LATEST_TIME = 0xffff_ffff;
const ZERO = 0x30;
const UPPER_A = 0x41;
const UPPER_P = 0x50;
const LONGEST_NUMBER = 4;
const NOON = 12;
const MONTHS = 12;
const LONGEST_MONTH = 31;
const CENTURY = 2000;
const DATE_SEPARATORS = new Set([SLASH, DOT, HYPHEN]);
const CLOCK_SEPARATORS = new Set([COLON]);

/**
 * Reads dates and times of numbers in the order that a Windows server was set to: `2021/11/01 10:56:55`, `01.11.2021 10:56:55`,
 * `11/1/2021 10:56:55 AM`, with commas between date and time or without, the year maybe with two digits at the end. Where the
 * numbers don't tell month from day, the month comes first if AM or PM follow, else the day.
 */
export class NumericDateReader {
  readonly #date: [number, number, number] = [0, 0, 0];
  readonly #clock: [number, number, number] = [0, 0, 0];

  /**
   * Writes the time into `fields`: the date that fills `[start, dateEnd)` and the time of day in `[clockStart, end)`; false when
   * they are none.
   * @param isMonthFirst where the order is known
   */
  read(
    bytes: Buffer,
    start: number,
    dateEnd: number,
    clockStart: number,
    end: number,
    fields: EntryFields,
    isMonthFirst?: boolean,
  ): boolean {
    if (readNumbers(bytes, start, dateEnd, DATE_SEPARATORS, this.#date) !== dateEnd) return false;
    const clockEnd = readNumbers(bytes, clockStart, end, CLOCK_SEPARATORS, this.#clock);
    if (clockEnd < 0) return false;
    const half = bytes[skipBlanks(bytes, clockEnd, end)];
    const isHalfDay = clockEnd < end && (half === UPPER_A || half === UPPER_P);
    if (clockEnd < end && !isHalfDay) return false;
    const [hour, minute, second] = this.#clock;
    if (hour > 23 || minute > 59 || second > 60) return false;
    const midnight = midnightOf(this.#date, isMonthFirst ?? isHalfDay);
    const hours = isHalfDay ? (hour % NOON) + (half === UPPER_P ? NOON : 0) : hour;
    fields.time = midnight + hours * 3600 + minute * 60 + second;
    fields.timeStart = start;
    fields.timeEnd = end;
    return midnight >= 0 && fields.time <= LATEST_TIME;
  }
}

/** Reads three numbers with one separator between them and gives where they end; -1 when there are none. */
function readNumbers(
  bytes: Buffer,
  start: number,
  end: number,
  separators: ReadonlySet<number>,
  into: [number, number, number],
): number {
  let at = start;
  let separator = NOT_LOGGED;
  for (let index = 0; index < into.length; index++) {
    if (index > 0) {
      const byte = bytes[at++]!;
      if (index === 1 ? !separators.has(byte) : byte !== separator) return NOT_LOGGED;
      separator = byte;
    }
    const first = at;
    let number = 0;
    while (at < end && at - first < LONGEST_NUMBER && isDigit(bytes[at])) number = number * 10 + bytes[at++]! - ZERO;
    if (at === first) return NOT_LOGGED;
    into[index] = number;
  }
  return at;
}

/** Midnight of a day; -1 when it is none. */
function midnightOf([first, second, third]: readonly [number, number, number], mayBeMonthFirst: boolean): number {
  const isYearFirst = first > LONGEST_MONTH;
  const isMonthFirst = !isYearFirst && (second > MONTHS || (mayBeMonthFirst && first <= MONTHS));
  const year = isYearFirst ? first : third;
  const month = isMonthFirst ? first : second;
  const day = isYearFirst ? third : isMonthFirst ? second : first;
  const midnight = new Date(Date.UTC(year < 100 ? CENTURY + year : year, month - 1, day));
  const isDay = month >= 1 && month <= MONTHS && midnight.getUTCDate() === day && midnight.getTime() >= 0;
  return isDay ? midnight.getTime() / MS_PER_SECOND : NOT_LOGGED;
}
