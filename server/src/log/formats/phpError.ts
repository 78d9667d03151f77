import { COLON, HYPHEN, LEFT_BRACKET, RIGHT_BRACKET, SPACE, findByte, startsWith, twoDigits } from '../bytes';
import { fourDigits, monthAt } from '../clfTime';
import { EntryKind, NOT_LOGGED, type EntryFields } from '../entryFields';
import { isAbsent, skipBlanks } from './accessLine';
import type { LogFormat } from './logFormat';
import { NamedZones } from './namedZone';
import { findPhpMessage, notePhpFile, phpSeverity } from './phpMessage';
import { severityAt } from './severity';
import { CLOCK_LENGTH, readClock, skipFraction } from './timestamp';

const MS_PER_SECOND = 1000;
/** Length of `01-Nov-2021`. */
const DATE_LENGTH = 11;
/** Length of `[01-Nov-2021 10:56:55.123456 America/Argentina/ComodRivadavia]`, with room to spare. */
const LONGEST_TIME = 80;
/** PHP's log of mails is of another format (https://www.php.net/manual/en/mail.configuration.php#ini.mail.log). */
const MAIL = Buffer.from('mail() on [');
/** Words of PHP-FPM before its messages. */
const LONGEST_SEVERITY = 8;
/** How an entry of PHP-FPM's log of slow requests goes on. */
const SCRIPT = Buffer.from('script_filename = ');
const POOL = Buffer.from('[pool ');

/**
 * The error log of PHP, `[01-Nov-2021 10:56:55 Asia/Tokyo] PHP Fatal error:  … in /path/file.php on line 3`
 * (https://www.php.net/manual/en/errorfunc.configuration.php#ini.error-log). Messages may have any number of lines.
 */
export const phpErrorFormat: LogFormat = {
  id: 'php-error',
  weight: 3,
  continuation: 'anything',
  createReader() {
    const reader = new PhpErrorReader();
    return (bytes, start, end, fields) => reader.readZoned(bytes, start, end, fields);
  },
};

/**
 * The logs of PHP-FPM, `[01-Nov-2021 10:56:55] WARNING: [pool www] …` and that of slow requests
 * (https://www.php.net/manual/en/install.fpm.configuration.php), and of PHP before 5.3; their times name no zone.
 */
export const phpFpmFormat: LogFormat = {
  id: 'php-fpm',
  weight: 3,
  timesAreLocal: true,
  continuation: 'anything',
  createReader() {
    const reader = new PhpErrorReader();
    return (bytes, start, end, fields) => reader.readLocal(bytes, start, end, fields);
  },
};

class PhpErrorReader {
  readonly #zones = new NamedZones();
  #packed = 0;
  #midnight = NOT_LOGGED;
  /** Where the bracket of the time closes, and where the zone before it begins. */
  #close = 0;
  #zone = 0;
  /** The last entry is one of a slow request, whose script follows. */
  #isSlow = false;

  readZoned(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    if (!this.#readTime(bytes, start, end, fields) || this.#zone === this.#close) return false;
    const text = this.#close + 2;
    if (startsWith(bytes, text, end, MAIL)) return false;
    // A zone that nobody knows is one without a name: better a time of another zone than none.
    const offset = this.#zones.offset(bytes, this.#zone, this.#close, fields.time) ?? 0;
    fields.zone = offset;
    fields.time -= offset * 60;
    fields.kind = EntryKind.error;
    noteMessage(bytes, Math.min(text, end), end, fields);
    return fields.time >= 0;
  }

  readLocal(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    if (this.#readTime(bytes, start, end, fields)) {
      return this.#zone === this.#close && this.#readFpm(bytes, end, fields);
    }
    if (!this.#isSlow || !startsWith(bytes, start, end, SCRIPT)) return false;
    this.#isSlow = false;
    fields.continues = true;
    fields.targetStart = start + SCRIPT.length;
    fields.targetEnd = end;
    return fields.targetEnd > fields.targetStart;
  }

  #readFpm(bytes: Buffer, end: number, fields: EntryFields): boolean {
    const text = skipBlanks(bytes, this.#close + 1, end);
    if (startsWith(bytes, text, end, MAIL)) return false;
    const colon = findByte(bytes, COLON, text, Math.min(end, text + LONGEST_SEVERITY));
    const level = colon < 0 ? -1 : severityAt(bytes, text, colon);
    fields.kind = EntryKind.error;
    noteMessage(bytes, level < 0 ? text : skipBlanks(bytes, colon + 1, end), end, fields);
    if (fields.level < 0) fields.level = level;
    this.#isSlow = startsWith(bytes, text, end, POOL);
    return true;
  }

  /** Reads `[01-Nov-2021 10:56:55 zone]` and what is known of the zone's place; false when the line does not begin so. */
  #readTime(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    const date = start + 1;
    if (bytes[start] !== LEFT_BRACKET || bytes[date + 2] !== HYPHEN || bytes[date + 6] !== HYPHEN) return false;
    this.#close = findByte(bytes, RIGHT_BRACKET, date, Math.min(end, start + LONGEST_TIME));
    const clockEnd = date + DATE_LENGTH + 1 + CLOCK_LENGTH;
    if (this.#close < clockEnd || bytes[date + DATE_LENGTH] !== SPACE) return false;
    const midnight = this.#midnightAt(bytes, date);
    const clock = readClock(bytes, date + DATE_LENGTH + 1);
    if (midnight < 0 || clock < 0) return false;
    const at = skipFraction(bytes, clockEnd, this.#close);
    if (at !== this.#close && bytes[at] !== SPACE) return false;
    this.#zone = at === this.#close ? at : at + 1;
    fields.time = midnight + clock;
    fields.timeStart = date;
    fields.timeEnd = this.#close;
    return true;
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

function noteMessage(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  if (isAbsent(bytes, start, end)) return;
  fields.messageStart = start;
  fields.messageEnd = end;
  const php = findPhpMessage(bytes, start, end);
  if (php < 0) return;
  fields.level = phpSeverity(bytes, php, end);
  notePhpFile(bytes, start, end, fields);
}
