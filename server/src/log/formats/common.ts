import { createAccessReader, readReferrerAndAgent } from './accessLine';
import { readClient } from './client';
import { equals } from '../bytes';
import type { LogFormat } from './logFormat';

/** Entries of which nothing was logged, not even the time. */
const NOTHING_LOGGED = ['- - - - - - -', '- - - [-] "-" - -'].map((line) => Buffer.from(line));

/** Apache's common log format: `%h %l %u %t "%r" %>s %b` (https://httpd.apache.org/docs/2.4/logs.html#common). */
export const commonFormat: LogFormat = {
  id: 'common',
  weight: 1,
  ordinaryShape: 'common',
  createReader() {
    const readAccess = createAccessReader(readClient);
    return (bytes, start, end, fields) => {
      const next = readAccess(bytes, start, end, fields);
      // Lines of the combined format between the others keep what they tell more.
      if (next >= 0) readReferrerAndAgent(bytes, next, end, fields);
      return next >= 0 || NOTHING_LOGGED.some((line) => equals(bytes, start, end, line));
    };
  },
};
