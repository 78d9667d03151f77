import { createAccessReader, readReferrerAndAgent } from './accessLine';
import { readClient } from './client';
import type { LogFormat } from './logFormat';

/**
 * The combined log format of Apache, nginx and LiteSpeed: common, then `"%{Referer}i" "%{User-agent}i"`
 * (https://httpd.apache.org/docs/2.4/logs.html#combined). Fields behind the agent are left unread.
 */
export const combinedFormat: LogFormat = {
  id: 'combined',
  weight: 2,
  ordinaryShape: 'combined',
  createReader() {
    const readAccess = createAccessReader(readClient);
    return (bytes, start, end, fields) => {
      const next = readAccess(bytes, start, end, fields);
      return next >= 0 && readReferrerAndAgent(bytes, next, end, fields);
    };
  },
};
