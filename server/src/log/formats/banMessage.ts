import { COLON, SPACE, findBlank, findText, skipBlanks, startsWith } from '../bytes';
import { EntryKind, type EntryFields } from '../entryFields';
import { noteClient } from './clientAddress';
import { isOneAddress } from './forwardedList';
import type { LogFormat } from './logFormat';
import { noteMessage } from './notes';
import { severityAt } from './severity';
import { CLOCK_LENGTH, DATE_LENGTH, TimestampReader } from './timestamp';

/** Length of `2021-11-01 10:56:55,123`. */
const TIME_LENGTH = DATE_LENGTH + 1 + CLOCK_LENGTH + 4;
const FAIL2BAN = Buffer.from('fail2ban.');
const END_OF_HEAD = Buffer.from(': ');
/** What fail2ban did with the address that follows. */
const BANS = ['] Ban ', '] Found ', '] Unban ', '] Restore Ban ', '] Ignore '].map((text) => Buffer.from(text));
/** What CSF and mod_evasive have before the address. */
const ADDRESS_WORDS = [' from ', ' address '].map((text) => Buffer.from(text));

/**
 * fail2ban's log, `2021-11-01 10:56:55,123 fail2ban.actions [12]: NOTICE [sshd] Ban 192.0.2.1`
 * (https://github.com/fail2ban/fail2ban/wiki). Its entries are those of a firewall: of the kind of errors, with the address.
 */
export const fail2banFormat: LogFormat = {
  id: 'fail2ban',
  weight: 6,
  timesAreLocal: true,
  createReader() {
    const times = new TimestampReader();
    return (bytes, start, end, fields) => {
      const name = start + TIME_LENGTH + 1;
      if (bytes[name - 1] !== SPACE || !startsWith(bytes, name, end, FAIL2BAN)) return false;
      const head = findText(bytes, END_OF_HEAD, name, end);
      if (head < 0 || !times.read(bytes, start, start + TIME_LENGTH, fields)) return false;
      readFail2banMessage(bytes, skipBlanks(bytes, head + END_OF_HEAD.length, end), end, fields);
      return true;
    };
  },
};

/** Reads `NOTICE  [sshd] Ban 192.0.2.1`, in fail2ban's own log or behind the head of syslog. */
export function readFail2banMessage(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  fields.kind = EntryKind.error;
  const word = findBlank(bytes, start, end);
  fields.level = severityAt(bytes, start, word);
  noteMessage(fields, fields.level < 0 ? start : skipBlanks(bytes, word, end), end);
  const ban = BANS.map((text) => ({ text, at: findText(bytes, text, start, end) })).find(({ at }) => at >= 0);
  if (ban !== undefined) noteAddressAt(bytes, ban.at + ban.text.length, end, fields);
  return true;
}

/**
 * Reads what CSF's log-in failure daemon says, `(sshd) Failed SSH login from 192.0.2.1 (JP/Japan/-): 5 in the last 300 secs - …`
 * (https://configserver.com/configserver-security-and-firewall/), or mod_evasive, `Blacklisting address 192.0.2.1: possible DoS
 * attack.` (https://github.com/jzdziarski/mod_evasive).
 */
export function readBanMessage(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
  fields.kind = EntryKind.error;
  noteMessage(fields, start, end);
  for (const words of ADDRESS_WORDS) {
    const at = findText(bytes, words, start, end);
    if (at >= 0 && noteAddressAt(bytes, at + words.length, end, fields)) break;
  }
  return true;
}

/** Notes the address that stands at `at`, maybe with a colon behind it. */
function noteAddressAt(bytes: Buffer, at: number, end: number, fields: EntryFields): boolean {
  const wordEnd = findBlank(bytes, at, end);
  const addressEnd = bytes[wordEnd - 1] === COLON ? wordEnd - 1 : wordEnd;
  if (!isOneAddress(bytes, at, addressEnd)) return false;
  noteClient(bytes, at, addressEnd, fields);
  return true;
}
