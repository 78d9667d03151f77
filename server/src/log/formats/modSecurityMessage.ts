import { BACKSLASH, QUOTE, decimal, findText, startsWith } from '../bytes';
import type { EntryFields } from '../entryFields';
import { isPath } from './messageShape';
import { severityAt } from './severity';

const NAME = Buffer.from('ModSecurity: ');
const DENIED = Buffer.from('Access denied with code ');
const REDIRECTED = Buffer.from(' using status ');
const URI = Buffer.from('[uri "');
const HOST = Buffer.from('[hostname "');
const SEVERITY = Buffer.from('[severity ');
const STATUS_LENGTH = 3;

/** Whether a message of a web server's error log is one of ModSecurity. */
export function isModSecurityMessage(bytes: Uint8Array, start: number, end: number): boolean {
  return startsWith(bytes, start, end, NAME);
}

/**
 * Notes what a message of ModSecurity says: the status with which it refused, and `[uri "/…"]` and `[hostname "…"]` among what
 * it tells of the request (https://github.com/owasp-modsecurity/ModSecurity/wiki/ModSecurity-2-Data-Formats, "Alerts").
 */
export function readModSecurityMessage(bytes: Uint8Array, start: number, end: number, fields: EntryFields): void {
  noteStatus(bytes, start, end, fields);
  // The client's own words come first, in what was matched; what ModSecurity writes itself comes last.
  const uri = findLastTag(bytes, URI, start, end);
  const uriEnd = uri < 0 ? -1 : tagEnd(bytes, uri, end);
  if (fields.targetStart < 0 && isPath(bytes, uri, uriEnd)) {
    fields.targetStart = uri;
    fields.targetEnd = uriEnd;
  }
  const host = findLastTag(bytes, HOST, start, end);
  const hostEnd = host < 0 ? -1 : tagEnd(bytes, host, end);
  if (fields.vhostStart < 0 && hostEnd > host) {
    fields.vhostStart = host;
    fields.vhostEnd = hostEnd;
  }
}

/** The severity that the rule gives, `[severity "CRITICAL"]` or `[severity "2"]`, in JSON as well; -1 when it gives none. */
export function modSecuritySeverity(bytes: Uint8Array, start: number, end: number): number {
  const severity = findText(bytes, SEVERITY, start, end);
  if (severity < 0) return -1;
  const from = skipMarks(bytes, severity + SEVERITY.length, end);
  let to = from;
  while (to < end && !isMark(bytes[to])) to++;
  return severityAt(bytes, from, to);
}

/** Whether a message tells of a request that was refused. */
export function tellsRefusal(bytes: Uint8Array, start: number, end: number): boolean {
  return findText(bytes, DENIED, start, end) >= 0;
}

function noteStatus(bytes: Uint8Array, start: number, end: number, fields: EntryFields): void {
  const denied = findText(bytes, DENIED, start, end);
  const redirected = denied < 0 ? findText(bytes, REDIRECTED, start, end) : -1;
  const at = denied < 0 ? redirected + REDIRECTED.length : denied + DENIED.length;
  if ((denied < 0 && redirected < 0) || at + STATUS_LENGTH > end) return;
  const status = decimal(bytes, at, at + STATUS_LENGTH);
  if (status < 0) return;
  fields.status = status;
  fields.statusStart = at;
}

/** Where the value of the last such tag begins; -1 when there is none. */
function findLastTag(bytes: Uint8Array, tag: Uint8Array, start: number, end: number): number {
  let last = -1;
  for (let at = findText(bytes, tag, start, end); at >= 0; at = findText(bytes, tag, at + 1, end)) {
    last = at + tag.length;
  }
  return last;
}

/** Where the value of a tag ends: at the next quote that is not escaped. */
function tagEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return Math.min(at, end);
}

function skipMarks(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && isMark(bytes[at])) at++;
  return at;
}

/** Whether a byte is a quote or the backslash before one. */
function isMark(byte: number | undefined): boolean {
  return byte === QUOTE || byte === BACKSLASH;
}
