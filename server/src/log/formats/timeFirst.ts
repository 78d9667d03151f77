import { LEFT_BRACKET, QUOTE, RIGHT_BRACKET, decimal, findBlank, findByte, isDigit, skipBlanks } from '../bytes';
import { NOT_LOGGED, type EntryFields } from '../entryFields';
import { readReferrerAndAgent } from './accessLine';
import { namesZone } from './anyTime';
import { noteClient } from './clientAddress';
import { closingQuote, isHyphen } from './fieldText';
import { isOneAddress } from './forwardedList';
import { isHostName } from './hostName';
import type { LogFormat } from './logFormat';
import { readRequest } from './request';
import { TimestampReader } from './timestamp';

/** Values that may stand between time and request. */
const MOST_VALUES = 6;

/**
 * Lines that begin with the time, `[time] 192.0.2.1 - - "GET / HTTP/1.1" 200 12 "referrer" "agent"`, maybe with the virtual host,
 * the seconds taken or the encryption among the values before the request, as NPMplus has
 * (https://github.com/ZoeyVid/NPMplus) and custom formats of Apache and nginx. The time must name its zone.
 */
export const timeFirstFormat: LogFormat = {
  id: 'time-first',
  weight: 2,
  createReader() {
    const times = new TimestampReader();
    return (bytes, start, end, fields) => {
      if (bytes[start] !== LEFT_BRACKET || !isDigit(bytes[start + 1])) return false;
      const close = findByte(bytes, RIGHT_BRACKET, start, end);
      const quote = close < 0 ? NOT_LOGGED : findByte(bytes, QUOTE, close, end);
      if (quote < 0 || !noteHosts(bytes, close + 1, quote, fields)) return false;
      const requestEnd = closingQuote(bytes, quote + 1, end);
      readRequest(bytes, quote + 1, requestEnd, fields);
      const isRequest = fields.targetStart >= 0 || isHyphen(bytes, quote + 1, requestEnd);
      if (!isRequest || !readOutcome(bytes, requestEnd + 1, end, fields)) return false;
      return namesZone(bytes, start + 1, close) && times.read(bytes, start + 1, close, fields);
    };
  },
};

/** Notes the client and the virtual host among values; false when no value is an address or there are too many. */
function noteHosts(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  let values = 0;
  for (let at = skipBlanks(bytes, start, end); at < end; values++) {
    const valueEnd = findBlank(bytes, at, end);
    if (fields.clientStart < 0 && isOneAddress(bytes, at, valueEnd)) noteClient(bytes, at, valueEnd, fields);
    else if (fields.vhostStart < 0 && isHostName(bytes, at, valueEnd) && values < 2) {
      fields.vhostStart = at;
      fields.vhostEnd = valueEnd;
    }
    at = skipBlanks(bytes, valueEnd, end);
  }
  return fields.clientStart >= 0 && values <= MOST_VALUES;
}

/** Reads ` 200 12 "referrer" "agent"`, of which the status must be there. */
function readOutcome(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  const statusStart = skipBlanks(bytes, start, end);
  const statusEnd = findBlank(bytes, statusStart, end);
  fields.status = statusEnd - statusStart === 3 ? decimal(bytes, statusStart, statusEnd) : NOT_LOGGED;
  if (fields.status < 0) return false;
  fields.statusStart = statusStart;
  const size = skipBlanks(bytes, statusEnd, end);
  const sizeEnd = findBlank(bytes, size, end);
  fields.size = decimal(bytes, size, sizeEnd);
  readReferrerAndAgent(bytes, fields.size < 0 && !isHyphen(bytes, size, sizeEnd) ? statusEnd : sizeEnd, end, fields);
  return true;
}
