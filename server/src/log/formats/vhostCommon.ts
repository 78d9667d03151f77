import { createAccessReader } from './accessLine';
import { readVhostAndClient } from './client';
import type { LogFormat } from './logFormat';

/** The common log format behind the name of the virtual host: `%v %h %l %u %t "%r" %>s %b`. */
export const vhostCommonFormat: LogFormat = {
  id: 'vhost-common',
  weight: 3,
  createReader() {
    const readAccess = createAccessReader(readVhostAndClient);
    return (bytes, start, end, fields) => readAccess(bytes, start, end, fields) >= 0;
  },
};
