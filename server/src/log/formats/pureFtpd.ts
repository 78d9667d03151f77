import {
  AT_SIGN,
  LEFT_PARENTHESIS,
  QUESTION_MARK,
  RIGHT_BRACKET,
  SPACE,
  decimal,
  findBlank,
  findByte,
  findLastByte,
  findText,
  startsWith,
} from '../bytes';
import { EntryKind, type EntryFields } from '../entryFields';
import { noteClient } from './clientAddress';
import { FTP, FtpReply, noteFtpLogin } from './ftpCommand';
import { noteMessage, noteOutcome, noteTarget, noteUser } from './notes';

/** Between the client and the urgency. */
const CLIENT_END = Buffer.from(') [');
const REFUSED = Buffer.from('Authentication failed for user [');
const LOGGED_IN = Buffer.from(' is now logged in');
const ANONYMOUS = Buffer.from('Anonymous user logged in');
const DELETED = Buffer.from('Deleted ');
const RENAMED = Buffer.from('File successfully renamed or moved: [');
const NEW_NAME = Buffer.from(']->[');
/** Behind the path, before the size in bytes. */
const UPLOADED = Buffer.from(' uploaded  (');
const DOWNLOADED = Buffer.from(' downloaded  (');

/**
 * Reads what Pure-FTPd says to syslog, `(user@192.0.2.1) [NOTICE] /home/x//l.php uploaded  (1234 bytes, 12.34KB/sec)`; the
 * user is `?` before the log-in (https://github.com/jedisct1/pure-ftpd, messages_en.h).
 */
export function readPureFtpdMessage(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  const clientEnd = bytes[start] === LEFT_PARENTHESIS ? findText(bytes, CLIENT_END, start, end) : -1;
  const at = clientEnd < 0 ? -1 : findLastByte(bytes, AT_SIGN, start, clientEnd);
  const urgencyEnd = at < 0 ? -1 : findByte(bytes, RIGHT_BRACKET, clientEnd + CLIENT_END.length, end);
  if (urgencyEnd < 0 || bytes[urgencyEnd + 1] !== SPACE) return false;
  fields.kind = EntryKind.ftp;
  noteClient(bytes, at + 1, clientEnd, fields);
  if (at !== start + 2 || bytes[start + 1] !== QUESTION_MARK) noteUser(fields, start + 1, at);
  const text = urgencyEnd + 2;
  noteMessage(fields, text, end);
  readLogin(bytes, text, end, fields);
  if (fields.methodName === undefined) readFileAction(bytes, text, end, fields);
  return true;
}

function readLogin(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  if (startsWith(bytes, start, end, REFUSED)) {
    noteUser(fields, start + REFUSED.length, bytes[end - 1] === RIGHT_BRACKET ? end - 1 : end);
    return noteFtpLogin(fields, false);
  }
  const nameEnd = end - LOGGED_IN.length;
  if (nameEnd > start && startsWith(bytes, nameEnd, end, LOGGED_IN)) {
    noteUser(fields, start, nameEnd);
    noteFtpLogin(fields, true);
  } else if (startsWith(bytes, start, end, ANONYMOUS)) noteFtpLogin(fields, true);
}

function readFileAction(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  if (startsWith(bytes, start, end, DELETED)) {
    noteOutcome(fields, FTP.dele, FtpReply.done);
    return noteTarget(fields, start + DELETED.length, end);
  }
  if (startsWith(bytes, start, end, RENAMED)) {
    const newName = findText(bytes, NEW_NAME, start, end);
    noteOutcome(fields, FTP.rnto, FtpReply.done);
    if (newName >= 0) noteTarget(fields, newName + NEW_NAME.length, bytes[end - 1] === RIGHT_BRACKET ? end - 1 : end);
    return;
  }
  // The path may have anything in it, the words behind it can't: the last parenthesis is the server's own.
  const size = findLastByte(bytes, LEFT_PARENTHESIS, start, end) + 1;
  if (endsWith(bytes, start, size, UPLOADED)) noteTransfer(bytes, start, size, end, UPLOADED, FTP.stor, fields);
  if (endsWith(bytes, start, size, DOWNLOADED)) noteTransfer(bytes, start, size, end, DOWNLOADED, FTP.retr, fields);
}

function noteTransfer(
  bytes: Buffer,
  start: number,
  size: number,
  end: number,
  words: Buffer,
  command: Uint8Array,
  fields: EntryFields,
): void {
  noteOutcome(fields, command, FtpReply.transferred);
  noteTarget(fields, start, size - words.length);
  fields.size = decimal(bytes, size, findBlank(bytes, size, end));
}

function endsWith(bytes: Buffer, start: number, end: number, text: Buffer): boolean {
  return end - text.length > start && startsWith(bytes, end - text.length, end, text);
}
