import {
  COLON,
  GREATER_THAN,
  HYPHEN,
  LEFT_BRACKET,
  LEFT_PARENTHESIS,
  LESS_THAN,
  RIGHT_BRACKET,
  SPACE,
  decimal,
  findBlank,
  findByte,
  isBlank,
  isDigit,
  skipBlanks,
} from '../bytes';
import type { EntryFields } from '../entryFields';
import { namesZone } from './anyTime';
import { YearlessTimeReader } from './monthTime';
import { CLOCK_LENGTH, DATE_LENGTH, TimestampReader } from './timestamp';

/** Length of `<191>`. */
const LONGEST_PRIORITY = 5;
/** Length of `2021-11-01T10:56:55`. */
const ISO_LENGTH = DATE_LENGTH + 1 + CLOCK_LENGTH;
/** What ends structured data that a message follows (RFC 5424 section 6.3). */
const END_OF_DATA = '] ';

/**
 * The beginning of a line that names the program that wrote it: `Nov  1 10:56:55 host program[12]: …` (RFC 3164), the same with
 * a time in ISO 8601 or without the host, as programs write it into files of their own, or RFC 5424. One object is used for
 * all lines.
 */
export class ProgramHeader {
  readonly #shortTimes: YearlessTimeReader;
  readonly #isoTimes = new TimestampReader();
  #timeEnd = 0;
  /** Whether the time says its offset from UTC. */
  hasZone = false;
  /** The first word behind the time that may name the program, and where the tag of the program would end. */
  nameStart = 0;
  nameEnd = 0;
  /** Where the message begins. */
  content = 0;

  /** @param newest for times without a year, see `LogFacts` */
  constructor(newest: number | undefined) {
    this.#shortTimes = new YearlessTimeReader(newest);
  }

  /**
   * Reads the header at `start`, its time into `fields`; false when there is none.
   * @param isKnown whether a name is one that is looked for; of two words that may name the program, a known one does
   */
  read(
    bytes: Buffer,
    start: number,
    end: number,
    fields: EntryFields,
    isKnown: (bytes: Buffer, nameStart: number, nameEnd: number) => boolean,
  ): boolean {
    const header = skipPriority(bytes, start, end);
    const isVersioned = header > start && isDigit(bytes[header]) && bytes[header + 1] === SPACE;
    if (!this.#readTime(bytes, isVersioned ? header + 2 : header, end, fields)) return false;
    if (isVersioned) return this.#readValues(bytes, end);
    // The program, alone or behind the host; some servers write the facility before, `<mail.info>`.
    const afterTime = skipBlanks(bytes, this.#timeEnd, end);
    const hasFacility = bytes[afterTime] === LESS_THAN;
    const first = hasFacility ? skipBlanks(bytes, findBlank(bytes, afterTime, end), end) : afterTime;
    if (this.#readTag(bytes, first, end) && isKnown(bytes, this.nameStart, this.nameEnd)) return true;
    return this.#readTag(bytes, skipBlanks(bytes, findBlank(bytes, first, end), end), end);
  }

  #readTime(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    if (!isDigit(bytes[start])) {
      this.#timeEnd = this.#shortTimes.read(bytes, start, end, fields);
      this.hasZone = false;
      return this.#timeEnd >= 0 && isBlank(bytes[this.#timeEnd]);
    }
    const clock = start + DATE_LENGTH + 1;
    if (clock + CLOCK_LENGTH > end || bytes[clock + 2] !== COLON) return false;
    this.#timeEnd = findBlank(bytes, clock, end);
    this.hasZone = namesZone(bytes, start + ISO_LENGTH, this.#timeEnd);
    return this.#isoTimes.read(bytes, start, this.#timeEnd, fields);
  }

  /** Reads `name[12]:`, `name(x):` or `name[12]` at `start`; false when the word there is no tag. */
  #readTag(bytes: Buffer, start: number, end: number): boolean {
    const tagEnd = findBlank(bytes, start, end);
    const last = bytes[tagEnd - 1];
    if (tagEnd <= start + 1 || (last !== COLON && last !== RIGHT_BRACKET)) return false;
    this.nameStart = start;
    this.nameEnd = findNameEnd(bytes, start, tagEnd);
    this.content = skipBlanks(bytes, tagEnd, end);
    return true;
  }

  /** The values of RFC 5424 behind the time: host, program, process, message id, structured data. */
  #readValues(bytes: Buffer, end: number): boolean {
    const host = skipBlanks(bytes, this.#timeEnd, end);
    this.nameStart = skipBlanks(bytes, findBlank(bytes, host, end), end);
    this.nameEnd = findBlank(bytes, this.nameStart, end);
    const process = skipBlanks(bytes, this.nameEnd, end);
    const id = skipBlanks(bytes, findBlank(bytes, process, end), end);
    const data = skipBlanks(bytes, findBlank(bytes, id, end), end);
    if (bytes[data] === HYPHEN) this.content = skipBlanks(bytes, data + 1, end);
    else {
      const dataEnd = bytes[data] === LEFT_BRACKET ? bytes.subarray(data, end).indexOf(END_OF_DATA) : -1;
      if (dataEnd < 0) return false;
      this.content = skipBlanks(bytes, data + dataEnd + 1, end);
    }
    return this.nameEnd > this.nameStart && this.content < end;
  }
}

function skipPriority(bytes: Buffer, start: number, end: number): number {
  if (bytes[start] !== LESS_THAN) return start;
  const close = findByte(bytes, GREATER_THAN, start, Math.min(end, start + LONGEST_PRIORITY));
  return close > 0 && decimal(bytes, start + 1, close) >= 0 ? close + 1 : start;
}

function findNameEnd(bytes: Buffer, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] !== LEFT_BRACKET && bytes[at] !== LEFT_PARENTHESIS && bytes[at] !== COLON) at++;
  return at;
}
