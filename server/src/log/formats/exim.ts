import {
  COLON,
  EQUALS,
  GREATER_THAN,
  HYPHEN,
  LEFT_BRACKET,
  LESS_THAN,
  PLUS,
  QUOTE,
  RIGHT_BRACKET,
  RIGHT_PARENTHESIS,
  SPACE,
  decimal,
  findBlank,
  findByte,
  findLastText,
  findText,
  isDigit,
  skipBlanks,
  startsWith,
} from '../bytes';
import { EntryKind, type EntryFields } from '../entryFields';
import { noteClient } from './clientAddress';
import type { LogFormat } from './logFormat';
import { DATA, MAIL, MailReply, behind, noteMailLogin, noteRefusal, replyAt } from './mail';
import { noteMessage, noteOutcome, noteTarget, noteUser } from './notes';
import { CLOCK_LENGTH, DATE_LENGTH, TimestampReader } from './timestamp';

const STAR = 0x2a;
/** Lengths of the parts of a mail's id, `1mhxyz-0001Ab-Cd`, before Exim 4.97 and since. */
const ID_PARTS = [
  [6, 6, 2],
  [6, 11, 4],
] as const;

const HOST = Buffer.from(' H=');
const HOST_BEHIND_QUOTE = Buffer.from('" H=');
const PROTOCOL_ERROR = Buffer.from('SMTP protocol error in "');
const AUTHENTICATED = Buffer.from(' A=');
const ACCOUNT = Buffer.from(' U=');
const SIZE = Buffer.from(' S=');
const SUBJECT = Buffer.from(' T="');
const ADDRESS = Buffer.from(' [');
const AUTHENTICATOR_FAILED = Buffer.from(' authenticator failed for');
const TRIED_USER = Buffer.from('(set_id=');
const REJECTED = Buffer.from(' rejected ');
const TEMPORARILY = Buffer.from(' temporarily');
const FROM = Buffer.from(' from ');
const FOLDER = Buffer.from('cwd=');
const ARGUMENTS = Buffer.from(' args: ');
const SENDMAIL = Buffer.from('sendmail');
const ERROR = Buffer.from(': ');
/** How other lines of Exim's begin. */
const BEGINNINGS = ['SMTP ', 'H=', 'cwd=', 'no host name found for IP address ', 'no IP address found for host ']
  .concat('no MAIL in SMTP connection from ', 'Start queue run', 'End queue run')
  .map((text) => Buffer.from(text));
/** Longest line of arguments that is searched for the program. */
const LONGEST_PROGRAM = 256;
/** Longest name of an authenticator. */
const LONGEST_NAME = 64;
/** Reply to a refusal for the time being (RFC 5321 section 4.2.3). */
const TRY_LATER = 451;

/**
 * Exim's main log and reject log, `2021-11-01 10:56:55 1mhxyz-0001Ab-Cd <= user@example.jp U=user P=local S=1234`, with a process
 * number or without (https://www.exim.org/exim-html-current/doc/html/spec_html/ch-log_files.html).
 */
export const eximFormat = createFormat('exim', false);

/** The same with an offset from UTC behind the time (`log_timezone`). */
export const zonedEximFormat = createFormat('exim-zoned', true);

function createFormat(id: string, isZoned: boolean): LogFormat {
  return {
    id,
    weight: 5,
    ...(!isZoned && { timesAreLocal: true }),
    isDirective: hasTime,
    createReader() {
      const times = new TimestampReader();
      return (bytes, start, end, fields) => {
        if (!hasTime(bytes, start, end)) return false;
        const fractionEnd = findBlank(bytes, start + DATE_LENGTH + 1 + CLOCK_LENGTH, end);
        const zone = skipBlanks(bytes, fractionEnd, end);
        const hasZone = (bytes[zone] === PLUS || bytes[zone] === HYPHEN) && isDigit(bytes[zone + 1]);
        const timeEnd = hasZone ? findBlank(bytes, zone, end) : fractionEnd;
        if (hasZone !== isZoned || !times.read(bytes, start, timeEnd, fields)) return false;
        const text = skipProcess(bytes, skipBlanks(bytes, timeEnd, end), end);
        return readEximMessage(bytes, text, end, fields) && isTelling(bytes, text, end, fields);
      };
    },
  };
}

