import { findBlank, isDigit, skipBlanks } from '../bytes';
import type { EntryFields } from '../entryFields';
import { createAccessReader, readReferrerAndAgent } from './accessLine';
import { noteClient } from './clientAddress';
import { isHyphen } from './fieldText';
import { isOneAddress } from './forwardedList';
import { isLetter } from './hostName';
import type { LogFormat } from './logFormat';
import { noteUser } from './notes';

/**
 * The common or combined format with fewer values before the time, as nginx's own formats often are: `192.0.2.1 [time] "GET / …`,
 * `192.0.2.1 - [time] …`, `example.jp 192.0.2.1 [time] …` (https://nginx.org/en/docs/http/ngx_http_log_module.html#log_format).
 */
export const briefAccessFormat: LogFormat = {
  id: 'brief-access',
  weight: 1,
  createReader() {
    const readAccess = createAccessReader(readBriefClient);
    return (bytes, start, end, fields) => {
      const next = readAccess(bytes, start, end, fields);
      if (next >= 0) readReferrerAndAgent(bytes, next, end, fields);
      return next >= 0;
    };
  },
};

/** Reads `client`, `client user` or `vhost client`; the client must be an address, as so little else tells the format. */
export function readBriefClient(bytes: Buffer, start: number, bracket: number, fields: EntryFields): boolean {
  const firstEnd = findBlank(bytes, start, bracket);
  const second = skipBlanks(bytes, firstEnd, bracket);
  const secondEnd = findBlank(bytes, second, bracket);
  if (skipBlanks(bytes, secondEnd, bracket) < bracket) return false;
  if (isOneAddress(bytes, start, firstEnd)) {
    noteClient(bytes, start, firstEnd, fields);
    if (!isHyphen(bytes, second, secondEnd)) noteUser(fields, second, secondEnd);
    return true;
  }
  if (!isOneAddress(bytes, second, secondEnd) || !(isLetter(bytes[start]) || isDigit(bytes[start]))) return false;
  noteClient(bytes, second, secondEnd, fields);
  fields.vhostStart = start;
  fields.vhostEnd = firstEnd;
  return true;
}
