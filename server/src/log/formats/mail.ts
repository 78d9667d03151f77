import { LEFT_BRACKET, RIGHT_BRACKET, decimal, findByte, findText, startsWith } from '../bytes';
import { NOT_LOGGED, type EntryFields } from '../entryFields';
import { noteClient } from './clientAddress';
import { noteOutcome } from './notes';

/** The methods of mail, see `EntryKind`. */
export const MAIL = Buffer.from('MAIL');
export const DATA = Buffer.from('DATA');
export const AUTH = Buffer.from('AUTH');
export const RCPT = Buffer.from('RCPT');

/** Replies that the servers' own words stand for (RFC 5321 section 4.2.3, RFC 4954 section 6). */
export const MailReply = { loggedIn: 235, taken: 250, putOff: 450, notLoggedIn: 535, refused: 550 } as const;

/** What stands before an address of IPv6 (RFC 5321 section 4.1.3). */
const IPV6_TAG = Buffer.from('IPv6:');
const REPLY_LENGTH = 3;
const FOUR = 0x34;
const FIVE = 0x35;

/** Notes that somebody logged in, or tried to. */
export function noteMailLogin(fields: EntryFields, isAccepted: boolean): void {
  noteOutcome(fields, AUTH, isAccepted ? MailReply.loggedIn : MailReply.notLoggedIn);
}

/** Notes that the server refused something, with the reply code that stands at `at`; without one it is 550. */
export function noteRefusal(bytes: Buffer, at: number, end: number, fields: EntryFields): void {
  const status = replyAt(bytes, at, end);
  noteOutcome(fields, RCPT, status < 0 ? MailReply.refused : status);
  if (status >= 0) fields.statusStart = at;
}

/**
 * What became of a delivery, by its enhanced status code (RFC 3463), `2.0.0`, that stands at `at`; `NOT_LOGGED` when none
 * does.
 */
export function deliveryStatus(bytes: Buffer, at: number): number {
  switch (bytes[at]) {
    case FIVE:
      return MailReply.refused;
    case FOUR:
      return MailReply.putOff;
    case 0x32:
      return MailReply.taken;
    default:
      return NOT_LOGGED;
  }
}

/** Notes the address in the next brackets from `at` on as the client, `host[192.0.2.1]`; false when there are none. */
export function noteBracketedClient(bytes: Buffer, at: number, end: number, fields: EntryFields): boolean {
  const bracket = findByte(bytes, LEFT_BRACKET, at, end);
  const close = bracket < 0 ? -1 : findByte(bytes, RIGHT_BRACKET, bracket, end);
  if (close < 0) return false;
  const isIpv6 = startsWith(bytes, bracket + 1, close, IPV6_TAG);
  noteClient(bytes, isIpv6 ? bracket + 1 + IPV6_TAG.length : bracket + 1, close, fields);
  return true;
}

/** Where the value begins that a label, `, relay=`, stands before; -1 when it does not. */
export function behind(bytes: Buffer, label: Buffer, start: number, end: number): number {
  const at = findText(bytes, label, start, end);
  return at < 0 ? -1 : at + label.length;
}

/** The reply code of SMTP at `at`, 2xx to 5xx; `NOT_LOGGED` when none stands there. */
export function replyAt(bytes: Buffer, at: number, end: number): number {
  const reply = at >= 0 && at + REPLY_LENGTH <= end ? decimal(bytes, at, at + REPLY_LENGTH) : NOT_LOGGED;
  return reply >= 200 && reply < 600 ? reply : NOT_LOGGED;
}
