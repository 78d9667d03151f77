import { startsWith } from '../bytes';
import { EntryFields } from '../entryFields';
import { readBanMessage, readFail2banMessage } from './banMessage';
import { readCourierSmtp } from './courierSmtp';
import { readEximMessage } from './exim';
import { readCyrusMessage, readImapdMessage } from './imapServers';
import { readLighttpdMessage } from './lighttpdError';
import type { LogFormat, ReadEntry } from './logFormat';
import { readCourierLogin, readDovecotLogin, readDovecotMessage } from './mailbox';
import { readOpenSmtpdMessage } from './openSmtpd';
import { readPhpMail } from './phpMail';
import { readPostfixMessage } from './postfix';
import { ProgramHeader } from './programHeader';
import { readProftpdMessage } from './proftpd';
import { readPureFtpdMessage } from './pureFtpd';
import { readSendmailMessage } from './sendmail';
import { readSftpMessage, readSshdMessage } from './sshd';
import { readVsftpdSyslog } from './vsftpd';

/** A line of a service says more than that it came through syslog, which lines of web servers may have done as well. */
const WEIGHT = 9;

/** Programs of FTP, SSH and mail and those that shut addresses out by the names under which they log; a name ends where the rest of it may be anything. */
const PROGRAMS: readonly (readonly [names: string, isWhole: boolean, read: ReadEntry])[] = [
  ['postfix', false, readPostfixMessage],
  ['exim', false, readEximMessage],
  ['sendmail sm-', false, readSendmailMessage],
  ['dovecot', true, readDovecotMessage],
  ['imap-login pop3-login managesieve-login submission-login', true, readDovecotLogin],
  ['dovecot-auth auth', true, readDovecotMessage],
  ['imapd imapd-ssl pop3d pop3d-ssl ipop3d', true, readImapdMessage],
  ['cyrus', false, readCyrusMessage],
  ['imap imaps pop3 pop3s', true, readCyrusMessage],
  ['courieresmtpd', true, readCourierSmtp],
  ['courier', false, readCourierLogin],
  ['smtpd', true, readOpenSmtpdMessage],
  ['proftpd', true, readProftpdMessage],
  ['pure-ftpd', true, readPureFtpdMessage],
  ['vsftpd', true, readVsftpdSyslog],
  ['sshd sshd-session', true, readSshdMessage],
  ['sftp-server internal-sftp', true, readSftpMessage],
  ['lighttpd', true, readLighttpdMessage],
  ['lfd mod_evasive', true, readBanMessage],
  ['fail2ban', false, readFail2banMessage],
];
const programs = PROGRAMS.flatMap(([names, isWhole, read]) =>
  names.split(' ').map((name) => ({ name: Buffer.from(name), isWhole, read })),
);

/**
 * FTP, SSH and mail servers in a log that programs share, as syslog keeps it (RFC 3164, RFC 5424), or in a file of the same form. The
 * lines of other programs are none of its entries and say nothing against it.
 */
export const serviceLogFormat = createServiceFormat('service-log', false);

/** The same with times that say their offset from UTC, as rsyslog writes them by default today. */
export const zonedServiceLogFormat = createServiceFormat('service-log-zoned', true);

function createServiceFormat(id: string, hasZone: boolean): LogFormat {
  return {
    id,
    weight: WEIGHT,
    ...(!hasZone && { timesAreLocal: true }),
    createReader(facts) {
      const header = new ProgramHeader(facts?.newest);
      return (bytes, start, end, fields) => {
        if (!header.read(bytes, start, end, fields, isKnown) || header.hasZone !== hasZone) return false;
        const read = readerOf(bytes, header.nameStart, header.nameEnd) ?? readPhpMail;
        return read(bytes, header.content, end, fields);
      };
    },
    isDirective: createHeaderTest(),
  };
}

/** Whether a line is one of any program. */
function createHeaderTest(): (bytes: Buffer, start: number, end: number) => boolean {
  const header = new ProgramHeader(undefined);
  const fields = new EntryFields();
  return (bytes, start, end) => header.read(bytes, start, end, fields, isKnown);
}

/** What reads the messages of the program with this name; `undefined` for other programs, of which PHP's may have any name. */
function readerOf(bytes: Buffer, nameStart: number, nameEnd: number): ReadEntry | undefined {
  const length = nameEnd - nameStart;
  for (const { name, isWhole, read } of programs) {
    const fits = isWhole ? length === name.length : length >= name.length;
    if (fits && startsWith(bytes, nameStart, nameEnd, name)) return read;
  }
  return undefined;
}

function isKnown(bytes: Buffer, nameStart: number, nameEnd: number): boolean {
  return readerOf(bytes, nameStart, nameEnd) !== undefined;
}