/** Reads what Exim writes behind the time. */
export function readEximMessage(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  fields.kind = EntryKind.mail;
  noteMessage(fields, start, end);
  const idEnd = findIdEnd(bytes, start, end);
  if (idEnd > 0) readStep(bytes, skipBlanks(bytes, idEnd, end), end, fields);
  else if (startsWith(bytes, start, end, FOLDER)) readFolder(bytes, start + FOLDER.length, end, fields);
  else readEvent(bytes, start, end, fields);
  return true;
}

/** Whether a line begins as lines of Exim's do; those of other programs do as well. */
function hasTime(bytes: Buffer, start: number, end: number): boolean {
  const clock = start + DATE_LENGTH + 1;
  if (clock + CLOCK_LENGTH >= end || !isDigit(bytes[start]) || bytes[start + 4] !== HYPHEN) return false;
  return bytes[clock - 1] === SPACE && bytes[clock + 2] === COLON;
}

/** Whether a line without the name of the program is one of Exim's: one of a mail, or with words that only it has. */
function isTelling(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  if (findIdEnd(bytes, start, end) > 0 || fields.methodName !== undefined || fields.targetStart >= 0) return true;
  return BEGINNINGS.some((words) => startsWith(bytes, start, end, words));
}

/** Skips `[1234] `. */
function skipProcess(bytes: Buffer, start: number, end: number): number {
  if (bytes[start] !== LEFT_BRACKET) return start;
  const close = findByte(bytes, RIGHT_BRACKET, start, end);
  return close >= 0 && decimal(bytes, start + 1, close) >= 0 ? skipBlanks(bytes, close + 1, end) : start;
}

/** Where the id of a mail ends that stands at `start`; -1 when none does. */
function findIdEnd(bytes: Buffer, start: number, end: number): number {
  for (const [first, second, third] of ID_PARTS) {
    const length = first + second + third + 2;
    if (start + length > end || bytes[start + first] !== HYPHEN) continue;
    if (bytes[start + first + second + 1] === HYPHEN && findBlank(bytes, start, end) === start + length) {
      return start + length;
    }
  }
  return -1;
}

/** A step of a mail: taken over `<=`, delivered `=>` `->` `>>` `*>`, given up `**`, put off `==`; or words. */
function readStep(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  const first = bytes[start];
  const second = bytes[start + 1];
  if (bytes[start + 2] !== SPACE) return readEvent(bytes, start, end, fields);
  if (first === LESS_THAN && second === EQUALS) return readTaken(bytes, start + 2, end, fields);
  if (second === GREATER_THAN) return noteOutcome(fields, DATA, MailReply.taken);
  const isGivenUp = first === STAR && second === STAR;
  if (isGivenUp) return noteOutcome(fields, DATA, replyOf(bytes, start, end, MailReply.refused));
  if (first === EQUALS && second === EQUALS) return noteOutcome(fields, DATA, MailReply.putOff);
  readEvent(bytes, start, end, fields);
}

/** ` user@example.jp H=host (helo) [192.0.2.1] P=esmtpsa A=login:user S=1234` or ` user@example.jp U=account P=local S=1234` */
function readTaken(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  noteOutcome(fields, MAIL, MailReply.taken);
  // The sender and the subject are whatever somebody wrote.
  const from = findSenderEnd(bytes, start + 1, end);
  const subject = findText(bytes, SUBJECT, from, end);
  const to = subject < 0 ? end : subject;
  const host = behind(bytes, HOST, from, to);
  if (host >= 0) noteHost(bytes, host, to, fields);
  const login = behind(bytes, AUTHENTICATED, from, to);
  const account = host < 0 ? behind(bytes, ACCOUNT, from, to) : -1;
  if (login >= 0) {
    const loginEnd = findBlank(bytes, login, to);
    const name = findByte(bytes, COLON, login, loginEnd);
    if (name >= 0) noteUser(fields, name + 1, loginEnd);
  } else if (account >= 0) noteUser(fields, account, findBlank(bytes, account, to));
  const size = behind(bytes, SIZE, from, to);
  if (size >= 0) fields.size = decimal(bytes, size, findBlank(bytes, size, to));
}

