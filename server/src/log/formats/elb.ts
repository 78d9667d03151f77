import { HYPHEN, findBlank, isDigit, skipBlanks } from '../bytes';
import { noteClient } from './clientAddress';
import type { LogFormat } from './logFormat';
import { readRequest } from './request';
import { TimestampReader } from './timestamp';
import { Tokens } from './tokens';
import { useOriginForm } from './url';

/** Digits before the first hyphen of `2021-11-01`. */
const YEAR_LENGTH = 4;
/** Values from the time up to the user agent. */
const VALUES = 14;
/** Places of the values, counted from the time. */
const CLIENT = 2;
const STATUS = 7;
const SENT = 10;
const REQUEST = 11;
const AGENT = 12;

/**
 * Load balancers of AWS: Application Load Balancer, whose lines begin with the type of the connection
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html), and Classic Load
 * Balancer (https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/access-log-collection.html). They log whole URLs.
 */
export const elbFormat: LogFormat = {
  id: 'elb',
  weight: 6,
  createReader() {
    const times = new TimestampReader();
    const tokens = new Tokens(VALUES);
    return (bytes, start, end, fields) => {
      const time = isDigit(bytes[start]) ? 0 : 1;
      const timeStart = time === 0 ? start : skipBlanks(bytes, findBlank(bytes, start, end), end);
      // Lines of other formats need not be split to see that.
      if (bytes[timeStart + YEAR_LENGTH] !== HYPHEN) return false;
      // The oldest lines end with the request.
      if (tokens.split(bytes, start, end) <= time + REQUEST) return false;
      if (!times.read(bytes, tokens.start(time), tokens.end(time), fields)) return false;
      if (tokens.number(bytes, time + SENT) < 0 || !tokens.noteStatus(bytes, time + STATUS, fields)) return false;
      noteClient(bytes, tokens.start(time + CLIENT), tokens.end(time + CLIENT), fields);
      fields.size = tokens.number(bytes, time + SENT);
      readRequest(bytes, tokens.start(time + REQUEST), tokens.end(time + REQUEST), fields);
      if (fields.targetStart >= 0) useOriginForm(bytes, fields);
      tokens.noteAgent(bytes, time + AGENT, fields);
      return fields.clientStart >= 0;
    };
  },
};
