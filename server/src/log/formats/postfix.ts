import {
  COLON,
  COMMA,
  GREATER_THAN,
  LESS_THAN,
  RIGHT_BRACKET,
  SPACE,
  decimal,
  findBlank,
  findByte,
  findText,
  startsWith,
} from '../bytes';
import { EntryKind, NOT_LOGGED, type EntryFields } from '../entryFields';
import { behind, DATA, deliveryStatus, MAIL, MailReply, noteBracketedClient, noteMailLogin, noteRefusal } from './mail';
import { noteMessage, noteOutcome, noteUser } from './notes';
import { notePhpScript } from './phpMailHeader';

/** Severities that messages begin with, as levels of syslog (https://www.postfix.org/DEBUG_README.html). */
const LEVELS = (
  [
    ['warning: ', 4],
    ['error: ', 3],
    ['fatal: ', 2],
    ['panic: ', 0],
  ] as const
).map(([text, level]) => ({ text: Buffer.from(text), level }));
const WARNING = LEVELS[0]!.text;

const CLIENT = Buffer.from('client=');
const SASL_FAILURE = Buffer.from(': SASL ');
const AUTHENTICATION_FAILED = Buffer.from(' authentication failed');
const SASL_USER = Buffer.from(', sasl_username=');
const REJECT = Buffer.from('reject: ');
const REPLY = Buffer.from(': ');
const FROM = Buffer.from(' from ');
const UID = Buffer.from('uid=');
const SENDER = Buffer.from('from=<');
const RECIPIENT = Buffer.from('to=<');
const SIZE = Buffer.from('>, size=');
const DSN = Buffer.from(', dsn=');
const HEADER = Buffer.from(': header X-PHP-');
/** Longest id of a queue file with its colon, and words before `reject: `. */
const LONGEST_BEGINNING = 64;

/**
 * Reads what a program of Postfix says to syslog (https://www.postfix.org/OVERVIEW.html): smtpd and pickup take mails in, qmgr and
 * cleanup pass them on, smtp, local and the like deliver them. The message begins with the id of the mail.
 */
export function readPostfixMessage(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  fields.kind = EntryKind.mail;
  noteMessage(fields, start, end);
  fields.level = LEVELS.find(({ text }) => startsWith(bytes, start, end, text))?.level ?? NOT_LOGGED;
  if (startsWith(bytes, start, end, WARNING)) readSaslFailure(bytes, start + WARNING.length, end, fields);
  const id = findByte(bytes, COLON, start, Math.min(end, start + LONGEST_BEGINNING));
  const rest = id < 0 || bytes[id + 1] !== SPACE ? end : id + 2;
  if (startsWith(bytes, rest, end, CLIENT)) readTakenFromClient(bytes, rest, end, fields);
  else if (startsWith(bytes, rest, end, UID)) readTakenOnServer(bytes, rest, end, fields);
  else if (startsWith(bytes, rest, end, SENDER)) readQueued(bytes, rest, end, fields);
  else if (startsWith(bytes, rest, end, RECIPIENT)) readDelivery(bytes, rest, end, fields);
  else if (fields.clientStart < 0) readRefusalOrEvent(bytes, start, end, fields);
  return true;
}

/** `host[192.0.2.1]: SASL LOGIN authentication failed: …, sasl_username=x` */
function readSaslFailure(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  const sasl = findText(bytes, SASL_FAILURE, start, end);
  if (sasl < 0 || findByte(bytes, SPACE, start, sasl) >= 0) return;
  const mechanismEnd = findBlank(bytes, sasl + SASL_FAILURE.length, end);
  if (!startsWith(bytes, mechanismEnd, end, AUTHENTICATION_FAILED)) return;
  noteBracketedClient(bytes, start, end, fields);
  noteMailLogin(fields, false);
  const user = behind(bytes, SASL_USER, mechanismEnd, end);
  if (user >= 0) noteUser(fields, user, end);
}

/** `client=host[192.0.2.1], sasl_method=LOGIN, sasl_username=x` */
function readTakenFromClient(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  noteBracketedClient(bytes, start, end, fields);
  noteOutcome(fields, MAIL, MailReply.taken);
  const user = behind(bytes, SASL_USER, start, end);
  if (user < 0) return;
  const comma = findByte(bytes, COMMA, user, end);
  noteUser(fields, user, comma < 0 ? end : comma);
}

/** `uid=33 from=<www-data>` */
function readTakenOnServer(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  noteOutcome(fields, MAIL, MailReply.taken);
  noteSender(bytes, behind(bytes, SENDER, start, end), end, fields);
}

/** `from=<user@example.jp>, size=1234, nrcpt=1 (queue active)`; comes again each time that a mail is tried anew. */
function readQueued(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  noteSender(bytes, start + SENDER.length, end, fields);
  const size = behind(bytes, SIZE, start, end);
  if (size < 0) return;
  const comma = findByte(bytes, COMMA, size, end);
  fields.size = decimal(bytes, size, comma < 0 ? end : comma);
}

/** `to=<a@example.com>, relay=mx[198.51.100.1]:25, delay=1, dsn=2.0.0, status=sent (250 ok)` */
function readDelivery(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  const dsn = behind(bytes, DSN, start, end);
  const status = dsn < 0 ? NOT_LOGGED : deliveryStatus(bytes, dsn);
  if (status >= 0) noteOutcome(fields, DATA, status);
}

function noteSender(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  const close = start < 0 ? -1 : findByte(bytes, GREATER_THAN, start, end);
  if (close >= 0) noteUser(fields, start, close);
}

/** `NOQUEUE: reject: RCPT from host[192.0.2.1]: 554 5.7.1 …`, `connect from host[192.0.2.1]`, a header of interest */
function readRefusalOrEvent(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  const header = findText(bytes, HEADER, start, end);
  if (header >= 0) return void notePhpScript(bytes, header, end, fields);
  const reject = findText(bytes, REJECT, start, Math.min(end, start + LONGEST_BEGINNING));
  const from = behind(bytes, FROM, Math.max(start, reject), end);
  // Behind other words that have "from" in them stands the sender of a mail, or what somebody sent.
  const hostEnd = from < 0 ? -1 : findByte(bytes, RIGHT_BRACKET, from, end);
  if (hostEnd < 0 || bytes[from] === LESS_THAN || findByte(bytes, SPACE, from, hostEnd) >= 0) return;
  noteBracketedClient(bytes, from, end, fields);
  // Behind the address, and maybe its port.
  if (reject >= 0) noteRefusal(bytes, behind(bytes, REPLY, hostEnd, end), end, fields);
}
