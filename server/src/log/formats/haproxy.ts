import { LEFT_BRACKET, PLUS, QUOTE, SLASH, decimal, findByte } from '../bytes';
import { NOT_LOGGED } from '../entryFields';
import { noteClient } from './clientAddress';
import type { LogFormat } from './logFormat';
import { readRequest } from './request';
import { TimestampReader } from './timestamp';
import { Tokens } from './tokens';

/** Places of the values. */
const CLIENT = 0;
const TIME = 1;
const SERVER = 3;
const TIMERS = 4;
const STATUS = 5;
const SIZE = 6;
const VALUES = 7;

/**
 * HAProxy's format for HTTP, `client:port [time] frontend backend/server timers status bytes … "request"`
 * (https://docs.haproxy.org/3.0/configuration.html#8.2.3). What stands before the request, captured headers among it, may have
 * blanks but no quotes.
 */
export const haproxyFormat: LogFormat = {
  id: 'haproxy',
  weight: 6,
  createReader() {
    const times = new TimestampReader();
    const tokens = new Tokens(VALUES);
    const hasSlash = (bytes: Buffer, index: number): boolean =>
      bytes.subarray(tokens.start(index), tokens.end(index)).includes(SLASH);
    return (bytes, start, end, fields) => {
      if (tokens.split(bytes, start, end) < VALUES || bytes[tokens.start(TIME) - 1] !== LEFT_BRACKET) return false;
      if (!hasSlash(bytes, SERVER) || !hasSlash(bytes, TIMERS)) return false;
      if (!times.read(bytes, tokens.start(TIME), tokens.end(TIME), fields)) return false;
      // Of a request that got no answer the status is -1.
      if (!tokens.noteStatus(bytes, STATUS, fields)) fields.status = NOT_LOGGED;
      const sizeStart = tokens.start(SIZE);
      fields.size = decimal(bytes, bytes[sizeStart] === PLUS ? sizeStart + 1 : sizeStart, tokens.end(SIZE));
      if (fields.size < 0) return false;
      noteClient(bytes, tokens.start(CLIENT), tokens.end(CLIENT), fields);
      const quote = findByte(bytes, QUOTE, tokens.end(SIZE), end);
      if (quote < 0) return false;
      readRequest(bytes, quote + 1, bytes[end - 1] === QUOTE && end - 1 > quote ? end - 1 : end, fields);
      return true;
    };
  },
};
