import { LEFT_BRACKET, SPACE, findBlank, findByte, findLastByte, findText, startsWith } from '../bytes';
import { EntryKind, type EntryFields } from '../entryFields';
import { behind, noteBracketedClient, noteMailLogin } from './mail';
import { noteMessage, noteUser } from './notes';
import { readCourierLogin } from './mailbox';

const CYRUS_REFUSED = Buffer.from('badlogin: ');
const CYRUS_ACCEPTED = Buffer.from('login: ');
const END_OF_ADDRESS = Buffer.from('] ');
const PLAIN = Buffer.from('plaintext ');
const WASHINGTON_REFUSED = ['Login failed ', 'Login excessive ', 'Login disabled '].map((text) => Buffer.from(text));
const WASHINGTON_ACCEPTED = ['Login user=', 'Authenticated user='].map((text) => Buffer.from(text));
const USER = Buffer.from('user=');
const END_OF_USER = [' auth=', ' host='].map((text) => Buffer.from(text));

/** Reads what a program called imapd or pop3d says, which Courier, Cyrus and the University of Washington each have. */
export function readImapdMessage(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  readCourierLogin(bytes, start, end, fields);
  if (fields.status >= 0) return true;
  readCyrusMessage(bytes, start, end, fields);
  if (fields.status < 0) readWashingtonLogin(bytes, start, end, fields);
  return true;
}

/**
 * Reads what Cyrus IMAP says, `badlogin: p1.example.jp [192.0.2.1] plaintext sato SASL(-13): authentication failure: …`
 * (https://www.cyrusimap.org/imap/reference/admin/monitoring.html).
 */
export function readCyrusMessage(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  fields.kind = EntryKind.mail;
  noteMessage(fields, start, end);
  const isRefused = startsWith(bytes, start, end, CYRUS_REFUSED);
  if (!isRefused && !startsWith(bytes, start, end, CYRUS_ACCEPTED)) return true;
  const close = findText(bytes, END_OF_ADDRESS, start, end);
  if (close < 0 || !noteBracketedClient(bytes, start, end, fields)) return true;
  const rest = close + END_OF_ADDRESS.length;
  // The mechanism stands before the user who was refused, and behind the one who was let in.
  const isPlain = startsWith(bytes, rest, end, PLAIN);
  if (!isRefused || isPlain) {
    const user = isRefused ? rest + PLAIN.length : rest;
    noteUser(fields, user, findBlank(bytes, user, end));
  }
  noteMailLogin(fields, !isRefused);
  return true;
}

/** `Login failed user=sato auth=sato host=p1.example.jp [192.0.2.1]` of imapd and ipop3d (https://github.com/uw-imap/imap). */
function readWashingtonLogin(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  const isAccepted = WASHINGTON_ACCEPTED.some((words) => startsWith(bytes, start, end, words));
  if (!isAccepted && !WASHINGTON_REFUSED.some((words) => startsWith(bytes, start, end, words))) return;
  // The client chooses the name; the address ends the line.
  const bracket = findLastByte(bytes, LEFT_BRACKET, start, end);
  if (bracket < 0 || findByte(bytes, SPACE, bracket, end) >= 0) return;
  noteBracketedClient(bytes, bracket, end, fields);
  noteMailLogin(fields, isAccepted);
  const user = behind(bytes, USER, start, end);
  const userEnd = END_OF_USER.map((words) => findText(bytes, words, user, end)).find((at) => at >= 0);
  if (user >= 0 && userEnd !== undefined) noteUser(fields, user, userEnd);
}
