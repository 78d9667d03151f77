import { createAccessReader, readReferrerAndAgent } from './accessLine';
import { readVhostAndClient } from './client';
import type { LogFormat } from './logFormat';

/**
 * The combined log format behind the name of the virtual host, `example.jp` or `example.jp:443`, as hosts with many domains
 * write it (`vhost_combined` of Debian's apache2.conf; https://xserver.ne.jp/manual/man_server_log.php).
 */
export const vhostCombinedFormat: LogFormat = {
  id: 'vhost-combined',
  weight: 4,
  createReader() {
    const readAccess = createAccessReader(readVhostAndClient);
    return (bytes, start, end, fields) => {
      const next = readAccess(bytes, start, end, fields);
      return next >= 0 && readReferrerAndAgent(bytes, next, end, fields);
    };
  },
};
