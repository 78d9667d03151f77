import { findBlank, findLastText, findText, skipBlanks, startsWith } from '../bytes';
import type { EntryFields } from '../entryFields';
import { noteClient } from './clientAddress';
import { noteUser } from './notes';

/** PAM's words, whoever asks it (pam_unix(8)). */
const REFUSAL = Buffer.from('authentication failure; ');
const CLIENT = Buffer.from(' rhost=');
const USER = Buffer.from('user=');

/**
 * Notes client and user of PAM's `pam_unix(x:auth): authentication failure; … rhost=192.0.2.1  user=sato`; false when the message
 * is none of that kind.
 */
export function notePamRefusal(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  if (findText(bytes, REFUSAL, start, end) < 0) return false;
  const client = findLastText(bytes, CLIENT, start, end) + CLIENT.length;
  if (client < CLIENT.length) return true;
  const clientEnd = findBlank(bytes, client, end);
  noteClient(bytes, client, clientEnd, fields);
  const user = skipBlanks(bytes, clientEnd, end);
  if (startsWith(bytes, user, end, USER)) noteUser(fields, user + USER.length, end);
  return true;
}
