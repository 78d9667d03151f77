import { createAccessReader, readReferrerAndAgent } from './accessLine';
import { readHostAndForwarded } from './client';
import type { LogFormat } from './logFormat';

/**
 * The common or combined format with all addresses that proxies forwarded in place of the client,
 * `%{X-Forwarded-For}i %l %u %t "%r" …`, maybe behind the name of the virtual host (https://httpd.apache.org/docs/2.4/mod/mod_log_config.html#formats).
 */
export const forwardedFormat: LogFormat = {
  id: 'forwarded',
  weight: 3,
  createReader() {
    const readAccess = createAccessReader(readHostAndForwarded);
    return (bytes, start, end, fields) => {
      const next = readAccess(bytes, start, end, fields);
      if (next < 0) return false;
      readReferrerAndAgent(bytes, next, end, fields);
      // So loose a beginning asks for a whole end.
      return fields.agentStart < 0 || fields.agentEnd < end;
    };
  },
};
