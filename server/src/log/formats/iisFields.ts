import { COLON, HYPHEN, SLASH, SPACE } from '../bytes';
import type { EntryFields } from '../entryFields';
import { isOneAddress } from './forwardedList';
import { isLetter } from './hostName';
import type { LogFormat } from './logFormat';
import { DATE_LENGTH } from './timestamp';
import { W3cReader } from './w3c';

const REQUEST = 's-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip';
const OUTCOME = 'sc-status sc-substatus sc-win32-status';
/** The fields that IIS logs by default, of version 8 and later, 7 and 6, and all that it has. */
const LAYOUTS = [
  `date time ${REQUEST} cs(user-agent) cs(referer) ${OUTCOME} time-taken`,
  `date time ${REQUEST} cs(user-agent) ${OUTCOME} time-taken`,
  `date time ${REQUEST} cs(user-agent) cs(referer) ${OUTCOME} sc-bytes cs-bytes time-taken`,
  `date time s-sitename ${REQUEST} cs(user-agent) ${OUTCOME}`,
  `date time s-sitename s-computername ${REQUEST} cs-version cs(user-agent) cs(cookie) cs(referer) cs-host ${OUTCOME} sc-bytes cs-bytes time-taken`,
].map((names) => names.split(' '));

/**
 * Logs of IIS where the lines that name the fields are gone, as in an excerpt, with the fields that it logs by default or with all
 * (https://learn.microsoft.com/windows/win32/http/w3c-logging). Times are in UTC.
 */
export const iisFieldsFormat: LogFormat = {
  id: 'iis-fields',
  weight: 5,
  createReader() {
    const readers = LAYOUTS.map((names) => {
      const reader = new W3cReader();
      reader.useFields(names);
      return reader;
    });
    return (bytes, start, end, fields) => {
      const clock = start + DATE_LENGTH + 1;
      if (bytes[start + 4] !== HYPHEN || bytes[clock - 1] !== SPACE || bytes[clock + 2] !== COLON) return false;
      return readers.some((reader) => {
        fields.clear();
        return reader.read(bytes, start, end, fields) && isRequest(bytes, fields);
      });
    };
  },
};

/** Whether client, method, path and status are what they must be, so that the values are in their places. */
function isRequest(bytes: Buffer, fields: EntryFields): boolean {
  if (fields.time < 0 || fields.status < 0 || fields.clientStart < 0 || fields.methodStart < 0) return false;
  if (!isOneAddress(bytes, fields.clientStart, fields.clientEnd) || bytes[fields.targetStart] !== SLASH) return false;
  return isLetter(bytes[fields.methodStart]);
}
