import { LEFT_BRACKET, decimal, isDigit, startsWith } from '../bytes';
import { NOT_LOGGED, type EntryFields } from '../entryFields';
import { noteClient } from './clientAddress';
import type { LogFormat } from './logFormat';
import { noteTarget } from './notes';
import { TimestampReader } from './timestamp';
import { Tokens } from './tokens';

const VALUES = 16;
/** Between the time and the client stand six values, and of a proxied host two more before them. */
const FIRST_CLIENT = 7;
const LAST_CLIENT = 9;
const CLIENT = Buffer.from('Client ');
const LENGTH = Buffer.from('Length ');
/** Places before the client. */
const TARGET = 1;
const HOST = 2;
const METHOD = 4;
const STATUS = 6;

/**
 * Nginx Proxy Manager, `[time] - 200 200 - GET https example.jp "/path" [Client 192.0.2.1] [Length 1234] [Gzip -] [Sent-to x] "agent"
 * "referrer"`; without the cache and upstream statuses and `[Sent-to …]` for hosts that it answers itself
 * (https://github.com/NginxProxyManager/nginx-proxy-manager, log-proxy.conf).
 */
export const nginxProxyManagerFormat: LogFormat = {
  id: 'nginx-proxy-manager',
  weight: 6,
  createReader() {
    const times = new TimestampReader();
    const tokens = new Tokens(VALUES);
    return (bytes, start, end, fields) => {
      if (bytes[start] !== LEFT_BRACKET || !isDigit(bytes[start + 1])) return false;
      const count = tokens.split(bytes, start, end);
      const client = findClient(bytes, tokens, count);
      if (client < 0 || !tokens.noteStatus(bytes, client - STATUS, fields)) return false;
      if (!times.read(bytes, tokens.start(0), tokens.end(0), fields)) return false;
      noteClient(bytes, tokens.start(client) + CLIENT.length, tokens.end(client), fields);
      fields.methodStart = tokens.start(client - METHOD);
      fields.methodEnd = tokens.end(client - METHOD);
      fields.vhostStart = tokens.start(client - HOST);
      fields.vhostEnd = tokens.end(client - HOST);
      noteTarget(fields, tokens.start(client - TARGET), tokens.end(client - TARGET));
      noteSize(bytes, tokens, client + 1, fields);
      tokens.noteAgent(bytes, count - 2, fields);
      if (tokens.isLogged(bytes, count - 1)) {
        fields.referrerStart = tokens.start(count - 1);
        fields.referrerEnd = tokens.end(count - 1);
      }
      return fields.targetStart >= 0;
    };
  },
};

/** Which value names the client; -1 when none does. */
function findClient(bytes: Buffer, tokens: Tokens, count: number): number {
  for (let index = FIRST_CLIENT; index <= LAST_CLIENT && index + 3 < count; index++) {
    if (startsWith(bytes, tokens.start(index), tokens.end(index), CLIENT)) return index;
  }
  return NOT_LOGGED;
}

function noteSize(bytes: Buffer, tokens: Tokens, index: number, fields: EntryFields): void {
  const start = tokens.start(index);
  if (!startsWith(bytes, start, tokens.end(index), LENGTH)) return;
  fields.size = decimal(bytes, start + LENGTH.length, tokens.end(index));
}
