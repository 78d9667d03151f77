import {
  COLON,
  HYPHEN,
  LEFT_BRACKET,
  LEFT_PARENTHESIS,
  RIGHT_BRACKET,
  RIGHT_PARENTHESIS,
  findByte,
  findText,
  skipBlanks,
  startsWith,
} from '../bytes';
import { EntryKind, type EntryFields } from '../entryFields';
import { noteClient } from './clientAddress';
import { noteFtpLogin } from './ftpCommand';
import { noteMessage, noteUser } from './notes';
import { notePamRefusal } from './pamMessage';

const USER = Buffer.from('USER ');
const ANONYMOUS = Buffer.from('ANON ');
const SUCCESSFUL = Buffer.from(': Login successful.');
/** What stands behind the user's name where the log-in was refused. */
const REFUSALS = [' (Login failed)', ': no such user found', ': Login attempt', ': User in '].map((text) =>
  Buffer.from(text),
);
const ROOT_LOGIN = Buffer.from('SECURITY VIOLATION');

/**
 * Reads what ProFTPD says to syslog or its SystemLog, `host (client[192.0.2.1]): USER x: Login successful.`, with a colon or
 * ` -` behind the client (http://www.proftpd.org/docs/howto/Logging.html). Files are in its other logs.
 */
export function readProftpdMessage(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  fields.kind = EntryKind.ftp;
  // What the client sends comes behind the first parenthesis; messages about the server itself have no client.
  const parenthesis = findByte(bytes, LEFT_PARENTHESIS, start, end);
  const bracket = parenthesis < 0 ? -1 : findByte(bytes, LEFT_BRACKET, parenthesis, end);
  const bracketEnd = bracket < 0 ? -1 : findByte(bytes, RIGHT_BRACKET, bracket, end);
  if (bracketEnd < 0 || bytes[bracketEnd + 1] !== RIGHT_PARENTHESIS) {
    noteMessage(fields, start, end);
    notePamRefusal(bytes, start, end, fields);
    return true;
  }
  noteClient(bytes, bracket + 1, bracketEnd, fields);
  const text = skipSeparator(bytes, bracketEnd + 2, end);
  noteMessage(fields, text, end);
  readLogin(bytes, text, end, fields);
  return true;
}

/** Skips `: ` or ` - `. */
function skipSeparator(bytes: Buffer, start: number, end: number): number {
  const at = skipBlanks(bytes, start, end);
  return bytes[at] === COLON || bytes[at] === HYPHEN ? skipBlanks(bytes, at + 1, end) : at;
}

function readLogin(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  if (startsWith(bytes, start, end, ROOT_LOGIN)) return noteFtpLogin(fields, false);
  const name = start + USER.length;
  if (!startsWith(bytes, start, end, USER) && !startsWith(bytes, start, end, ANONYMOUS)) return;
  // The client chooses the name, which may itself say that it was successful: the server's words end the line.
  const nameEnd = end - SUCCESSFUL.length;
  if (nameEnd > name && startsWith(bytes, nameEnd, end, SUCCESSFUL)) {
    noteUser(fields, name, nameEnd);
    return noteFtpLogin(fields, true);
  }
  const refusal = REFUSALS.map((text) => findText(bytes, text, name, end)).find((at) => at > name);
  if (refusal === undefined) return;
  noteUser(fields, name, refusal);
  noteFtpLogin(fields, false);
}
