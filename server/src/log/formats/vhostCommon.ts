import { createAccessReader, readReferrerAndAgent } from './accessLine';
import { readVhostAndClient } from './client';
import type { LogFormat } from './logFormat';

/** The common log format behind the name of the virtual host: `%v %h %l %u %t "%r" %>s %b`. */
export const vhostCommonFormat: LogFormat = {
  id: 'vhost-common',
  weight: 3,
  createReader() {
    const readAccess = createAccessReader(readVhostAndClient);
    return (bytes, start, end, fields) => {
      const next = readAccess(bytes, start, end, fields);
      // Lines of the combined format between the others keep what they tell more.
      if (next >= 0) readReferrerAndAgent(bytes, next, end, fields);
      return next >= 0;
    };
  },
};
