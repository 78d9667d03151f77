import {
  LEFT_BRACKET,
  RIGHT_BRACKET,
  decimal,
  findBlank,
  findByte,
  findLastText,
  findText,
  startsWith,
} from '../bytes';
import { NOT_LOGGED, type EntryFields } from '../entryFields';
import { noteClient } from './clientAddress';
import type { LogFormat } from './logFormat';
import { CtimeReader } from './monthTime';
import { noteUser } from './notes';
import { readRequest } from './request';

const BEGINNING = Buffer.from('[pid: ');
const END_OF_HEAD = Buffer.from('] ');
const USER = Buffer.from(' (');
const END_OF_USER = Buffer.from(') {');
const GENERATED = Buffer.from(' => generated ');
const PROTOCOL = Buffer.from(' (HTTP/');
/** Length of `200`. */
const STATUS_LENGTH = 3;

/**
 * uWSGI's log of requests, `[pid: 12|app: 0|req: 1/1] 192.0.2.1 (sato) {38 vars in 696 bytes} [Mon Nov  1 10:56:55 2021] GET /a =>
 * generated 47 bytes in 129 msecs (HTTP/1.1 200) 9 headers in 378 bytes (1 switches on core 3)`
 * (https://uwsgi-docs.readthedocs.io/en/latest/LogFormat.html).
 */
export const uwsgiFormat: LogFormat = {
  id: 'uwsgi',
  weight: 6,
  timesAreLocal: true,
  createReader() {
    const times = new CtimeReader();
    return (bytes, start, end, fields) => {
      const head = startsWith(bytes, start, end, BEGINNING) ? findText(bytes, END_OF_HEAD, start, end) : NOT_LOGGED;
      const client = head + END_OF_HEAD.length;
      const userEnd = head < 0 ? NOT_LOGGED : findText(bytes, END_OF_USER, client, end);
      const time = userEnd < 0 ? NOT_LOGGED : findByte(bytes, LEFT_BRACKET, userEnd, end);
      const timeEnd = time < 0 ? NOT_LOGGED : times.read(bytes, time + 1, end, fields);
      if (timeEnd < 0 || bytes[timeEnd] !== RIGHT_BRACKET) return false;
      const clientEnd = findBlank(bytes, client, userEnd);
      noteClient(bytes, client, clientEnd, fields);
      if (startsWith(bytes, clientEnd, end, USER)) noteUser(fields, clientEnd + USER.length, userEnd);
      return readAnswer(bytes, timeEnd + 2, end, fields);
    };
  },
};

/** Reads `GET /a => generated 47 bytes in 129 msecs (HTTP/1.1 200) …`; the client chooses the path, the last answer is the server's. */
function readAnswer(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  const generated = findLastText(bytes, GENERATED, start, end);
  const protocol = generated < 0 ? NOT_LOGGED : findText(bytes, PROTOCOL, generated, end);
  if (protocol < 0) return false;
  readRequest(bytes, start, generated, fields);
  const size = generated + GENERATED.length;
  fields.size = decimal(bytes, size, findBlank(bytes, size, end));
  const status = findBlank(bytes, protocol + PROTOCOL.length, end) + 1;
  fields.status = status + STATUS_LENGTH > end ? NOT_LOGGED : decimal(bytes, status, status + STATUS_LENGTH);
  if (fields.status < 0) return false;
  fields.statusStart = status;
  return fields.targetStart >= 0;
}
