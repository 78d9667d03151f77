import { SPACE, decimal, findByte, startsWith, QUOTE, findBlank, skipBlanks } from '../bytes';
import { createAccessReader } from './accessLine';
import { closingQuote } from './fieldText';
import { readClient } from './client';
import { noteClient } from './clientAddress';
import type { LogFormat } from './logFormat';
import { readRequest } from './request';
import { CLF_DAY_LENGTH } from './timestamp';

const INFO = Buffer.from('INFO: ');
const HYPHEN = Buffer.from('- "');

/**
 * Python's http.server and Werkzeug, which serves Flask: the common format with a time of their own,
 * `192.0.2.1 - - [01/Nov/2021 10:56:55] "GET / HTTP/1.1" 200 -` (https://docs.python.org/3/library/http.server.html).
 */
export const pythonHttpFormat: LogFormat = {
  id: 'python-http',
  weight: 2,
  timesAreLocal: true,
  createReader() {
    const readAccess = createAccessReader(readClient);
    return (bytes, start, end, fields) =>
      readAccess(bytes, start, end, fields) >= 0 && bytes[fields.timeStart + CLF_DAY_LENGTH] === SPACE;
  },
};

/** Uvicorn's access log, `INFO:     192.0.2.1:4711 - "GET / HTTP/1.1" 200 OK`, which has no time (https://www.uvicorn.org/settings/). */
export const uvicornFormat: LogFormat = {
  id: 'uvicorn',
  weight: 6,
  createReader: () => (bytes, start, end, fields) => {
    if (!startsWith(bytes, start, end, INFO)) return false;
    const client = skipBlanks(bytes, start + INFO.length, end);
    const clientEnd = findBlank(bytes, client, end);
    const quote = skipBlanks(bytes, clientEnd, end) + HYPHEN.length - 1;
    if (!startsWith(bytes, quote - HYPHEN.length + 1, end, HYPHEN)) return false;
    const close = closingQuote(bytes, quote + 1, end);
    const statusStart = skipBlanks(bytes, close + 1, end);
    const statusEnd = findBlank(bytes, statusStart, end);
    const status = statusEnd - statusStart === 3 ? decimal(bytes, statusStart, statusEnd) : -1;
    if (status < 0 || findByte(bytes, QUOTE, close + 1, end) >= 0) return false;
    noteClient(bytes, client, clientEnd, fields);
    readRequest(bytes, quote + 1, close, fields);
    fields.status = status;
    fields.statusStart = statusStart;
    return fields.clientStart >= 0 && fields.targetStart >= 0;
  },
};
