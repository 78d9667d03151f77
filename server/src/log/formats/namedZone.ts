import { COLON, HYPHEN, PLUS, twoDigits } from '../bytes';

const SECONDS_PER_MINUTE = 60;
const MS_PER_SECOND = 1000;
/** Zones change their offset on the quarter of an hour; within one it is the same. */
const STEP_SECONDS = 900;
/** More zones than this in one log were written to fill the memory. */
const MOST_ZONES = 64;
/** Length of the longest name in the database of zones (https://www.iana.org/time-zones), with room to spare. */
const LONGEST_NAME = 48;
/** Abbreviations that PHP writes for offsets without a place, and that are not names in the database. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['JST', 'Asia/Tokyo'],
  ['KST', 'Asia/Seoul'],
  ['Z', 'UTC'],
]);

interface KnownZone {
  readonly shape: Intl.DateTimeFormat | undefined;
  /** The stretch of time (in `STEP_SECONDS`) that was asked for last, and its offset. */
  step: number;
  offset: number;
}

/** Offsets from UTC of zones that logs name, such as `Asia/Tokyo`. Remembers each zone's last one. */
export class NamedZones {
  readonly #zones = new Map<string, KnownZone>();
  #lastName: Buffer = Buffer.alloc(0);
  #last: KnownZone | undefined;

  /**
   * The zone's offset from UTC, in minutes, at a time of day there; `undefined` when there is no such zone.
   * @param local seconds from 1970-01-01 to that time as if the zone were UTC
   */
  offset(bytes: Buffer, start: number, end: number, local: number): number | undefined {
    const written = writtenOffset(bytes, start, end);
    if (written !== undefined) return written;
    const zone = this.#find(bytes, start, end);
    if (zone?.shape === undefined) return undefined;
    const step = Math.floor(local / STEP_SECONDS);
    if (zone.step !== step) {
      zone.step = step;
      zone.offset = offsetAt(zone.shape, local);
    }
    return zone.offset;
  }

  #find(bytes: Buffer, start: number, end: number): KnownZone | undefined {
    const isLast = this.#lastName.length === end - start && this.#lastName.compare(bytes, start, end) === 0;
    if (isLast) return this.#last;
    if (end - start > LONGEST_NAME) return undefined;
    const name = bytes.toString('latin1', start, end);
    let zone = this.#zones.get(name);
    if (zone === undefined) {
      if (this.#zones.size === MOST_ZONES) return undefined;
      zone = { shape: shapeOf(ABBREVIATIONS.get(name) ?? name), step: Number.NaN, offset: 0 };
      this.#zones.set(name, zone);
    }
    this.#lastName = Buffer.from(bytes.subarray(start, end));
    this.#last = zone;
    return zone;
  }
}

/** The offset in minutes of `+09:00` or `+0900`; `undefined` for names. */
function writtenOffset(bytes: Buffer, start: number, end: number): number | undefined {
  const sign = bytes[start];
  if (sign !== PLUS && sign !== HYPHEN) return undefined;
  const minutesAt = bytes[start + 3] === COLON ? start + 4 : start + 3;
  const hours = twoDigits(bytes, start + 1);
  const minutes = twoDigits(bytes, minutesAt);
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59 || minutesAt + 2 !== end) return undefined;
  return (hours * 60 + minutes) * (sign === HYPHEN ? -1 : 1);
}

function shapeOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  } catch {
    // No such zone.
    return undefined;
  }
}

/** The offset is asked for at a time in UTC, which it takes the offset to know: the second try is right but for skipped hours. */
function offsetAt(shape: Intl.DateTimeFormat, local: number): number {
  const guess = offsetAtUtc(shape, local);
  return offsetAtUtc(shape, local - guess * SECONDS_PER_MINUTE);
}

function offsetAtUtc(shape: Intl.DateTimeFormat, time: number): number {
  const parts = shape.formatToParts(time * MS_PER_SECOND);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  // `GMT+09:00`, or `GMT` alone.
  const [, sign, hours, minutes] = /^GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -offset : offset;
}
