import {
  COLON,
  LEFT_BRACKET,
  QUOTE,
  RIGHT_BRACKET,
  SLASH,
  SPACE,
  findByte,
  findLastByte,
  findText,
  isDigit,
  startsWith,
} from '../bytes';
import { EntryKind, type EntryFields } from '../entryFields';
import type { LogFormat } from './logFormat';
import { messageShapes, noteNamed } from './messageShape';
import { isModSecurityMessage, readModSecurityMessage } from './modSecurityMessage';
import { NginxContext } from './nginxContext';
import { CLOCK_LENGTH, DATE_LENGTH, DayReader, readClock } from './timestamp';
import { severityAt } from './severity';

/** Length of `2021/11/01 10:56:55`. */
const TIME_LENGTH = DATE_LENGTH + 1 + CLOCK_LENGTH;
/** Longest name of a severity. */
const LONGEST_SEVERITY = 8;
const HASH = 0x23;
const ASTERISK = 0x2a;

/** Messages that name who logged in (https://nginx.org/en/docs/http/ngx_http_auth_basic_module.html). */
const SHAPES = messageShapes([
  'user "{user}": password mismatch',
  'user "{user}" was not found in "',
  "PAM: user '{user}' - ",
]);
/** What a program behind nginx wrote, between quotes and possibly over several lines. */
const STDERR = Buffer.from('sent in stderr: "');
const CLIENT = Buffer.from('[client ');

/**
 * The error log of nginx, `2021/11/01 10:56:55 [error] 31#31: *1 message, client: 192.0.2.1, server: example.jp, request: "GET
 * / HTTP/1.1", host: "example.jp"` (https://nginx.org/en/docs/ngx_core_module.html#error_log; src/core/ngx_log.c). What a
 * program behind it wrote may take several lines; the client and the request stand on the last of them.
 */
export const nginxErrorFormat: LogFormat = {
  id: 'nginx-error',
  weight: 3,
  timesAreLocal: true,
  continuation: 'traces',
  createReader() {
    const reader = new NginxErrorReader();
    return (bytes, start, end, fields) => reader.read(bytes, start, end, fields);
  },
};

class NginxErrorReader {
  readonly #days = new DayReader();
  readonly #context = new NginxContext();
  /** The last entry's text of another program has not ended yet. */
  #isOpen = false;

  read(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    const severity = this.#readTime(bytes, start, end, fields);
    if (severity >= 0) {
      const message = this.#readHead(bytes, severity, end, fields);
      if (message < 0) return false;
      fields.kind = EntryKind.error;
      this.#readMessage(bytes, message, end, fields);
      return true;
    }
    if (!this.#isOpen) return false;
    fields.continues = true;
    this.#isOpen = this.#context.read(bytes, start, end, fields) === end;
    return true;
  }

  /** Reads the time and gives where the bracket of the severity opens; -1 when the line is of another format. */
  #readTime(bytes: Buffer, start: number, end: number, fields: EntryFields): number {
    const bracket = start + TIME_LENGTH + 1;
    if (bracket >= end || bytes[start + 4] !== SLASH || bytes[bracket] !== LEFT_BRACKET) return -1;
    const midnight = this.#days.read(bytes, start);
    const clock = readClock(bytes, start + DATE_LENGTH + 1);
    if (midnight < 0 || clock < 0 || bytes[start + DATE_LENGTH] !== SPACE) return -1;
    fields.time = midnight + clock;
    fields.timeStart = start;
    fields.timeEnd = start + TIME_LENGTH;
    return bracket;
  }

  /** Reads `[error] 31#31: *1 ` and gives where the message begins; -1 when something else stands there. */
  #readHead(bytes: Buffer, bracket: number, end: number, fields: EntryFields): number {
    const close = findByte(bytes, RIGHT_BRACKET, bracket, Math.min(end, bracket + LONGEST_SEVERITY + 2));
    if (close < 0) return -1;
    fields.level = severityAt(bytes, bracket + 1, close);
    const threadEnd = skipDigits(bytes, close + 2, end);
    const processEnd = bytes[threadEnd] === HASH ? skipDigits(bytes, threadEnd + 1, end) : -1;
    if (fields.level < 0 || processEnd < 0 || bytes[processEnd] !== COLON || bytes[processEnd + 1] !== SPACE) return -1;
    const message = processEnd + 2;
    const connectionEnd = bytes[message] === ASTERISK ? skipDigits(bytes, message + 1, end) : -1;
    return bytes[connectionEnd] === SPACE ? connectionEnd + 1 : message;
  }

  #readMessage(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
    const from = Math.min(start, end);
    const to = this.#context.read(bytes, from, end, fields);
    const text = findText(bytes, STDERR, from, to);
    this.#isOpen = to === end && text >= 0 && findLastByte(bytes, QUOTE, text + STDERR.length, end) < 0;
    if (from >= to) return;
    fields.messageStart = from;
    fields.messageEnd = to;
    const own = behindClient(bytes, from, to);
    if (isModSecurityMessage(bytes, own, to)) readModSecurityMessage(bytes, own, to, fields);
    else noteNamed(bytes, from, to, SHAPES, fields);
  }
}

/** Where the message goes on behind the client that ModSecurity names. */
function behindClient(bytes: Buffer, start: number, end: number): number {
  if (!startsWith(bytes, start, end, CLIENT)) return start;
  const close = findByte(bytes, RIGHT_BRACKET, start, end);
  return close < 0 ? start : Math.min(end, close + 2);
}

function skipDigits(bytes: Buffer, start: number, end: number): number {
  let at = start;
  while (at < end && isDigit(bytes[at])) at++;
  return at;
}
