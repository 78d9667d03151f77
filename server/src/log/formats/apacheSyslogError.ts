import { LEFT_BRACKET, startsWith } from '../bytes';
import { ApacheErrorReader } from './apacheError';
import type { LogFormat } from './logFormat';
import { ProgramHeader } from './programHeader';

/** Beginnings of the names under which Apache writes; more may follow, as in `httpd/backend`. */
const PROGRAMS = ['httpd', 'apache'].map((name) => Buffer.from(name));

/**
 * Errors that Apache gave to syslog, which writes the time itself: `Nov  1 10:56:55 web httpd[12]: [core:error] [pid 12] [client
 * 192.0.2.1:4711] message` (https://httpd.apache.org/docs/2.4/mod/core.html#errorlog).
 */
export const apacheSyslogErrorFormat: LogFormat = createFormat('apache-error-syslog', false);

/** The same with times in ISO 8601 that name their zone. */
export const apacheSyslogErrorZonedFormat: LogFormat = createFormat('apache-error-syslog-zoned', true);

function createFormat(id: string, isZoned: boolean): LogFormat {
  return {
    id,
    weight: 4,
    continuation: 'traces',
    ...(!isZoned && { timesAreLocal: true }),
    createReader(facts) {
      const header = new ProgramHeader(facts?.newest);
      const reader = new ApacheErrorReader();
      return (bytes, start, end, fields) => {
        if (!header.read(bytes, start, end, fields, isApache) || header.hasZone !== isZoned) return false;
        if (!isApache(bytes, header.nameStart, header.nameEnd) || bytes[header.content] !== LEFT_BRACKET) return false;
        return reader.read(bytes, header.content, end, fields);
      };
    },
  };
}

function isApache(bytes: Buffer, start: number, end: number): boolean {
  return PROGRAMS.some((name) => startsWith(bytes, start, end, name));
}
