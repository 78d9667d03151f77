import {
  COLON,
  DOT,
  HYPHEN,
  LEFT_BRACKET,
  RIGHT_BRACKET,
  SLASH,
  SPACE,
  findBlank,
  findByte,
  findLastByte,
  skipBlanks,
} from '../bytes';
import { EntryKind, type EntryFields } from '../entryFields';
import { isAbsent } from './fieldText';
import { AnyTimeReader, namesZone } from './anyTime';
import type { LogFormat } from './logFormat';
import { severityAt } from './severity';

/** Length of `[Mon Nov 01 10:56:55.123456789 2021 +0900]`. */
const LONGEST_TIME = 42;

/**
 * A time between brackets and a message, `[2021-11-01 10:56:55] production.ERROR: …`, as applications write it with PHP's
 * usual library for logs (https://github.com/Seldaek/monolog, `LineFormatter`), and servers whose format was cut down.
 */
export const timedMessageFormat: LogFormat = createFormat('timed-message', false);

/** The same with times that name their zone. */
export const timedMessageZonedFormat: LogFormat = createFormat('timed-message-zoned', true);

function createFormat(id: string, isZoned: boolean): LogFormat {
  return {
    id,
    // Whatever else a format sees in such a line is more.
    weight: 0.5,
    continuation: 'traces',
    ...(!isZoned && { timesAreLocal: true }),
    createReader() {
      const times = new AnyTimeReader();
      return (bytes, start, end, fields) => {
        if (bytes[start] !== LEFT_BRACKET || !isDate(bytes, start + 1)) return false;
        const close = findByte(bytes, RIGHT_BRACKET, start, Math.min(end, start + LONGEST_TIME));
        if (close < 0 || bytes[close + 1] !== SPACE || namesZone(bytes, start + 1, close) !== isZoned) return false;
        const message = skipBlanks(bytes, close + 1, end);
        if (message >= end || !times.read(bytes, start + 1, close, fields)) return false;
        fields.kind = EntryKind.error;
        noteMessage(bytes, message, end, fields);
        return true;
      };
    },
  };
}

/** Whether a year or the name of a day stands there, as in times that no access log has. */
function isDate(bytes: Buffer, at: number): boolean {
  return bytes[at + 4] === HYPHEN || bytes[at + 4] === SLASH || bytes[at + 3] === SPACE;
}

function noteMessage(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  if (isAbsent(bytes, start, end)) return;
  fields.messageStart = start;
  fields.messageEnd = end;
  const word = findBlank(bytes, start, end);
  const wordEnd = bytes[word - 1] === COLON ? word - 1 : word;
  const dot = findLastByte(bytes, DOT, start, wordEnd);
  fields.level = severityAt(bytes, dot < 0 ? start : dot + 1, wordEnd);
}
