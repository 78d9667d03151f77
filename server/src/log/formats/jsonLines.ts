import { LEFT_BRACKET } from '../bytes';
import { fieldNames } from './fieldNames';
import { JsonScanner, LEFT_BRACE } from './jsonScanner';
import type { LogFormat } from './logFormat';

/**
 * One JSON object a line (RFC 8259), as nginx, Caddy, Traefik, Cloudflare, Google Cloud and many others write it. What a key
 * means is told by its name.
 */
export const jsonLinesFormat: LogFormat = {
  id: 'json',
  weight: 5,
  createReader() {
    const scanner = new JsonScanner(fieldNames);
    return (bytes, start, end, fields) => {
      const first = bytes[start] === LEFT_BRACKET ? start + 1 : start;
      if (bytes[first] !== LEFT_BRACE || first >= end || !scanner.scan(bytes, first, end)) return false;
      return scanner.values.apply(bytes, fields, scanner.hasEscapes, false);
    };
  },
};
