import { COLON, LEFT_BRACKET, RIGHT_BRACKET, SLASH, SPACE, decimal, findBlank, isDigit, startsWith } from '../bytes';
import { EntryFields, NOT_LOGGED } from '../entryFields';
import { noteClient } from './clientAddress';
import type { LogFormat } from './logFormat';
import { CtimeReader } from './monthTime';
import { noteTarget } from './notes';
import { readRequest } from './request';

/** What is said of connections beside the requests. */
const OTHERS = ['Accepted', 'Closing', 'Closed without sending a request'].map((text) => Buffer.from(text));
/** Length of `[200]: `. */
const STATUS_PART = 7;
const REASON = Buffer.from(' - ');

/**
 * The server that PHP itself has, `[Mon Nov  1 10:56:55 2021] 192.0.2.1:4711 [200]: GET /a`
 * (https://www.php.net/manual/en/features.commandline.webserver.php); before PHP 7.4 without the method.
 */
export const phpServerFormat: LogFormat = {
  id: 'php-server',
  weight: 6,
  timesAreLocal: true,
  isDirective: createOtherTest(),
  createReader() {
    const times = new CtimeReader();
    return (bytes, start, end, fields) => {
      const client = readTime(times, bytes, start, end, fields);
      const clientEnd = client < 0 ? NOT_LOGGED : findBlank(bytes, client, end);
      return clientEnd > client && readOutcome(bytes, client, clientEnd, end, fields);
    };
  },
};

/** Reads `[Mon Nov  1 10:56:55 2021] ` and gives where the client begins; `NOT_LOGGED` when something else stands there. */
function readTime(times: CtimeReader, bytes: Buffer, start: number, end: number, fields: EntryFields): number {
  const timeEnd = bytes[start] === LEFT_BRACKET ? times.read(bytes, start + 1, end, fields) : NOT_LOGGED;
  return timeEnd >= 0 && bytes[timeEnd] === RIGHT_BRACKET && bytes[timeEnd + 1] === SPACE ? timeEnd + 2 : NOT_LOGGED;
}

function readOutcome(bytes: Buffer, client: number, clientEnd: number, end: number, fields: EntryFields): boolean {
  const status = clientEnd + 2;
  const request = clientEnd + 1 + STATUS_PART;
  if (request >= end || bytes[status - 1] !== LEFT_BRACKET || bytes[request - 2] !== COLON) return false;
  fields.status = isDigit(bytes[status]) ? decimal(bytes, status, status + 3) : NOT_LOGGED;
  if (fields.status < 0 || bytes[status + 3] !== RIGHT_BRACKET) return false;
  fields.statusStart = status;
  noteClient(bytes, client, clientEnd, fields);
  const reason = bytes.subarray(request, end).indexOf(REASON);
  const targetEnd = reason < 0 ? end : request + reason;
  if (bytes[request] === SLASH) noteTarget(fields, request, targetEnd);
  else readRequest(bytes, request, targetEnd, fields);
  return fields.targetStart >= 0 && fields.clientStart >= 0;
}

/** Whether a line tells that a connection began or ended. */
function createOtherTest(): (bytes: Buffer, start: number, end: number) => boolean {
  const times = new CtimeReader();
  const fields = new EntryFields();
  return (bytes, start, end) => {
    const client = readTime(times, bytes, start, end, fields);
    const word = client < 0 ? end : findBlank(bytes, client, end) + 1;
    return OTHERS.some((text) => word + text.length === end && startsWith(bytes, word, end, text));
  };
}
