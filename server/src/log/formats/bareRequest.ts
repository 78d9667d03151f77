import {
  LEFT_BRACKET,
  QUOTE,
  RIGHT_BRACKET,
  decimal,
  findBlank,
  findByte,
  isBlank,
  skipBlanks,
  startsWith,
} from '../bytes';
import { NOT_LOGGED, type EntryFields } from '../entryFields';
import { readBriefClient } from './briefAccess';
import { readClient, readVhostAndClient } from './client';
import { closingQuote, isAbsent } from './fieldText';
import type { LogFormat } from './logFormat';
import { readRequest } from './request';
import { TimestampReader } from './timestamp';
import { Tokens } from './tokens';

const VERSION = Buffer.from('HTTP/');
/** Places behind the status. */
const REFERRER = 0;
const AGENT = 1;
/** So many values behind the status are looked at for the size. */
const VALUES = 10;
const CLIENT_READERS = [readVhostAndClient, readBriefClient, readClient];

/**
 * Requests without quotes around them, or only around the target: Kinsta's `example.jp 192.0.2.1 [time] GET "/" HTTP/1.1 200
 * "referrer" "agent" … 472 0.5` (https://kinsta.com/docs/wordpress-hosting/wordpress-troubleshooting/wordpress-server-logs/),
 * and `%v %a %t %r %>s "%{Referer}i" "%{User-Agent}i" %b` of Open Server Panel.
 */
export const bareRequestFormat: LogFormat = {
  id: 'bare-request',
  weight: 4,
  createReader() {
    const reader = new BareRequestReader();
    return (bytes, start, end, fields) => reader.read(bytes, start, end, fields);
  },
};

class BareRequestReader {
  readonly #times = new TimestampReader();
  readonly #tokens = new Tokens(VALUES);

  read(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    const bracket = findByte(bytes, LEFT_BRACKET, start, end);
    const close = bracket <= start ? NOT_LOGGED : findByte(bytes, RIGHT_BRACKET, bracket, end);
    const method = close < 0 ? end : skipBlanks(bytes, close + 1, end);
    if (method >= end || !isBlank(bytes[bracket - 1])) return false;
    if (!this.#times.read(bytes, bracket, close + 1, fields)) return false;
    const status = readBareRequest(bytes, method, end, fields);
    if (status < 0 || !this.#readOutcome(bytes, status, end, fields)) return false;
    return CLIENT_READERS.some((read) => read(bytes, start, bracket, fields));
  }

  #readOutcome(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    const statusEnd = findBlank(bytes, start, end);
    const status = statusEnd - start === 3 ? decimal(bytes, start, statusEnd) : NOT_LOGGED;
    if (status < 0) return false;
    fields.status = status;
    fields.statusStart = start;
    const tokens = this.#tokens;
    const count = tokens.split(bytes, statusEnd, end);
    for (let index = 0; index < count && fields.size < 0; index++) fields.size = tokens.number(bytes, index);
    const quoted = tokens.number(bytes, 0) >= 0 ? 1 : 0;
    if (count <= quoted + AGENT || bytes[tokens.start(quoted) - 1] !== QUOTE) return true;
    tokens.noteAgent(bytes, quoted + AGENT, fields);
    if (!tokens.isLogged(bytes, quoted + REFERRER)) return true;
    fields.referrerStart = tokens.start(quoted + REFERRER);
    fields.referrerEnd = tokens.end(quoted + REFERRER);
    return true;
  }
}

/** Reads `GET /a HTTP/1.1` or `GET "/a" HTTP/1.1` and gives where the status begins; `NOT_LOGGED` when it is no request. */
function readBareRequest(bytes: Buffer, start: number, end: number, fields: EntryFields): number {
  const target = skipBlanks(bytes, findBlank(bytes, start, end), end);
  const isQuoted = bytes[target] === QUOTE;
  const targetEnd = isQuoted ? closingQuote(bytes, target + 1, end) : findBlank(bytes, target, end);
  const version = skipBlanks(bytes, isQuoted ? targetEnd + 1 : targetEnd, end);
  const versionEnd = findBlank(bytes, version, end);
  if (!startsWith(bytes, version, versionEnd, VERSION) || bytes[versionEnd - 1] === QUOTE) return NOT_LOGGED;
  readRequest(bytes, start, targetEnd, fields);
  if (fields.targetStart < 0) return NOT_LOGGED;
  if (isQuoted) fields.targetStart++;
  if (isAbsent(bytes, fields.targetStart, fields.targetEnd)) return NOT_LOGGED;
  return skipBlanks(bytes, versionEnd, end);
}
