import {
  COMMA,
  GREATER_THAN,
  LEFT_PARENTHESIS,
  RIGHT_PARENTHESIS,
  findByte,
  findLastByte,
  findLastText,
  findText,
  startsWith,
} from '../bytes';
import { EntryKind, type EntryFields } from '../entryFields';
import { noteClient } from './clientAddress';
import { isOneAddress } from './forwardedList';
import { behind, noteBracketedClient, noteMailLogin } from './mail';
import { noteMessage, noteUser } from './notes';
import { notePamRefusal } from './pamMessage';

const USER = Buffer.from('user=<');
const REMOTE = Buffer.from('rip=');
const LOGIN = Buffer.from('Login: ');
const INFO = Buffer.from('Info: ');
const FAILED = Buffer.from('(auth failed');
/** How the names of the processes end that take log-ins: `imap-login: `. */
const LOGIN_PROCESS = Buffer.from('-login: ');
const LONGEST_PROCESS = 32;
const AUTH = Buffer.from('auth');
const COURIER_LOGIN = Buffer.from('LOGIN, ');
const COURIER_FAILED = Buffer.from('LOGIN FAILED, ');
const COURIER_USER = Buffer.from('user=');
const COURIER_ADDRESS = Buffer.from(', ip=');

/**
 * Reads what Dovecot's log-in processes say, `Login: user=<x>, method=PLAIN, rip=192.0.2.1, …` and `Disconnected (auth failed, 1
 * attempts in 2 secs): user=<x>, …` (https://doc.dovecot.org/latest/core/config/logging.html).
 */
export function readDovecotLogin(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  fields.kind = EntryKind.mail;
  noteMessage(fields, start, end);
  const text = startsWith(bytes, start, end, INFO) ? start + INFO.length : start;
  // The client chooses the user's name; what comes behind the address is the server's.
  const remote = findLastText(bytes, REMOTE, text, end);
  const address = remote < 0 ? end : remote + REMOTE.length;
  if (remote >= 0) noteClient(bytes, address, valueEnd(bytes, address, end), fields);
  const user = behind(bytes, USER, text, address);
  if (user >= 0) noteUser(fields, user, findLastByte(bytes, GREATER_THAN, user, address));
  const failed = findText(bytes, FAILED, text, user < 0 ? end : user);
  if (startsWith(bytes, text, end, LOGIN)) noteMailLogin(fields, true);
  else if (failed >= 0) noteMailLogin(fields, false);
  return true;
}

/**
 * Reads what Dovecot says in one log: `imap-login: …` of a log-in process, or the words of another one, of which those that check
 * passwords tell what the log-in processes tell as well.
 */
export function readDovecotMessage(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  const login = findText(bytes, LOGIN_PROCESS, start, Math.min(end, start + LONGEST_PROCESS));
  if (login >= 0) return readDovecotLogin(bytes, login + LOGIN_PROCESS.length, end, fields);
  fields.kind = EntryKind.mail;
  noteMessage(fields, start, end);
  const isPam = notePamRefusal(bytes, start, end, fields);
  if (!isPam && startsWith(bytes, start, end, AUTH)) noteAsked(bytes, start, end, fields);
  return true;
}

/** Notes who was asked for, `auth-worker(12): pam(sato,192.0.2.1,<session>): unknown user`; no name has a comma or parenthesis. */
function noteAsked(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  let open = findByte(bytes, LEFT_PARENTHESIS, start, end);
  for (; open >= 0; open = findByte(bytes, LEFT_PARENTHESIS, open + 1, end)) {
    const close = findByte(bytes, RIGHT_PARENTHESIS, open, end);
    const comma = close < 0 ? -1 : findByte(bytes, COMMA, open, close);
    if (comma < 0) continue;
    const next = findByte(bytes, COMMA, comma + 1, close);
    const addressEnd = next < 0 ? close : next;
    if (!isOneAddress(bytes, comma + 1, addressEnd)) continue;
    noteClient(bytes, comma + 1, addressEnd, fields);
    return noteUser(fields, open + 1, comma);
  }
}

/** Reads what Courier's log-in processes say: `LOGIN, user=x, ip=[192.0.2.1], …`, `LOGIN FAILED, user=x, ip=[192.0.2.1]`. */
export function readCourierLogin(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  fields.kind = EntryKind.mail;
  noteMessage(fields, start, end);
  const isAccepted = startsWith(bytes, start, end, COURIER_LOGIN);
  if (!isAccepted && !startsWith(bytes, start, end, COURIER_FAILED)) return true;
  noteMailLogin(fields, isAccepted);
  const address = findText(bytes, COURIER_ADDRESS, start, end);
  const user = behind(bytes, COURIER_USER, start, end);
  if (address < 0) return true;
  noteBracketedClient(bytes, address, end, fields);
  noteUser(fields, user, address);
  return true;
}

/** Where a value ends that a comma or the end of the line follows. */
function valueEnd(bytes: Buffer, start: number, end: number): number {
  const comma = findByte(bytes, COMMA, start, end);
  return comma < 0 ? end : comma;
}
