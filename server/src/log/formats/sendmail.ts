import { COLON, COMMA, LEFT_BRACKET, SPACE, decimal, findByte, findLastText, findText, startsWith } from '../bytes';
import { EntryKind, NOT_LOGGED, type EntryFields } from '../entryFields';
import { DATA, MAIL, MailReply, behind, deliveryStatus, noteBracketedClient, noteMailLogin, noteRefusal } from './mail';
import { noteMessage, noteOutcome, noteUser } from './notes';

const FROM = Buffer.from('from=');
const TO = Buffer.from('to=');
const RULESET = Buffer.from('ruleset=');
const AUTH_SERVER = Buffer.from('AUTH=server');
const AUTH_FAILURE = Buffer.from('AUTH failure');
const RELAY = Buffer.from(', relay=');
const REJECT = Buffer.from(', reject=');
const SIZE = Buffer.from(', size=');
const NO_RECIPIENT = Buffer.from(', nrcpts=0,');
const DSN = Buffer.from(', dsn=');
const STATE = Buffer.from(', stat=');
const SENT = Buffer.from('Sent');
const AUTHENTICATED = Buffer.from(', authid=');
const MECHANISM = Buffer.from(', mech=');
/** Longest id of a mail with its colon. */
const LONGEST_ID = 24;

/**
 * Reads what sendmail says to syslog, `1A1B2C3D001234: from=user, size=1234, …, relay=host [192.0.2.1]`, as `sendmail` or `sm-mta`
 * (https://www.sendmail.org/~ca/email/doc8.12/op.html, section 2.1).
 */
export function readSendmailMessage(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  fields.kind = EntryKind.mail;
  noteMessage(fields, start, end);
  const text = skipId(bytes, start, end);
  if (startsWith(bytes, text, end, FROM)) readTaken(bytes, text + FROM.length, end, fields);
  else if (startsWith(bytes, text, end, TO)) readDelivery(bytes, text, end, fields);
  else if (startsWith(bytes, text, end, RULESET)) readRefusal(bytes, text, end, fields);
  else if (startsWith(bytes, text, end, AUTH_SERVER)) readLogin(bytes, text, end, fields);
  else readEvent(bytes, text, end, fields);
  return true;
}

function skipId(bytes: Buffer, start: number, end: number): number {
  const colon = findByte(bytes, COLON, start, Math.min(end, start + LONGEST_ID));
  const isId = colon > 0 && bytes[colon + 1] === SPACE && findByte(bytes, SPACE, start, colon) < 0;
  return isId && bytes[start] !== LEFT_BRACKET ? colon + 2 : start;
}

/** `user, size=1234, class=0, nrcpts=1, msgid=…, relay=user@localhost` or `…, relay=host [192.0.2.1]` */
function readTaken(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  // Without a recipient that was accepted there is no mail.
  if (findText(bytes, NO_RECIPIENT, start, end) < 0) noteOutcome(fields, MAIL, MailReply.taken);
  const size = behind(bytes, SIZE, start, end);
  if (size >= 0) {
    noteNumber(bytes, size, end, fields);
    if (!noteRelay(bytes, start, end, fields)) noteUser(fields, start, size - SIZE.length);
  }
}

function noteNumber(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  const comma = findByte(bytes, COMMA, start, end);
  fields.size = decimal(bytes, start, comma < 0 ? end : comma);
}

/** `to=<a@example.com>, delay=00:00:01, …, dsn=2.0.0, stat=Sent (ok)` */
function readDelivery(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  const state = behind(bytes, STATE, start, end);
  const dsn = behind(bytes, DSN, start, end);
  const isSent = state >= 0 && startsWith(bytes, state, end, SENT);
  const status = dsn >= 0 ? deliveryStatus(bytes, dsn) : isSent ? MailReply.taken : NOT_LOGGED;
  if (status >= 0) noteOutcome(fields, DATA, status);
}

/** `ruleset=check_rcpt, arg1=<a@example.com>, relay=host [192.0.2.1], reject=550 5.7.1 …` */
function readRefusal(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  noteRelay(bytes, start, end, fields);
  const reply = behind(bytes, REJECT, start, end);
  if (reply >= 0) noteRefusal(bytes, reply, end, fields);
}

/** `AUTH=server, relay=host [192.0.2.1], authid=user, mech=LOGIN, bits=0` */
function readLogin(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  noteRelay(bytes, start, end, fields);
  noteMailLogin(fields, true);
  const user = behind(bytes, AUTHENTICATED, start, end);
  const userEnd = user < 0 ? -1 : findLastText(bytes, MECHANISM, user, end);
  noteUser(fields, user, userEnd);
}

/** Log-ins that failed and other events: `AUTH failure (LOGIN): …, relay=host [192.0.2.1]`, `host [192.0.2.1]: …` */
function readEvent(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  if (!startsWith(bytes, start, end, AUTH_FAILURE)) return void noteBracketedClient(bytes, start, end, fields);
  noteRelay(bytes, start, end, fields);
  noteMailLogin(fields, false);
}

/** Notes the address of the host that sent something; false when it was handed in on the server itself. */
function noteRelay(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  // What the client sent stands before, what was answered behind.
  const reject = findText(bytes, REJECT, start, end);
  const relay = findLastText(bytes, RELAY, start, reject < 0 ? end : reject);
  return relay >= 0 && noteBracketedClient(bytes, relay, reject < 0 ? end : reject, fields);
}
