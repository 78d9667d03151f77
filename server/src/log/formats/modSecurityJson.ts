import { startsWith } from '../bytes';
import { EntryKind, type EntryFields } from '../entryFields';
import { isAbsent } from './fieldText';
import { namesZone } from './anyTime';
import { createNames } from './fieldNames';
import { JsonScanner } from './jsonScanner';
import type { LogFormat } from './logFormat';
import { modSecuritySeverity } from './modSecurityMessage';
import { severityAt } from './severity';

const BEGINNING = Buffer.from('{"transaction":{');

/**
 * The names of versions 3 and 2, each in its place: clients name their headers as they like, and what they send stands in the
 * line as well.
 */
const NAMES = createNames(
  {
    client: 'transaction.clientip transaction.remoteaddress',
    time: 'transaction.timestamp transaction.time',
    method: 'transaction.request.method',
    target: 'transaction.request.uri',
    request: 'request.requestline',
    status: 'transaction.response.httpcode response.status',
    vhost: 'transaction.request.headers.host request.headers.host',
    referrer: 'transaction.request.headers.referer request.headers.referer',
    agent: 'transaction.request.headers.useragent request.headers.useragent',
    message: 'transaction.messages.message auditdata.messages',
    level: 'transaction.messages.details.severity',
  },
  '',
);

/**
 * The audit log of ModSecurity as JSON, one request a line, with times that name no zone, as version 3 writes them
 * (`Transaction::toJSON` in https://github.com/owasp-modsecurity/ModSecurity/blob/v3/master/src/transaction.cc).
 */
export const modSecurityJsonFormat: LogFormat = createFormat('modsecurity-json', false);

/** The same with times that name their zone, as version 2 writes them (`SecAuditLogFormat JSON`). */
export const modSecurityJsonZonedFormat: LogFormat = createFormat('modsecurity-json-zoned', true);

function createFormat(id: string, isZoned: boolean): LogFormat {
  return {
    id,
    weight: 7,
    ...(!isZoned && { timesAreLocal: true }),
    createReader() {
      const scanner = new JsonScanner(NAMES);
      return (bytes, start, end, fields) => {
        if (!startsWith(bytes, start, end, BEGINNING) || !scanner.scan(bytes, start, end)) return false;
        const { values } = scanner;
        const time = values.placeOf('time');
        if (time.start < 0 || namesZone(bytes, time.start, time.end) !== isZoned) return false;
        values.apply(bytes, fields, scanner.hasEscapes, false);
        fields.kind = EntryKind.error;
        noteMessage(bytes, scanner, fields);
        return fields.time >= 0 || fields.clientStart >= 0;
      };
    },
  };
}

function noteMessage(bytes: Buffer, { values }: JsonScanner, fields: EntryFields): void {
  // Where the request was not read to its end, the status is none.
  if (fields.status === 0) fields.status = -1;
  const level = values.placeOf('level');
  if (level.start >= 0) fields.level = severityAt(bytes, level.start, level.end);
  const message = values.placeOf('message');
  if (message.start < 0 || isAbsent(bytes, message.start, message.end)) return;
  fields.messageStart = message.start;
  fields.messageEnd = message.end;
  if (fields.level < 0) fields.level = modSecuritySeverity(bytes, message.start, message.end);
}
