import { COLON, findByte, skipBlanks, startsWith } from '../bytes';
import { EntryKind, type EntryFields } from '../entryFields';
import { isAbsent } from './fieldText';
import type { LogFormat } from './logFormat';
import { MAIL_CALL } from './phpMail';
import { findPhpMessage, notePhpFile, phpSeverity } from './phpMessage';
import { PhpTimeReader } from './phpTime';
import { severityAt } from './severity';

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
  readonly #time = new PhpTimeReader();
  /** The last entry is one of a slow request, whose script follows. */
  #isSlow = false;

  readZoned(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    if (!this.#time.read(bytes, start, end, fields) || !this.#time.hasZone) return false;
    const text = this.#time.end + 1;
    if (startsWith(bytes, text, end, MAIL_CALL)) return false;
    fields.kind = EntryKind.error;
    noteMessage(bytes, Math.min(text, end), end, fields);
    return true;
  }

  readLocal(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    if (this.#time.read(bytes, start, end, fields)) {
      return !this.#time.hasZone && this.#readFpm(bytes, end, fields);
    }
    if (!this.#isSlow || !startsWith(bytes, start, end, SCRIPT)) return false;
    this.#isSlow = false;
    fields.continues = true;
    fields.targetStart = start + SCRIPT.length;
    fields.targetEnd = end;
    return fields.targetEnd > fields.targetStart;
  }

  #readFpm(bytes: Buffer, end: number, fields: EntryFields): boolean {
    const text = skipBlanks(bytes, this.#time.end, end);
    if (startsWith(bytes, text, end, MAIL_CALL)) return false;
    const colon = findByte(bytes, COLON, text, Math.min(end, text + LONGEST_SEVERITY));
    const level = colon < 0 ? -1 : severityAt(bytes, text, colon);
    fields.kind = EntryKind.error;
    noteMessage(bytes, level < 0 ? text : skipBlanks(bytes, colon + 1, end), end, fields);
    if (fields.level < 0) fields.level = level;
    this.#isSlow = startsWith(bytes, text, end, POOL);
    return true;
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
