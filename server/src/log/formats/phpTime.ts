import { HYPHEN, LEFT_BRACKET, RIGHT_BRACKET, SPACE, findByte, twoDigits } from '../bytes';
import { fourDigits, monthAt } from '../clfTime';
import { NOT_LOGGED, type EntryFields } from '../entryFields';
import { NamedZones } from './namedZone';
import { CLOCK_LENGTH, readClock, skipFraction } from './timestamp';

const MS_PER_SECOND = 1000;
/** Length of `01-Nov-2021`. */
const DATE_LENGTH = 11;
/** Length of `[01-Nov-2021 10:56:55.123456 America/Argentina/ComodRivadavia]`, with room to spare. */
const LONGEST_TIME = 80;

/** Reads the times that PHP begins the lines of its logs with: `[01-Nov-2021 10:56:55 Asia/Tokyo]`, or without the zone. */
export class PhpTimeReader {
  readonly #zones = new NamedZones();
  #packed = 0;
  #midnight = NOT_LOGGED;
  /** Whether the time names its zone. */
  hasZone = false;
  /** Behind the bracket that closes the time. */
  end = 0;

  /** Writes the time at `start` into `fields`; false when the line does not begin with one. */
  read(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    const date = start + 1;
    if (bytes[start] !== LEFT_BRACKET || bytes[date + 2] !== HYPHEN || bytes[date + 6] !== HYPHEN) return false;
    const close = findByte(bytes, RIGHT_BRACKET, date, Math.min(end, start + LONGEST_TIME));
    const clockEnd = date + DATE_LENGTH + 1 + CLOCK_LENGTH;
    if (close < clockEnd || bytes[date + DATE_LENGTH] !== SPACE) return false;
    const midnight = this.#midnightAt(bytes, date);
    const clock = readClock(bytes, date + DATE_LENGTH + 1);
    if (midnight < 0 || clock < 0) return false;
    const zone = skipFraction(bytes, clockEnd, close);
    if (zone !== close && bytes[zone] !== SPACE) return false;
    this.hasZone = zone !== close;
    this.end = close + 1;
    // A zone that nobody knows is one without a name: better a time of another zone than none.
    const offset = this.hasZone ? (this.#zones.offset(bytes, zone + 1, close, midnight + clock) ?? 0) : 0;
    fields.zone = offset;
    fields.time = midnight + clock - offset * 60;
    fields.timeStart = date;
    fields.timeEnd = close;
    return fields.time >= 0;
  }

  #midnightAt(bytes: Buffer, at: number): number {
    const day = twoDigits(bytes, at);
    const month = monthAt(bytes, at + 3);
    const year = fourDigits(bytes, at + 7);
    if (day < 1 || month === undefined || year < 1970) return NOT_LOGGED;
    const packed = (year * 12 + month) * 32 + day;
    if (packed !== this.#packed) {
      const midnight = new Date(Date.UTC(year, month, day));
      // The 31st of a shorter month would be taken for a day of the next.
      this.#midnight = midnight.getUTCDate() === day ? midnight.getTime() / MS_PER_SECOND : NOT_LOGGED;
      this.#packed = packed;
    }
    return this.#midnight;
  }
}
