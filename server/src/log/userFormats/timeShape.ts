import { COLON, DOT, HYPHEN, PLUS, SPACE, isDigit, twoDigits } from '../bytes';
import { CLF_TIME_LENGTH, ClfTimeReader, fourDigits, monthAt } from '../clfTime';
import { EntryFields, NOT_LOGGED } from '../entryFields';
import { NamedZones } from '../formats/namedZone';
import { TimestampReader } from '../formats/timestamp';

const MS_PER_SECOND = 1000;
/** The table keeps times as 32-bit numbers: up to 2106-02-07. */
const LATEST_TIME = 0xffff_ffff;
/** Years of two digits from here on are of the last century (POSIX, `strptime`). */
const FIRST_YEAR_OF_LAST_CENTURY = 69;

/** The time of one line, put together from its parts. One object is used for all lines. */
export class LoggedTime {
  year = NOT_LOGGED;
  /** 0 to 11. */
  month = NOT_LOGGED;
  day = NOT_LOGGED;
  hour = 0;
  minute = 0;
  second = 0;
  isAfternoon: boolean | undefined = undefined;
  /** Offset from UTC, in minutes. */
  zone = 0;
  /** Where the name of the zone lies. */
  zoneStart = NOT_LOGGED;
  zoneEnd = NOT_LOGGED;
  /** Seconds since 1970-01-01 UTC where a part tells all of it; else the other parts count. */
  moment = NOT_LOGGED;
  readonly #zones = new NamedZones();
  #packed = 0;
  #midnight = NOT_LOGGED;

  clear(): void {
    this.year = NOT_LOGGED;
    this.month = NOT_LOGGED;
    this.day = NOT_LOGGED;
    this.hour = 0;
    this.minute = 0;
    this.second = 0;
    this.isAfternoon = undefined;
    this.zone = 0;
    this.zoneStart = NOT_LOGGED;
    this.moment = NOT_LOGGED;
  }

  /** Writes the time into `fields`; false when the parts make none. */
  write(bytes: Buffer, fields: EntryFields): boolean {
    if (this.moment < 0) {
      const midnight = this.#midnightOf();
      if (midnight < 0) return false;
      const local = midnight + this.#hourOfDay() * 3600 + this.minute * 60 + this.second;
      if (this.zoneStart >= 0) this.zone = this.#zones.offset(bytes, this.zoneStart, this.zoneEnd, local) ?? 0;
      this.moment = local - this.zone * 60;
    }
    fields.time = this.moment;
    fields.zone = this.zone;
    return this.moment >= 0 && this.moment <= LATEST_TIME;
  }

  #hourOfDay(): number {
    if (this.isAfternoon === undefined) return this.hour;
    return (this.hour % 12) + (this.isAfternoon ? 12 : 0);
  }

  #midnightOf(): number {
    if (this.year < 1970 || this.month < 0 || this.day < 1) return NOT_LOGGED;
    const packed = (this.year * 12 + this.month) * 32 + this.day;
    if (packed !== this.#packed) {
      const midnight = new Date(Date.UTC(this.year, this.month, this.day));
      // The 31st of a shorter month would be taken for a day of the next.
      this.#midnight = midnight.getUTCDate() === this.day ? midnight.getTime() / MS_PER_SECOND : NOT_LOGGED;
      this.#packed = packed;
    }
    return this.#midnight;
  }
}

/** Reads a part of a time at `at` and gives where it ends; `NOT_LOGGED` when something else stands there. */
export type ReadTimePart = (bytes: Buffer, at: number, end: number, time: LoggedTime) => number;

/** How a time is written. */
export interface TimeShape {
  /** Whether it says which zone it is in. */
  readonly namesZone: boolean;
  /** Whether it tells the time itself, not a fraction of a second only. */
  readonly tellsTime: boolean;
  createReader(): ReadTimePart;
}

