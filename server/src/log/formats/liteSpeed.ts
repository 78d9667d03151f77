import { LEFT_BRACKET, QUOTE, findByte } from '../bytes';
import { createAccessReader, readReferrerAndAgent } from './accessLine';
import { readClient, readVhostAndClient } from './client';
import type { LogFormat } from './logFormat';

/**
 * Lines of the common or combined format in quotes of their own, with the virtual host before them or without, as OpenLiteSpeed
 * writes them (https://openlitespeed.org/kb/customize-log-format/, https://github.com/allinurl/goaccess/issues/2329).
 */
export const liteSpeedFormat: LogFormat = {
  id: 'litespeed',
  weight: 4,
  createReader() {
    const readers = [createAccessReader(readVhostAndClient), createAccessReader(readClient)];
    return (bytes, start, end, fields) => {
      // A quote that is closed before the time is one around forwarded addresses.
      const bracket = bytes[start] === QUOTE ? findByte(bytes, LEFT_BRACKET, start, end) : -1;
      if (bracket < 0 || findByte(bytes, QUOTE, start + 1, bracket) >= 0) return false;
      const lineEnd = bytes[end - 1] === QUOTE ? end - 1 : end;
      return readers.some((readAccess) => {
        fields.clear();
        const next = readAccess(bytes, start + 1, lineEnd, fields);
        if (next < 0) return false;
        readReferrerAndAgent(bytes, next, lineEnd, fields);
        return true;
      });
    };
  },
};
