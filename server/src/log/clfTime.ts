import { COLON, HYPHEN, PLUS, SLASH, SPACE, twoDigits } from './bytes';
import { WORD, wordsOf } from './byteWords';
import type { EntryFields } from './entryFields';

/** Length of `01/Nov/2021:10:56:55 +0900`. */
export const CLF_TIME_LENGTH = 26;

/** The table keeps times as 32-bit numbers: up to 2106-02-07. */
const LATEST_TIME = 0xffff_ffff;
const MS_PER_SECOND = 1000;
const SECONDS_PER_MINUTE = 60;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_BY_LETTERS = new Map(MONTHS.map((name, month) => [packLetters(...codes(name)), month]));

/**
 * Reads times of the common log format, `day/month/year:hour:minute:second zone`
 * (https://httpd.apache.org/docs/2.4/logs.html#common). Remembers the last day and zone, as nearly every line has the same.
 */
export class ClfTimeReader {
  /** The last day and zone as they were written: `01/N`, `ov/2`, `021:`, ` +09`, `00`. */
  readonly #written = new Int32Array(5);
  /** Seconds from 1970-01-01 UTC to the last day's midnight in its zone. */
  #midnight = 0;
  /** Minutes. */
  #zone = 0;

  /** Writes time and zone of the text at `start` into `fields`; false when it is not such a time. */
  read(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    if (end - start < CLF_TIME_LENGTH) return false;
    if (!this.#isLast(bytes, start) && !this.#readDayAndZone(bytes, start)) return false;
    if (bytes[start + 14] !== COLON || bytes[start + 17] !== COLON) return false;
    const hour = twoDigits(bytes, start + 12);
    const minute = twoDigits(bytes, start + 15);
    const second = twoDigits(bytes, start + 18);
    // 60 is a leap second.
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return false;
    fields.zone = this.#zone;
    fields.time = this.#midnight + hour * 3600 + minute * 60 + second;
    return fields.time >= 0 && fields.time <= LATEST_TIME;
  }

  /** Whether day and zone are written like the last ones. */
  #isLast(bytes: Buffer, start: number): boolean {
    const written = this.#written;
    const words = wordsOf(bytes);
    const day = (words.getInt32(start, true) ^ written[0]!) | (words.getInt32(start + 4, true) ^ written[1]!);
    const year = words.getInt32(start + 8, true) ^ written[2]!;
    const zone = (words.getInt32(start + 20, true) ^ written[3]!) | (words.getInt16(start + 24, true) ^ written[4]!);
    return (day | year | zone) === 0;
  }

  #readDayAndZone(bytes: Buffer, start: number): boolean {
    const midnight = readMidnight(bytes, start);
    const zone = readZone(bytes, start + 20);
    if (midnight === undefined || zone === undefined || bytes[start + 11] !== COLON) return false;
    this.#midnight = midnight - zone * SECONDS_PER_MINUTE;
    this.#zone = zone;
    const words = wordsOf(bytes);
    for (let word = 0; word < 3; word++) this.#written[word] = words.getInt32(start + word * WORD, true);
    this.#written[3] = words.getInt32(start + 20, true);
    this.#written[4] = words.getInt16(start + 24, true);
    return true;
  }
}

/** Seconds from 1970 to the midnight of `01/Nov/2021` as if in UTC; `undefined` when it is no such day. */
function readMidnight(bytes: Buffer, start: number): number | undefined {
  if (bytes[start + 2] !== SLASH || bytes[start + 6] !== SLASH) return undefined;
  const day = twoDigits(bytes, start);
  const month = monthAt(bytes, start + 3);
  const year = fourDigits(bytes, start + 7);
  if (month === undefined || day < 1 || year < 1970) return undefined;
  const midnight = new Date(Date.UTC(year, month, day));
  // The 31st of a shorter month would be taken for a day of the next.
  return midnight.getUTCDate() === day ? midnight.getTime() / MS_PER_SECOND : undefined;
}

/** Minutes of ` +0900`; `undefined` when it is no such zone. */
function readZone(bytes: Buffer, start: number): number | undefined {
  const sign = bytes[start + 1];
  if (bytes[start] !== SPACE || (sign !== PLUS && sign !== HYPHEN)) return undefined;
  const hours = twoDigits(bytes, start + 2);
  const minutes = twoDigits(bytes, start + 4);
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return undefined;
  return (hours * 60 + minutes) * (sign === HYPHEN ? -1 : 1);
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