/** `01/Nov/2021:10:56:55 +0900`. */
export const clfShape: TimeShape = {
  namesZone: true,
  tellsTime: true,
  createReader() {
    const reader = new ClfTimeReader();
    const fields = new EntryFields();
    return (bytes, at, end, time) => {
      if (!reader.read(bytes, at, end, fields)) return NOT_LOGGED;
      time.moment = fields.time;
      time.zone = fields.zone;
      return at + CLF_TIME_LENGTH;
    };
  },
};

/** ISO 8601 with its zone, or a number of seconds, milli-, micro- or nanoseconds since 1970. */
export const stampShape: TimeShape = {
  namesZone: true,
  tellsTime: true,
  createReader() {
    const reader = new TimestampReader();
    const fields = new EntryFields();
    return (bytes, at, end, time) => {
      let to = at;
      while (to < end && isOfStamp(bytes[to]!)) to++;
      fields.clear();
      if (!reader.read(bytes, at, to, fields)) return NOT_LOGGED;
      time.moment = fields.time;
      time.zone = fields.zone;
      return to;
    };
  },
};

/** Digits of a fraction of a second. */
export const fractionShape: TimeShape = {
  namesZone: false,
  tellsTime: false,
  createReader: () => (bytes, at, end) => {
    const to = skipWhile(bytes, at, end, isDigit);
    return to > at ? to : NOT_LOGGED;
  },
};

function isOfStamp(byte: number): boolean {
  if (isDigit(byte) || byte === COLON || byte === HYPHEN || byte === PLUS || byte === DOT) return true;
  return byte === 0x54 || byte === 0x5a;
}

/** Directives of `strftime` that stand for others. */
const COMPOSED: ReadonlyMap<string, string> = new Map([
  ['T', '%H:%M:%S'],
  ['R', '%H:%M'],
  ['D', '%m/%d/%y'],
  ['F', '%Y-%m-%d'],
  ['r', '%I:%M:%S %p'],
  ['c', '%a %b %e %H:%M:%S %Y'],
]);

type NumberField = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

const DIRECTIVES: ReadonlyMap<string, ReadTimePart> = new Map<string, ReadTimePart>([
  ['Y', numberPart('year', 4, 0)],
  ['y', readYearOfCentury],
  ['m', numberPart('month', 2, -1)],
  ['d', numberPart('day', 2, 0)],
  ['e', numberPart('day', 2, 0)],
  ['H', numberPart('hour', 2, 0)],
  ['k', numberPart('hour', 2, 0)],
  ['I', numberPart('hour', 2, 0)],
  ['l', numberPart('hour', 2, 0)],
  ['M', numberPart('minute', 2, 0)],
  ['S', numberPart('second', 2, 0)],
  ['b', readMonthName],
  ['h', readMonthName],
  ['B', readMonthName],
  ['a', skipLetters],
  ['A', skipLetters],
  ['j', (bytes, at, end) => (skipWhile(bytes, at, end, isDigit) === at + 3 ? at + 3 : NOT_LOGGED)],
  ['p', readHalfOfDay],
  ['z', readOffset],
  ['Z', readZoneName],
  ['s', readMoment],
]);
/** Directives that say which zone a time is in. */
const ZONES = new Set(['z', 'Z', 's']);

/**
 * The shape that a format of `strftime` describes (POSIX, https://pubs.opengroup.org/onlinepubs/9799919799/functions/strftime.html);
 * the directive's letter when there is one that is not known.
 */
