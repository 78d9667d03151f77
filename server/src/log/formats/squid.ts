import { SLASH, decimal, isDigit } from '../bytes';
import { noteClient } from './clientAddress';
import type { LogFormat } from './logFormat';
import { TimestampReader } from './timestamp';
import { Tokens } from './tokens';

/** Places of the values. */
const TIME = 0;
const ELAPSED = 1;
const CLIENT = 2;
const RESULT = 3;
const SIZE = 4;
const METHOD = 5;
const URL = 6;
const USER = 7;
const HIERARCHY = 8;
const VALUES = 9;
/** Length of `/200` at the end of the result. */
const STATUS_PART_LENGTH = 4;

/**
 * The native format of squid, `time elapsed client result/status size method URL user hierarchy type`
 * (https://wiki.squid-cache.org/Features/LogFormat). The URL is the target that a client sends to a proxy.
 */
export const squidFormat: LogFormat = {
  id: 'squid',
  weight: 6,
  createReader() {
    const times = new TimestampReader();
    const tokens = new Tokens(VALUES);
    return (bytes, start, end, fields) => {
      if (!isDigit(bytes[start]) || tokens.split(bytes, start, end) < VALUES) return false;
      if (tokens.number(bytes, ELAPSED) < 0 || tokens.number(bytes, SIZE) < 0) return false;
      const statusPart = tokens.end(RESULT) - STATUS_PART_LENGTH;
      const status = bytes[statusPart] === SLASH ? decimal(bytes, statusPart + 1, tokens.end(RESULT)) : -1;
      const hierarchy = bytes.subarray(tokens.start(HIERARCHY), tokens.end(HIERARCHY));
      if (status < 0 || !hierarchy.includes(SLASH)) return false;
      if (!times.read(bytes, tokens.start(TIME), tokens.end(TIME), fields)) return false;
      // A client that went before it was answered has the status 000.
      if (status > 0) {
        fields.status = status;
        fields.statusStart = statusPart + 1;
      }
      fields.size = tokens.number(bytes, SIZE);
      noteClient(bytes, tokens.start(CLIENT), tokens.end(CLIENT), fields);
      fields.methodStart = tokens.start(METHOD);
      fields.methodEnd = tokens.end(METHOD);
      fields.targetStart = tokens.start(URL);
      fields.targetEnd = tokens.end(URL);
      if (tokens.isLogged(bytes, USER)) {
        fields.userStart = tokens.start(USER);
        fields.userEnd = tokens.end(USER);
      }
      return true;
    };
  },
};
