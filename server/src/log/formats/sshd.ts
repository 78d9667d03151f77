import {
  COLON,
  LEFT_PARENTHESIS,
  QUOTE,
  RIGHT_PARENTHESIS,
  SPACE,
  decimal,
  findBlank,
  findByte,
  findLastByte,
  findLastText,
  findText,
  startsWith,
} from '../bytes';
import { EntryKind, type EntryFields } from '../entryFields';
import { noteClient } from './clientAddress';
import { isOneAddress } from './forwardedList';
import { FTP, FtpReply, noteFtpLogin } from './ftpCommand';
import { noteMessage, noteOutcome, noteTarget, noteUser } from './notes';
import { notePamRefusal } from './pamMessage';

/** Severities that may stand before a message. */
const SEVERITIES = ['error: ', 'fatal: '].map((text) => Buffer.from(text));
const ACCEPTED = Buffer.from('Accepted ');
/** Refusals of what somebody typed; keys are tried one after the other by honest programs too. */
const REFUSED = ['Failed password', 'Failed keyboard-interactive'].map((text) => Buffer.from(text));
const FOR = Buffer.from(' for ');
const UNKNOWN_USER = ['invalid user ', 'illegal user '].map((text) => Buffer.from(text));
const FROM = Buffer.from(' from ');
/** What stands right before the client's address, and before anything that the client sent. */
const BEFORE_ADDRESS = [
  'Received disconnect from ',
  'Connection from ',
  'banner exchange: Connection from ',
  'ssh_dispatch_run_fatal: Connection from ',
  'Unable to negotiate with ',
  'Timeout before authentication for connection from ',
  'Timeout before authentication for ',
].map((text) => Buffer.from(text));
/** Beginnings of messages that name the client behind the last "from", maybe by its host's name. */
const FROM_CLIENT = ['User ', 'PAM: '].map((text) => Buffer.from(text));
/** Beginnings of messages whose last address is the client's; behind it stands nothing that the client sent. */
const ADDRESS_LAST = [
  'Failed ',
  'Invalid user ',
  'Illegal user ',
  'Connection closed by ',
  'Connection reset by ',
  'Disconnected from ',
  'Did not receive identification string from ',
  'Bad protocol version identification ',
  'Magic value check failed ',
  'maximum authentication attempts exceeded ',
  'refused connect from ',
  'ROOT LOGIN REFUSED FROM ',
].map((text) => Buffer.from(text));
const WRITTEN = Buffer.from(' written ');
const CLOSE = Buffer.from('close "');
const RENAME = Buffer.from('rename old "');
const NEW = Buffer.from('" new "');

/** What SFTP's server does with a file, and the command of FTP that is. */
const DEEDS = [
  { words: 'remove name "', command: FTP.dele, reply: FtpReply.done },
  { words: 'mkdir name "', command: FTP.mkd, reply: FtpReply.created },
  { words: 'rmdir name "', command: FTP.rmd, reply: FtpReply.done },
].map((deed) => ({ ...deed, words: Buffer.from(deed.words) }));

/**
 * Reads what OpenSSH's server says in `auth.log` or `secure`, `Accepted password for sato from 192.0.2.1 port 4711 ssh2`
 * (https://man.openbsd.org/sshd; auth.c, packet.c of https://github.com/openssh/openssh-portable). Log-ins are those of FTP: what
 * owners of rented servers do by SSH is moving files.
 */
export function readSshdMessage(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  fields.kind = EntryKind.ftp;
  noteMessage(fields, start, end);
  if (notePamRefusal(bytes, start, end, fields)) return true;
  const severity = SEVERITIES.find((words) => startsWith(bytes, start, end, words));
  const text = start + (severity?.length ?? 0);
  const isAccepted = startsWith(bytes, text, end, ACCEPTED);
  if (isAccepted || REFUSED.some((words) => startsWith(bytes, text, end, words))) {
    readLogin(bytes, text, end, fields);
    noteFtpLogin(fields, isAccepted);
    return true;
  }
  noteOther(bytes, text, end, fields);
  return true;
}

/** Notes the client of a message that is about no password. */
function noteOther(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  const before = BEFORE_ADDRESS.find((words) => startsWith(bytes, start, end, words));
  if (before !== undefined) {
    const client = start + before.length;
    noteAddress(bytes, client, findBlank(bytes, client, end), fields);
  } else if (FROM_CLIENT.some((words) => startsWith(bytes, start, end, words))) {
    const client = findLastText(bytes, FROM, start, end) + FROM.length;
    if (client >= FROM.length) noteClient(bytes, client, findBlank(bytes, client, end), fields);
  } else if (ADDRESS_LAST.some((words) => startsWith(bytes, start, end, words))) {
    noteLastAddress(bytes, start, end, fields);
  }
}

/** Reads what SFTP's server does with files, `close "/l.php" bytes read 0 written 1234` (sftp-server.c of OpenSSH). */
export function readSftpMessage(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  fields.kind = EntryKind.ftp;
  noteMessage(fields, start, end);
  const written = startsWith(bytes, start, end, CLOSE) ? findLastText(bytes, WRITTEN, start, end) : -1;
  const size = written < 0 ? 0 : decimal(bytes, written + WRITTEN.length, end);
  if (size > 0) {
    noteFile(bytes, start + CLOSE.length, written, fields);
    noteOutcome(fields, FTP.stor, FtpReply.transferred);
    fields.size = size;
  }
  const renamed = startsWith(bytes, start, end, RENAME) ? findText(bytes, NEW, start, end) : -1;
  if (renamed >= 0) {
    noteFile(bytes, renamed + NEW.length, end, fields);
    noteOutcome(fields, FTP.rnto, FtpReply.done);
  }
  const deed = DEEDS.find(({ words }) => startsWith(bytes, start, end, words));
  if (deed === undefined) return true;
  noteFile(bytes, start + deed.words.length, end, fields);
  noteOutcome(fields, deed.command, deed.reply);
  return true;
}

/** `Failed password for invalid user x from 192.0.2.1 port 4711 ssh2`; the client chooses the name, the last `from` is the server's. */
function readLogin(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  const name = findText(bytes, FOR, start, end);
  const from = findLastText(bytes, FROM, start, end);
  if (name < 0 || from < name) return;
  const user = name + FOR.length;
  const unknown = UNKNOWN_USER.find((words) => startsWith(bytes, user, end, words));
  noteUser(fields, user + (unknown?.length ?? 0), from);
  const client = from + FROM.length;
  noteClient(bytes, client, findBlank(bytes, client, end), fields);
}

function noteLastAddress(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  for (let wordEnd = end; wordEnd > start;) {
    const blank = findLastByte(bytes, SPACE, start, wordEnd);
    if (noteAddress(bytes, blank < 0 ? start : blank + 1, wordEnd, fields)) return;
    wordEnd = blank;
  }
}

/** Notes the address that fills `[start, end)`, maybe in parentheses or with a colon behind it; false when it is none. */
function noteAddress(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  const isEnclosed = bytes[start] === LEFT_PARENTHESIS && bytes[end - 1] === RIGHT_PARENTHESIS;
  const from = isEnclosed ? start + 1 : start;
  const to = isEnclosed || bytes[end - 1] === COLON ? end - 1 : end;
  if (!isOneAddress(bytes, from, to)) return false;
  noteClient(bytes, from, to, fields);
  return true;
}

function noteFile(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  noteTarget(fields, start, findByte(bytes, QUOTE, start, end));
}
