import { createAccessReader } from './accessLine';
import { readClient } from './client';
import type { LogFormat } from './logFormat';

/** Apache's common log format: `%h %l %u %t "%r" %>s %b` (https://httpd.apache.org/docs/2.4/logs.html#common). */
export const commonFormat: LogFormat = {
  id: 'common',
  weight: 1,
  createReader() {
    const readAccess = createAccessReader(readClient);
    return (bytes, start, end, fields) => readAccess(bytes, start, end, fields) >= 0;
  },
};
