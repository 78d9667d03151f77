import { HYPHEN, PLUS, SPACE, twoDigits } from '../bytes';
import type { EntryFields } from '../entryFields';
import { CtimeReader } from './monthTime';
import { TimestampReader } from './timestamp';

const UPPER_Z = 0x5a;
/** Lengths of `+09`, `+0900` and `+09:00`. */
const ZONE_LENGTHS = [3, 5, 6];
/** Length of ` +0900`. */
const CTIME_ZONE_LENGTH = 6;

/**
 * Reads times in every way in which servers write them: those of access logs and `Mon Nov  1 10:56:55.123 2021`, which Apache
 * writes into its error log (https://httpd.apache.org/docs/2.4/mod/core.html#errorlogformat), with or without a zone.
 */
export class AnyTimeReader {
  readonly #stamps = new TimestampReader();
  readonly #ctimes = new CtimeReader();

  /** Writes the time that fills `[start, end)` into `fields`; false when it is none. */
  read(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    return bytes[start + 3] === SPACE
      ? this.#readCtime(bytes, start, end, fields)
      : this.#stamps.read(bytes, start, end, fields);
  }

  #readCtime(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    const yearEnd = this.#ctimes.read(bytes, start, end, fields);
    if (yearEnd === end) return true;
    if (yearEnd < 0 || yearEnd + CTIME_ZONE_LENGTH !== end || !namesZone(bytes, start, end)) return false;
    const minutes = twoDigits(bytes, end - 4) * 60 + twoDigits(bytes, end - 2);
    const zone = bytes[end - 5] === HYPHEN ? -minutes : minutes;
    fields.zone = zone;
    fields.time -= zone * 60;
    fields.timeEnd = end;
    return fields.time >= 0;
  }
}

/** Whether a readable time that ends at `end` says which zone it is in: it ends with `Z` or an offset such as `+0900`. */
export function namesZone(bytes: Uint8Array, start: number, end: number): boolean {
  if ((bytes[end - 1]! & ~0x20) === UPPER_Z) return true;
  return ZONE_LENGTHS.some((length) => {
    const sign = end - length < start ? undefined : bytes[end - length];
    return (sign === PLUS || sign === HYPHEN) && twoDigits(bytes, end - length + 1) >= 0;
  });
}
