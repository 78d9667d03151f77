import { LEFT_BRACKET, startsWith } from '../bytes';
import { isHyphen } from './fieldText';
import { noteClient } from './clientAddress';
import type { LogFormat } from './logFormat';
import { readRequest } from './request';
import { TimestampReader } from './timestamp';
import { Tokens } from './tokens';

/** Places of the values. */
const TIME = 0;
const CLIENT = 1;
const PROTOCOL = 2;
const REQUEST = 4;
const SIZE = 5;
const VALUES = 6;
/** Lines that have a number behind the size have a status in the size's place. */
const NO_SIZE = 6;
const PROTOCOLS = ['TLS', 'SSL'].map((text) => Buffer.from(text));

/**
 * Apache's ssl_request_log, `[01/Nov/2021:10:56:55 +0900] 192.0.2.1 TLSv1.3 TLS_AES_256_GCM_SHA384 "GET / HTTP/1.1" 1234`
 * (`CustomLog` of the default ssl.conf, https://httpd.apache.org/docs/2.4/mod/mod_ssl.html#logformats).
 */
export const sslRequestFormat: LogFormat = {
  id: 'ssl-request',
  weight: 6,
  createReader() {
    const times = new TimestampReader();
    const tokens = new Tokens(VALUES + 1);
    return (bytes, start, end, fields) => {
      if (bytes[start] !== LEFT_BRACKET || tokens.split(bytes, start, end) < VALUES) return false;
      const protocol = tokens.start(PROTOCOL);
      const protocolEnd = tokens.end(PROTOCOL);
      const isEncrypted = PROTOCOLS.some((name) => startsWith(bytes, protocol, protocolEnd, name));
      if (!isEncrypted && !isHyphen(bytes, protocol, protocolEnd)) return false;
      if (tokens.number(bytes, NO_SIZE) >= 0) return false;
      const size = tokens.number(bytes, SIZE);
      if (size < 0 && !isHyphen(bytes, tokens.start(SIZE), tokens.end(SIZE))) return false;
      if (!times.read(bytes, tokens.start(TIME), tokens.end(TIME), fields)) return false;
      noteClient(bytes, tokens.start(CLIENT), tokens.end(CLIENT), fields);
      readRequest(bytes, tokens.start(REQUEST), tokens.end(REQUEST), fields);
      fields.size = size;
      return fields.clientStart >= 0;
    };
  },
};
