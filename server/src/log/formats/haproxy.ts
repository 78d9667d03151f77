import {
  COLON,
  DOT,
  LEFT_BRACE,
  LEFT_BRACKET,
  PIPE,
  PLUS,
  QUOTE,
  RIGHT_BRACE,
  SLASH,
  decimal,
  findByte,
  isDigit,
} from '../bytes';
import { NOT_LOGGED, type EntryFields } from '../entryFields';
import { closingQuote } from './fieldText';
import { noteClient } from './clientAddress';
import type { LogFormat } from './logFormat';
import { readRequest } from './request';
import { TimestampReader } from './timestamp';
import { Tokens } from './tokens';
import { useOriginForm } from './url';

/** Places of the values. */
const CLIENT = 0;
const TIME = 1;
const SERVER = 3;
const TIMERS = 4;
const STATUS = 5;
const SIZE = 6;
const VALUES = 7;
/** Places of the values of a connection. */
const TCP_SIZE = 5;
const TCP_STATE = 6;
const TCP_CONNECTIONS = 7;
const TCP_VALUES = 9;
const TCP_STATE_LENGTH = 2;
const TWO = 0x32;
const THREE = 0x33;

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
    const tokens = new Tokens(VALUES + 1);
    const hasSlash = (bytes: Buffer, index: number): boolean =>
      bytes.subarray(tokens.start(index), tokens.end(index)).includes(SLASH);
    return (bytes, start, end, fields) => {
      const count = tokens.split(bytes, start, end);
      if (count < VALUES || bytes[tokens.start(TIME) - 1] !== LEFT_BRACKET) return false;
      // Some have the name that was asked for between server and timers.
      const shift = hasSlash(bytes, TIMERS) ? 0 : 1;
      if (count < VALUES + shift || !hasSlash(bytes, SERVER) || !hasSlash(bytes, TIMERS + shift)) return false;
      if (!times.read(bytes, tokens.start(TIME), tokens.end(TIME), fields)) return false;
      // Of a request that got no answer the status is -1.
      if (!tokens.noteStatus(bytes, STATUS + shift, fields)) fields.status = NOT_LOGGED;
      const sizeStart = tokens.start(SIZE + shift);
      const sizeEnd = tokens.end(SIZE + shift);
      fields.size = decimal(bytes, bytes[sizeStart] === PLUS ? sizeStart + 1 : sizeStart, sizeEnd);
      if (fields.size < 0) return false;
      noteClient(bytes, tokens.start(CLIENT), tokens.end(CLIENT), fields);
      const quote = findByte(bytes, QUOTE, sizeEnd, end);
      if (quote < 0) return false;
      noteCapturedAddress(bytes, sizeEnd, quote, fields);
      // Behind the request stand the details of TLS, where they are logged.
      const close = closingQuote(bytes, quote + 1, end);
      readRequest(bytes, quote + 1, close, fields);
      if (fields.targetStart >= 0 && hasVersionOfStreams(bytes, close)) useOriginForm(bytes, fields);
      return true;
    };
  },
};

/** Whether a request ends with a version since HTTP/2, of which whole URLs are logged whatever was asked for. */
function hasVersionOfStreams(bytes: Buffer, end: number): boolean {
  const major = bytes[end - 3];
  return bytes[end - 4] === SLASH && (major === TWO || major === THREE);
}

/**
 * HAProxy's format for connections that it looks no further into, `client:port [time] frontend backend/server timers bytes state …`
 * (https://docs.haproxy.org/3.0/configuration.html#8.2.2).
 */
export const haproxyTcpFormat: LogFormat = {
  id: 'haproxy-tcp',
  weight: 6,
  createReader() {
    const times = new TimestampReader();
    const tokens = new Tokens(TCP_VALUES);
    return (bytes, start, end, fields) => {
      if (tokens.split(bytes, start, end) < TCP_VALUES || bytes[tokens.start(TIME) - 1] !== LEFT_BRACKET) return false;
      if (tokens.end(TCP_STATE) - tokens.start(TCP_STATE) !== TCP_STATE_LENGTH) return false;
      if (tokens.number(bytes, TCP_SIZE) < 0 || countSlashes(bytes, tokens, TIMERS) !== 2) return false;
      if (countSlashes(bytes, tokens, SERVER) !== 1 || countSlashes(bytes, tokens, TCP_CONNECTIONS) !== 4) return false;
      if (!times.read(bytes, tokens.start(TIME), tokens.end(TIME), fields)) return false;
      noteClient(bytes, tokens.start(CLIENT), tokens.end(CLIENT), fields);
      fields.size = tokens.number(bytes, TCP_SIZE);
      return true;
    };
  },
};

function countSlashes(bytes: Buffer, tokens: Tokens, index: number): number {
  let count = 0;
  for (let at = tokens.start(index); at < tokens.end(index); at++) if (bytes[at] === SLASH) count++;
  return count;
}

/** Headers that were captured, `{203.0.113.9|agent}`, may have the forwarded addresses first. */
function noteCapturedAddress(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  const brace = findByte(bytes, LEFT_BRACE, start, end);
  const close = brace < 0 ? -1 : findByte(bytes, RIGHT_BRACE, brace, end);
  if (close < 0) return;
  const pipe = findByte(bytes, PIPE, brace, close);
  const valueEnd = pipe < 0 ? close : pipe;
  const isAddress = findByte(bytes, DOT, brace, valueEnd) >= 0 || findByte(bytes, COLON, brace, valueEnd) >= 0;
  if (!isAddress || !isDigit(bytes[brace + 1])) return;
  fields.forwardedStart = brace + 1;
  fields.forwardedEnd = valueEnd;
}
