import {
  COLON,
  COMMA,
  LEFT_BRACKET,
  QUOTE,
  RIGHT_BRACKET,
  SPACE,
  decimal,
  equals,
  findBlank,
  findByte,
  findLastByte,
  findLastText,
  findText,
  skipBlanks,
  startsWith,
} from '../bytes';
import { EntryKind, type EntryFields } from '../entryFields';
import { noteClient } from './clientAddress';
import { FTP, FtpReply, noteFtpCommand, noteFtpLogin } from './ftpCommand';
import type { LogFormat } from './logFormat';
import { CtimeReader } from './monthTime';
import { noteMessage, noteOutcome, noteTarget, noteUser } from './notes';
import { notePamRefusal } from './pamMessage';

const PROCESS = Buffer.from('[pid ');
const CLIENT = Buffer.from(': Client "');
const OK = Buffer.from('OK ');
const FAIL = Buffer.from('FAIL ');
const LOGIN = Buffer.from('LOGIN');
const REFUSAL = Buffer.from('] FAIL LOGIN: Client "');
const COMMAND = Buffer.from('FTP command');
const RESPONSE = Buffer.from('FTP response');
/** Between the old and the new path of a renaming. */
const NEXT_PATH = Buffer.from(' /');
/** Length of the reply code in an answer. */
const REPLY_LENGTH = 3;

/** What vsftpd calls a command, and the reply that its "OK" stands for. */
const ACTIONS = [
  { word: 'UPLOAD', command: FTP.stor, reply: FtpReply.transferred },
  { word: 'DOWNLOAD', command: FTP.retr, reply: FtpReply.transferred },
  { word: 'DELETE', command: FTP.dele, reply: FtpReply.done },
  { word: 'RENAME', command: FTP.rnto, reply: FtpReply.done },
  { word: 'MKDIR', command: FTP.mkd, reply: FtpReply.created },
  { word: 'RMDIR', command: FTP.rmd, reply: FtpReply.done },
  { word: 'CHMOD', command: FTP.site, reply: FtpReply.ok },
].map((action) => ({ ...action, word: Buffer.from(action.word) }));

/**
 * vsftpd's own log, `Mon Nov  1 10:56:55 2021 [pid 12] [user] OK UPLOAD: Client "192.0.2.1", "/l.php", 123 bytes, …`
 * (vsftpd.conf(5): `xferlog_std_format=NO`, `log_ftp_protocol`).
 */
export const vsftpdFormat: LogFormat = {
  id: 'vsftpd',
  weight: 6,
  timesAreLocal: true,
  createReader() {
    const times = new CtimeReader();
    return (bytes, start, end, fields) => {
      if (bytes[start + 3] !== SPACE || bytes[start + 7] !== SPACE) return false;
      const timeEnd = times.read(bytes, start, end, fields);
      if (timeEnd < 0) return false;
      const pid = skipBlanks(bytes, timeEnd, end);
      const pidEnd = startsWith(bytes, pid, end, PROCESS) ? findByte(bytes, RIGHT_BRACKET, pid, end) : -1;
      return pidEnd >= 0 && readVsftpdMessage(bytes, skipBlanks(bytes, pidEnd + 1, end), end, fields);
    };
  },
};

/** Reads what vsftpd says behind the time and the process, in its own log or to syslog. */
export function readVsftpdMessage(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  const userEnd = bytes[start] === LEFT_BRACKET ? findUserEnd(bytes, start, end) : -1;
  const action = userEnd < 0 ? start : skipBlanks(bytes, userEnd + 1, end);
  const actionEnd = findByte(bytes, COLON, action, end);
  if (actionEnd < 0 || !startsWith(bytes, actionEnd, end, CLIENT)) return false;
  const client = actionEnd + CLIENT.length;
  const clientEnd = findByte(bytes, QUOTE, client, end);
  if (clientEnd < 0) return false;
  fields.kind = EntryKind.ftp;
  noteClient(bytes, client, clientEnd, fields);
  if (userEnd > 0) noteUser(fields, start + 1, userEnd);
  noteMessage(fields, action, end);
  readAction(bytes, action, actionEnd, clientEnd + 1, end, fields);
  return true;
}

/** Reads what comes through syslog under vsftpd's name: its own words, or those of PAM, which refused a log-in. */
export function readVsftpdSyslog(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  if (readVsftpdMessage(bytes, start, end, fields)) return true;
  fields.kind = EntryKind.ftp;
  noteMessage(fields, start, end);
  if (notePamRefusal(bytes, start, end, fields)) noteFtpLogin(fields, false);
  return true;
}

/**
 * The bracket that closes the user's name. Whoever fails to log in chooses a name, which may imitate the rest of a line: the
 * refusal at the end is the server's own.
 */
function findUserEnd(bytes: Buffer, start: number, end: number): number {
  const refusal = findLastText(bytes, REFUSAL, start, end);
  return refusal < 0 ? findByte(bytes, RIGHT_BRACKET, start, end) : refusal;
}

function readAction(
  bytes: Buffer,
  start: number,
  end: number,
  rest: number,
  lineEnd: number,
  fields: EntryFields,
): void {
  const isOk = startsWith(bytes, start, end, OK);
  if (!isOk && !startsWith(bytes, start, end, FAIL)) return readProtocol(bytes, start, end, rest, lineEnd, fields);
  const word = findBlank(bytes, start, end) + 1;
  fields.methodStart = start;
  fields.methodEnd = end;
  if (equals(bytes, word, end, LOGIN)) return noteFtpLogin(fields, isOk);
  const action = ACTIONS.find((each) => equals(bytes, word, end, each.word));
  if (action === undefined) return;
  noteOutcome(fields, action.command, isOk ? action.reply : FtpReply.failed);
  const path = findByte(bytes, QUOTE, rest, lineEnd) + 1;
  const pathEnd = path > 0 ? findPathEnd(bytes, path, lineEnd) : -1;
  if (pathEnd < 0) return;
  noteTarget(fields, action.command === FTP.rnto ? findNewPath(bytes, path, pathEnd) : path, pathEnd);
  if (action.command === FTP.site) fields.targetEnd = Math.max(path, findLastByte(bytes, SPACE, path, pathEnd));
  fields.size = decimal(bytes, pathEnd + 3, findBlank(bytes, pathEnd + 3, lineEnd));
}

/** The quote that closes the path: the last one of the line, as a path may have some. */
function findPathEnd(bytes: Buffer, path: number, end: number): number {
  const quote = findLastByte(bytes, QUOTE, path, end);
  return quote + 1 === end || bytes[quote + 1] === COMMA ? quote : -1;
}

/** Where the new path of a renaming begins, behind the old one. */
function findNewPath(bytes: Buffer, path: number, pathEnd: number): number {
  const next = findText(bytes, NEXT_PATH, path, pathEnd);
  return next < 0 ? path : next + 1;
}

/** Commands and replies word for word, which are logged beside what became of them. */
function readProtocol(
  bytes: Buffer,
  start: number,
  end: number,
  rest: number,
  lineEnd: number,
  fields: EntryFields,
): void {
  const text = findByte(bytes, QUOTE, rest, lineEnd) + 1;
  const textEnd = findLastByte(bytes, QUOTE, text, lineEnd);
  if (text === 0 || textEnd < 0) return;
  if (equals(bytes, start, end, COMMAND)) noteFtpCommand(bytes, text, textEnd, fields);
  if (!equals(bytes, start, end, RESPONSE)) return;
  fields.status = decimal(bytes, text, Math.min(textEnd, text + REPLY_LENGTH));
  if (fields.status >= 0) fields.statusStart = text;
}
