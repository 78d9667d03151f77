import {
  COLON,
  COMMA,
  LEFT_PARENTHESIS,
  RIGHT_PARENTHESIS,
  SPACE,
  findBlank,
  findByte,
  findLastText,
  findText,
} from '../bytes';
import { EntryKind, type EntryFields } from '../entryFields';
import { noteClient } from './clientAddress';
import type { LogFormat } from './logFormat';
import { messageShapes, noteNamed } from './messageShape';
import { noteMessage } from './notes';
import { findPhpMessage, notePhpFile, phpSeverity } from './phpMessage';
import { CLOCK_LENGTH, DATE_LENGTH, TimestampReader } from './timestamp';

/** Length of `2021-11-01 10:56:55`. */
const TIME_LENGTH = DATE_LENGTH + 1 + CLOCK_LENGTH;
/** Longest name of a source file with its line, `(mod_fastcgi.c.2676)`. */
const LONGEST_SOURCE = 64;
const SOURCE_NAME = Buffer.from('.c.');
const CLIENT = Buffer.from(' IP: ');
const SHAPES = messageShapes([
  "password doesn't match for {target} username: {user}, IP: ",
  "password doesn't match for {target} username: {user} IP: ",
  "password doesn't match for {other} username: {user}, IP: ",
  'digest: auth failed for {user}: wrong password, IP: ',
]);

/**
 * The error log of lighttpd, `2021-11-01 10:56:55: (mod_auth.c.828) password doesn't match for /x/ username: sato IP: 192.0.2.1`
 * (https://redmine.lighttpd.net/projects/lighttpd/wiki/Server_errorlogDetails; src/log.c, src/mod_auth.c). It has no severities.
 */
export const lighttpdErrorFormat: LogFormat = {
  id: 'lighttpd-error',
  weight: 4,
  timesAreLocal: true,
  continuation: 'traces',
  createReader() {
    const times = new TimestampReader();
    return (bytes, start, end, fields) => {
      const colon = start + TIME_LENGTH;
      if (bytes[colon] !== COLON || bytes[colon + 1] !== SPACE) return false;
      return readLighttpdMessage(bytes, colon + 2, end, fields) && times.read(bytes, start, colon, fields);
    };
  },
};

/** Reads `(mod_auth.c.828) …`, in lighttpd's own log or behind the head of syslog; false when no source stands there. */
export function readLighttpdMessage(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  const source = bytes[start] === LEFT_PARENTHESIS ? start + 1 : start;
  const sourceEnd = findByte(bytes, RIGHT_PARENTHESIS, source, Math.min(end, source + LONGEST_SOURCE));
  if (sourceEnd < 0 || findText(bytes, SOURCE_NAME, source, sourceEnd) < 0) return false;
  fields.kind = EntryKind.error;
  noteMessage(fields, Math.min(end, sourceEnd + 2), end);
  if (fields.messageStart >= 0) noteDetails(bytes, fields.messageStart, end, fields);
  return true;
}

function noteDetails(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  // What the client sends comes before its address.
  const client = findLastText(bytes, CLIENT, start, end);
  if (client >= 0) {
    const address = client + CLIENT.length;
    const blank = findBlank(bytes, address, end);
    noteClient(bytes, address, bytes[blank - 1] === COMMA ? blank - 1 : blank, fields);
    noteNamed(bytes, start, end, SHAPES, fields);
    return;
  }
  const php = findPhpMessage(bytes, start, end);
  if (php < 0) return;
  fields.level = phpSeverity(bytes, php, end);
  notePhpFile(bytes, start, end, fields);
}
