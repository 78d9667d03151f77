import { createAccessReader, readReferrerAndAgent } from './accessLine';
import { readClient } from './client';
import type { LogFormat } from './logFormat';
import { findAuthority, useOriginForm } from './url';

/** In a log of Apache or nginx whole URLs are requests to a proxy, of which a log may begin with some. */
const FEWEST_ENTRIES = 20;

/**
 * The combined log format with whole URLs for targets, as varnishncsa writes it
 * (https://varnish-cache.org/docs/trunk/reference/varnishncsa.html).
 */
export const varnishFormat: LogFormat = {
  id: 'varnish',
  weight: 2.5,
  fewestEntries: FEWEST_ENTRIES,
  createReader() {
    const readAccess = createAccessReader(readClient);
    return (bytes, start, end, fields) => {
      const next = readAccess(bytes, start, end, fields);
      if (next < 0 || fields.targetStart < 0 || !readReferrerAndAgent(bytes, next, end, fields)) return false;
      if (findAuthority(bytes, fields.targetStart, fields.targetEnd) < 0) return false;
      // Behind the agent squid, a proxy for all sites, writes what it did.
      if (fields.agentStart >= 0 && fields.agentEnd + 1 < end) return false;
      useOriginForm(bytes, fields);
      return true;
    };
  },
};
