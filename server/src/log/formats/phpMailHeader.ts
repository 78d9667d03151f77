import { COLON, SLASH, SPACE, decimal, findBlank, findByte, findText, isBlank, skipBlanks } from '../bytes';
import { EntryKind, type EntryFields } from '../entryFields';
import { noteClient } from './clientAddress';
import type { LogFormat } from './logFormat';
import { MAIL } from './mail';
import { noteMessage, noteTarget, noteUser } from './notes';

const X_PHP = Buffer.from('X-PHP-');
const SCRIPT = Buffer.from('X-PHP-Script: ');
const ORIGINATING_SCRIPT = Buffer.from('X-PHP-Originating-Script: ');
const FOR = Buffer.from(' for ');
/** What may stand before the header: the name of a queue file that was searched, a length. */
const LONGEST_BEGINNING = 512;
/** Longest name of a header field, generously. */
const LONGEST_NAME = 80;

/**
 * Headers of mails that PHP sent, as hosts quote them or find them in the queue: `X-PHP-Script: example.jp/tw/mail.php for
 * 192.0.2.1` (mail.add_x_header of CloudLinux and cPanel) and `X-PHP-Originating-Script: 1001:mail.php`
 * (https://www.php.net/manual/mail.configuration.php#ini.mail.add-x-header). Other headers may stand between them.
 */
export const phpMailHeaderFormat: LogFormat = {
  id: 'php-mail-headers',
  weight: 6,
  isDirective: isHeaderLine,
  createReader: () => (bytes, start, end, fields) => {
    const header = findText(bytes, X_PHP, start, Math.min(end, start + LONGEST_BEGINNING));
    if (header < 0 || !isBeginning(bytes, start, header) || !notePhpScript(bytes, header, end, fields)) return false;
    fields.kind = EntryKind.mail;
    fields.methodName = MAIL;
    noteMessage(fields, header, end);
    return true;
  },
};

/** Notes the script that a header from `start` on names, and for whom it ran; false when there is no such header. */
export function notePhpScript(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  const script = findText(bytes, SCRIPT, start, end);
  if (script >= 0) return noteScriptAndClient(bytes, script + SCRIPT.length, end, fields);
  const originating = findText(bytes, ORIGINATING_SCRIPT, start, end);
  return originating >= 0 && noteScriptOfUser(bytes, originating + ORIGINATING_SCRIPT.length, end, fields);
}

/** `example.jp/tw/mail.php for 192.0.2.1, 198.51.100.2` */
function noteScriptAndClient(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  const words = findText(bytes, FOR, start, end);
  const scriptEnd = words < 0 ? findBlank(bytes, start, end) : words;
  const path = findByte(bytes, SLASH, start, scriptEnd);
  if (path < 0) return false;
  if (path > start) {
    fields.vhostStart = start;
    fields.vhostEnd = path;
  }
  noteTarget(fields, path, scriptEnd);
  if (words >= 0) noteClient(bytes, words + FOR.length, end, fields);
  return true;
}

/** `1001:mail.php`, a blank behind the colon or not */
function noteScriptOfUser(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  const colon = findByte(bytes, COLON, start, end);
  if (colon < 0 || decimal(bytes, start, colon) < 0) return false;
  noteUser(fields, start, colon);
  const script = skipBlanks(bytes, colon + 1, end);
  noteTarget(fields, script, findBlank(bytes, script, end));
  return fields.targetStart >= 0;
}

/** Whether nothing but a file name with a colon or a length stands before the header. */
function isBeginning(bytes: Buffer, start: number, header: number): boolean {
  return header === start || bytes[header - 1] === COLON || bytes[header - 1] === SPACE;
}

/** Whether a line is a header field of a mail or goes on with one (RFC 5322 section 2.2). */
function isHeaderLine(bytes: Buffer, start: number, end: number): boolean {
  if (isBlank(bytes[start])) return true;
  const colon = findByte(bytes, COLON, start, Math.min(end, start + LONGEST_NAME));
  return colon > start && findByte(bytes, SPACE, start, colon) < 0 && (colon + 1 === end || isBlank(bytes[colon + 1]));
}
