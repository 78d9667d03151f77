import { TAB, findByte } from '../bytes';
import { isOneAddress } from './forwardedList';
import type { LogFormat } from './logFormat';
import { HASH, W3cReader } from './w3c';

/** The fields of a standard log in their order. */
const STANDARD =
  'date time x-edge-location sc-bytes c-ip cs-method cs(host) cs-uri-stem sc-status cs(referer) cs(user-agent) cs-uri-query ' +
  'cs(cookie) x-edge-result-type x-edge-request-id x-host-header cs-protocol cs-bytes time-taken x-forwarded-for ssl-protocol ' +
  'ssl-cipher x-edge-response-result-type cs-protocol-version fle-status fle-encrypted-fields c-port time-to-first-byte ' +
  'x-edge-detailed-result-type sc-content-type sc-content-len sc-range-start sc-range-end';
/** The fields of a real-time log with all that can be chosen, as far as they are read; others follow. */
const REAL_TIME =
  'timestamp c-ip time-to-first-byte sc-status sc-bytes cs-method cs-protocol cs-host cs-uri-stem cs-bytes x-edge-location ' +
  'x-edge-request-id x-host-header time-taken cs-protocol-version c-ip-version cs-user-agent cs-referer cs-cookie cs-uri-query ' +
  'x-edge-response-result-type x-forwarded-for';

/**
 * CloudFront's standard logs where the lines that name the fields are gone, as in logs that were joined
 * (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html).
 */
export const cloudFrontFormat = createFormat('cloudfront', STANDARD, false);

/**
 * CloudFront's real-time logs with all fields
 * (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/real-time-logs.html).
 */
export const cloudFrontRealTimeFormat = createFormat('cloudfront-real-time', REAL_TIME, true);

function createFormat(id: string, names: string, hasMore: boolean): LogFormat {
  const fieldNames = names.split(' ');
  return {
    id,
    weight: 6,
    createReader() {
      const reader = new W3cReader();
      reader.useFields(fieldNames);
      return (bytes, start, end, fields) => {
        if (bytes[start] === HASH || findByte(bytes, TAB, start, end) < 0) return false;
        const lineEnd = hasMore ? endOfValues(bytes, start, end, fieldNames.length) : end;
        if (!reader.read(bytes, start, lineEnd, fields)) return false;
        if (fields.time < 0 || fields.clientStart < 0 || fields.methodStart < 0) return false;
        return isOneAddress(bytes, fields.clientStart, fields.clientEnd);
      };
    },
  };
}

/** Where so many values end that tabs separate. */
function endOfValues(bytes: Buffer, start: number, end: number, values: number): number {
  let at = start - 1;
  for (let value = 0; value < values && at < end; value++) {
    const tab = findByte(bytes, TAB, at + 1, end);
    at = tab < 0 ? end : tab;
  }
  return at;
}