/** Where the sender ends, who may be quoted with blanks. */
function findSenderEnd(bytes: Buffer, start: number, end: number): number {
  const close = bytes[start] === QUOTE ? findByte(bytes, QUOTE, start + 1, end) : -1;
  return findBlank(bytes, close < 0 ? start : close, end);
}

/** `/home/x/public_html/tw 3 args: /usr/sbin/sendmail -t -i`: the folder in which a program of the site runs that sends a mail. */
function readFolder(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  const args = findText(bytes, ARGUMENTS, start, end);
  if (args < 0) return;
  let count = args;
  while (count > start && isDigit(bytes[count - 1])) count--;
  const program = args + ARGUMENTS.length;
  const programEnd = findBlank(bytes, program, Math.min(end, program + LONGEST_PROGRAM));
  if (findText(bytes, SENDMAIL, program, programEnd) >= 0) noteTarget(fields, start, count - 1);
}

/** Log-ins that failed, refusals, connections. */
function readEvent(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  const nameEnd = findBlank(bytes, start, Math.min(end, start + LONGEST_NAME));
  if (startsWith(bytes, nameEnd, end, AUTHENTICATOR_FAILED)) {
    noteHost(bytes, nameEnd + AUTHENTICATOR_FAILED.length, end, fields);
    noteMailLogin(fields, false);
    const user = behind(bytes, TRIED_USER, nameEnd, end);
    const userEnd = user < 0 ? -1 : findByte(bytes, RIGHT_PARENTHESIS, user, end);
    return noteUser(fields, user, userEnd);
  }
  const host = findHost(bytes, start, end);
  const from = host >= 0 ? host : behind(bytes, FROM, start, end);
  if (from < 0 || !noteHost(bytes, from, end, fields)) return;
  const rejected = findText(bytes, REJECTED, start, end);
  if (rejected < 0) return;
  noteRefusal(bytes, -1, end, fields);
  const before = rejected - TEMPORARILY.length;
  if (before > start && startsWith(bytes, before, end, TEMPORARILY)) fields.status = TRY_LATER;
}

/** Where the client is named behind `H=`; -1 when it is not. */
function findHost(bytes: Buffer, start: number, end: number): number {
  if (startsWith(bytes, start, end, HOST.subarray(1))) return start + HOST.length - 1;
  if (!startsWith(bytes, start, end, PROTOCOL_ERROR)) return behind(bytes, HOST, start, end);
  // What the client sent stands before, in quotes that it may have closed itself.
  const quoted = findLastText(bytes, HOST_BEHIND_QUOTE, start, end);
  return quoted < 0 ? -1 : quoted + HOST_BEHIND_QUOTE.length;
}

/** Notes the address of `name (helo) [192.0.2.1]:4711`; the brackets in the parentheses are the client's own words. */
function noteHost(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  const address = bytes[start] === LEFT_BRACKET ? start : findText(bytes, ADDRESS, start, end) + 1;
  const close = address > 0 ? findByte(bytes, RIGHT_BRACKET, address, end) : -1;
  if (close < 0) return false;
  noteClient(bytes, address, close + 1, fields);
  return true;
}

/** The reply that the other server gave, which its address and a colon stand before. */
function replyOf(bytes: Buffer, start: number, end: number, otherwise: number): number {
  for (let at = behind(bytes, ERROR, start, end); at >= 0; at = behind(bytes, ERROR, at, end)) {
    const reply = replyAt(bytes, at, end);
    if (reply >= 0) return reply;
  }
  return otherwise;
}
