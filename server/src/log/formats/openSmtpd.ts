import { SPACE, findByte, findText, startsWith } from '../bytes';
import { EntryKind, type EntryFields } from '../entryFields';
import { noteClient } from './clientAddress';
import { behind, noteMailLogin, noteRefusal } from './mail';
import { noteMessage, noteUser } from './notes';

const ADDRESS = Buffer.from(' address=');
const AUTHENTICATION = Buffer.from(' smtp authentication user=');
const ACCEPTED = Buffer.from(' result=ok');
const FAILED_RECIPIENT = Buffer.from(' smtp failed-command ');
const RECIPIENT = Buffer.from(' command="RCPT TO:');
const RESULT = Buffer.from(' result="');
/** Length of the number of a session and what follows it at most. */
const LONGEST_SESSION = 24;

/**
 * Reads what OpenSMTPD says, `5d1fa0cd3eb20bcc smtp authentication user=sato address=192.0.2.1 host=x result=permfail`
 * (https://man.openbsd.org/smtpd; smtp_session.c of https://github.com/OpenSMTPD/OpenSMTPD).
 */
export function readOpenSmtpdMessage(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  fields.kind = EntryKind.mail;
  noteMessage(fields, start, end);
  const words = findByte(bytes, SPACE, start, Math.min(end, start + LONGEST_SESSION));
  const address = words < 0 ? -1 : behind(bytes, ADDRESS, words, end);
  if (address < 0) return true;
  const addressEnd = valueEnd(bytes, address, end);
  noteClient(bytes, address, addressEnd, fields);
  if (startsWith(bytes, words, end, AUTHENTICATION)) {
    const user = words + AUTHENTICATION.length;
    noteUser(fields, user, valueEnd(bytes, user, end));
    noteMailLogin(fields, findText(bytes, ACCEPTED, addressEnd, end) >= 0);
  } else if (startsWith(bytes, words, end, FAILED_RECIPIENT) && findText(bytes, RECIPIENT, addressEnd, end) >= 0) {
    noteRefusal(bytes, behind(bytes, RESULT, addressEnd, end), end, fields);
  }
  return true;
}

/** Where a value ends, before the next blank. */
function valueEnd(bytes: Buffer, start: number, end: number): number {
  const blank = findByte(bytes, SPACE, start, end);
  return blank < 0 ? end : blank;
}