export function strftimeShape(format: string): TimeShape | string {
  const letters: string[] = [];
  const steps: ReadTimePart[] = [];
  for (const [, letter, text] of expanded(format).matchAll(/%[-_0^#EO]*(.)|([^%]+)/gs)) {
    if (text !== undefined) steps.push(textPart(Buffer.from(text)));
    else if (letter === '%') steps.push(textPart(Buffer.from('%')));
    else {
      const step = DIRECTIVES.get(letter!);
      if (step === undefined) return letter!;
      letters.push(letter!);
      steps.push(step);
    }
  }
  return {
    namesZone: letters.some((letter) => ZONES.has(letter)),
    tellsTime: letters.length > 0,
    createReader: () => (bytes, at, end, time) => {
      let next = at;
      for (const step of steps) {
        next = step(bytes, next, end, time);
        if (next < 0) return NOT_LOGGED;
      }
      return next;
    },
  };
}

function expanded(format: string): string {
  return format.replaceAll(/%(.)/gs, (whole, letter: string) => COMPOSED.get(letter) ?? whole);
}

function textPart(text: Buffer): ReadTimePart {
  return (bytes, at, end) => {
    if (at + text.length > end || text.compare(bytes, at, at + text.length) !== 0) return NOT_LOGGED;
    return at + text.length;
  };
}

/** A number with so many digits, of which the first may be a blank. */
function numberPart(field: NumberField, digits: number, offset: number): ReadTimePart {
  return (bytes, at, end, time) => {
    if (at + digits > end) return NOT_LOGGED;
    const isPadded = digits === 2 && bytes[at] === SPACE && isDigit(bytes[at + 1]);
    const value = isPadded ? bytes[at + 1]! - 0x30 : digits === 2 ? twoDigits(bytes, at) : fourDigits(bytes, at);
    if (value < 0) return NOT_LOGGED;
    time[field] = value + offset;
    return at + digits;
  };
}

function readYearOfCentury(bytes: Buffer, at: number, end: number, time: LoggedTime): number {
  const year = at + 2 > end ? NOT_LOGGED : twoDigits(bytes, at);
  if (year < 0) return NOT_LOGGED;
  time.year = year + (year < FIRST_YEAR_OF_LAST_CENTURY ? 2000 : 1900);
  return at + 2;
}

function readMonthName(bytes: Buffer, at: number, end: number, time: LoggedTime): number {
  const month = at + 3 > end ? undefined : monthAt(bytes, at);
  if (month === undefined) return NOT_LOGGED;
  time.month = month;
  return skipWhile(bytes, at, end, isLetter);
}

function readHalfOfDay(bytes: Buffer, at: number, end: number, time: LoggedTime): number {
  const letter = bytes[at]! | 0x20;
  if (at + 2 > end || (bytes[at + 1]! | 0x20) !== 0x6d || (letter !== 0x61 && letter !== 0x70)) return NOT_LOGGED;
  time.isAfternoon = letter === 0x70;
  return at + 2;
}

function readOffset(bytes: Buffer, at: number, end: number, time: LoggedTime): number {
  const sign = bytes[at];
  if (at + 5 > end || (sign !== PLUS && sign !== HYPHEN)) return NOT_LOGGED;
  const minutesAt = bytes[at + 3] === COLON ? at + 4 : at + 3;
  const hours = twoDigits(bytes, at + 1);
  const minutes = twoDigits(bytes, minutesAt);
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59 || minutesAt + 2 > end) return NOT_LOGGED;
  time.zone = (hours * 60 + minutes) * (sign === HYPHEN ? -1 : 1);
  return minutesAt + 2;
}

function readZoneName(bytes: Buffer, at: number, end: number, time: LoggedTime): number {
  const to = skipWhile(bytes, at, end, isLetter);
  if (to === at) return NOT_LOGGED;
  time.zoneStart = at;
  time.zoneEnd = to;
  return to;
}

function readMoment(bytes: Buffer, at: number, end: number, time: LoggedTime): number {
  const to = skipWhile(bytes, at, end, isDigit);
  // Ten digits are enough until 2286.
  if (to === at || to - at > 10) return NOT_LOGGED;
  time.moment = Number(bytes.toString('latin1', at, to));
  return to;
}

function skipLetters(bytes: Buffer, at: number, end: number): number {
  const to = skipWhile(bytes, at, end, isLetter);
  return to > at ? to : NOT_LOGGED;
}

function skipWhile(bytes: Buffer, start: number, end: number, test: (byte: number) => boolean): number {
  let at = start;
  while (at < end && test(bytes[at]!)) at++;
  return at;
}

function isLetter(byte: number): boolean {
  // Bit 5 makes ASCII letters lower case.
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x7a;
}
