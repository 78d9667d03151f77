import { COMMA, findByte, findLastText, findText, startsWith } from '../bytes';
import { EntryKind, type EntryFields } from '../entryFields';
import { noteClient } from './clientAddress';
import { noteMailLogin, noteRefusal } from './mail';
import { noteMessage } from './notes';

const RELAY = Buffer.from('error,relay=');
const LOGIN_REFUSED = Buffer.from('msg="535 ');
const END_OF_RECIPIENT = Buffer.from('>: ');

/**
 * Reads what Courier's mail server refused, `error,relay=::ffff:192.0.2.1,from=<a@b.jp>,to=<c@d.jp>: 550 User unknown.` or
 * `…,msg="535 Authentication failed.",cmd: …` (https://www.courier-mta.org/courieresmtpd.html).
 */
export function readCourierSmtp(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  fields.kind = EntryKind.mail;
  noteMessage(fields, start, end);
  if (!startsWith(bytes, start, end, RELAY)) return true;
  const client = start + RELAY.length;
  const comma = findByte(bytes, COMMA, client, end);
  if (comma < 0) return true;
  noteClient(bytes, client, comma, fields);
  const recipient = findLastText(bytes, END_OF_RECIPIENT, comma, end);
  if (recipient >= 0) noteRefusal(bytes, recipient + END_OF_RECIPIENT.length, end, fields);
  else if (findText(bytes, LOGIN_REFUSED, comma, end) === comma + 1) noteMailLogin(fields, false);
  return true;
}
