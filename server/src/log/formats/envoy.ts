import { LEFT_BRACKET, QUOTE, isDigit } from '../bytes';
import { NOT_LOGGED } from '../entryFields';
import { noteClient } from './clientAddress';
import type { LogFormat } from './logFormat';
import { readRequest } from './request';
import { TimestampReader } from './timestamp';
import { Tokens } from './tokens';

/** Places of the values. */
const TIME = 0;
const REQUEST = 1;
const STATUS = 2;
/** Bytes received stand behind the flags, or behind what Istio adds to them. */
const FIRST_RECEIVED = 4;
const LAST_RECEIVED = 7;
/** Places counted from the bytes received. */
const SENT = 1;
const SECONDS = 2;
const FORWARDED = 4;
const AGENT = 5;
const AUTHORITY = 7;
const UPSTREAM = 8;
/** Istio adds the address that connected. */
const CLIENT = 12;
const VALUES = LAST_RECEIVED + CLIENT + 1;

/**
 * Envoy's default format, `[time] "GET / HTTP/1.1" 200 - 0 1234 5 4 "192.0.2.1" "agent" "id" "example.jp" "upstream"`
 * (https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage#default-format-string), and Istio's, which adds
 * values before the bytes received and behind the upstream (https://istio.io/latest/docs/tasks/observability/logs/access-log/).
 */
export const envoyFormat: LogFormat = {
  id: 'envoy',
  weight: 6,
  createReader() {
    const times = new TimestampReader();
    const tokens = new Tokens(VALUES);
    return (bytes, start, end, fields) => {
      if (bytes[start] !== LEFT_BRACKET || !isDigit(bytes[start + 1])) return false;
      const count = tokens.split(bytes, start, end);
      const received = findReceived(bytes, tokens, count);
      if (received < 0 || bytes[tokens.start(REQUEST) - 1] !== QUOTE) return false;
      if (!times.read(bytes, tokens.start(TIME), tokens.end(TIME), fields)) return false;
      // Of a request that got no answer the status is 0.
      if (!tokens.noteStatus(bytes, STATUS, fields) && tokens.number(bytes, STATUS) !== 0) return false;
      fields.size = tokens.number(bytes, received + SENT);
      readRequest(bytes, tokens.start(REQUEST), tokens.end(REQUEST), fields);
      tokens.noteAgent(bytes, received + AGENT, fields);
      if (tokens.isLogged(bytes, received + AUTHORITY)) {
        fields.vhostStart = tokens.start(received + AUTHORITY);
        fields.vhostEnd = tokens.end(received + AUTHORITY);
      }
      if (tokens.isLogged(bytes, received + FORWARDED)) {
        fields.forwardedStart = tokens.start(received + FORWARDED);
        fields.forwardedEnd = tokens.end(received + FORWARDED);
      }
      const client = received + CLIENT;
      if (tokens.isLogged(bytes, client)) noteClient(bytes, tokens.start(client), tokens.end(client), fields);
      return true;
    };
  },
};

/** Which value is the bytes received: the first of three numbers in a row, with all that follows; -1 when there is none. */
function findReceived(bytes: Buffer, tokens: Tokens, count: number): number {
  for (let index = FIRST_RECEIVED; index <= LAST_RECEIVED && index + UPSTREAM < count; index++) {
    if (tokens.number(bytes, index) < 0 || tokens.number(bytes, index + SENT) < 0) continue;
    if (tokens.number(bytes, index + SECONDS) >= 0) return index;
  }
  return NOT_LOGGED;
}
