import { COLON, HYPHEN, PLUS, SLASH, SPACE, twoDigits } from './bytes';
import type { EntryFields } from './entryFields';

/** Length of `01/Nov/2021:10:56:55 +0900`. */
export const CLF_TIME_LENGTH = 26;

/** The table keeps times as 32-bit numbers: up to 2106-02-07. */
const LATEST_TIME = 0xffff_ffff;
const MS_PER_SECOND = 1000;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_BY_LETTERS = new Map(MONTHS.map((name, month) => [packLetters(...codes(name)), month]));

/**
 * Reads times of the common log format, `day/month/year:hour:minute:second zone`
 * (https://httpd.apache.org/docs/2.4/logs.html#common). Remembers the last day, as nearly every line has the same one.
 */
export class ClfTimeReader {
  #day = 0;
  #letters = 0;
  #year = 0;
  #midnight = 0;

  /** Writes time and zone of the text at `start` into `fields`; false when it is not such a time. */
  read(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    if (end - start < CLF_TIME_LENGTH || bytes[start + 2] !== SLASH || bytes[start + 6] !== SLASH) return false;
    if (bytes[start + 11] !== COLON || bytes[start + 14] !== COLON || bytes[start + 17] !== COLON) return false;
    if (bytes[start + 20] !== SPACE || !this.#readDay(bytes, start)) return false;

    const hour = twoDigits(bytes, start + 12);
    const minute = twoDigits(bytes, start + 15);
    const second = twoDigits(bytes, start + 18);
    // 60 is a leap second.
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return false;

    const zoneHours = twoDigits(bytes, start + 22);
    const zoneMinutes = twoDigits(bytes, start + 24);
    const sign = bytes[start + 21];
    if (zoneHours < 0 || zoneHours > 14 || zoneMinutes < 0 || zoneMinutes > 59) return false;
    if (sign !== PLUS && sign !== HYPHEN) return false;

    const zone = (zoneHours * 60 + zoneMinutes) * (sign === HYPHEN ? -1 : 1);
    fields.zone = zone;
    fields.time = this.#midnight + hour * 3600 + minute * 60 + second - zone * 60;
    return fields.time >= 0 && fields.time <= LATEST_TIME;
  }

  #readDay(bytes: Buffer, start: number): boolean {
    const day = twoDigits(bytes, start);
    const letters = lettersAt(bytes, start + 3);
    const year = fourDigits(bytes, start + 7);
    if (day === this.#day && letters === this.#letters && year === this.#year) return true;

    const month = MONTH_BY_LETTERS.get(letters);
    if (month === undefined || day < 1 || year < 1970) return false;
    const midnight = new Date(Date.UTC(year, month, day));
    // The 31st of a shorter month would be taken for a day of the next.
    if (midnight.getUTCDate() !== day) return false;
    this.#day = day;
    this.#letters = letters;
    this.#year = year;
    this.#midnight = midnight.getTime() / MS_PER_SECOND;
    return true;
  }
}

/** The month (0 to 11) whose English name's first three letters stand at `at`; `undefined` when none does. */
export function monthAt(bytes: Uint8Array, at: number): number | undefined {
  return MONTH_BY_LETTERS.get(lettersAt(bytes, at));
}

/** The number of four digits at `at`; -1 when anything else stands there. */
export function fourDigits(bytes: Uint8Array, at: number): number {
  const hundreds = twoDigits(bytes, at);
  const rest = twoDigits(bytes, at + 2);
  return hundreds < 0 || rest < 0 ? -1 : hundreds * 100 + rest;
}

function lettersAt(bytes: Uint8Array, at: number): number {
  return packLetters(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!);
}

function packLetters(first: number, second: number, third: number): number {
  // Bit 5 makes ASCII letters lower case.
  return ((first | 0x20) << 16) | ((second | 0x20) << 8) | (third | 0x20);
}

function codes(name: string): [number, number, number] {
  return [name.charCodeAt(0), name.charCodeAt(1), name.charCodeAt(2)];
}
