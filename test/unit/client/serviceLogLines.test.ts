import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { logLanguage } from '../../../client/src/logLanguage';

/** First lines of logs of FTP and mail servers. */
const LOGS: Readonly<Record<string, readonly string[]>> = {
  xferlog: ['Mon Nov  1 10:56:55 2021 3 192.0.2.1 1234 /home/x/a b.php b _ i r user ftp 0 * c'],
  vsftpd: ['Mon Nov  1 10:56:55 2021 [pid 2] [user] FAIL LOGIN: Client "192.0.2.1"'],
  'ProFTPD in a file of its own': [
    '2021-11-01 10:56:55,123 host proftpd[1234] host (client[192.0.2.1]): USER x (Login failed): Incorrect password.',
    '2021-11-01 10:56:55,123 host proftpd[1234]: FTP session opened.',
  ],
  'Pure-FTPd': ['Nov  1 10:56:55 h pure-ftpd: (?@192.0.2.1) [WARNING] Authentication failed for user [x]'],
  Postfix: [
    'Nov  1 10:56:55 h postfix/smtpd[1]: connect from unknown[192.0.2.1]',
    'Nov  1 10:56:56 h opendkim[2]: 4A: DKIM-Signature field added',
    '2021-11-01T10:56:57.123456+09:00 h postfix/qmgr[3]: 4A: removed',
  ],
  sendmail: ['<22>Nov  1 10:56:55 h sm-mta[1]: 1A1uv1: from=<a@example.jp>, size=1, nrcpts=1'],
  Dovecot: ['Nov  1 10:56:55 h dovecot: imap-login: Login: user=<x>, rip=192.0.2.1'],
  Exim: [
    '2021-11-01 10:56:55 1mhxyz-0001Ab-Cd <= user@example.jp U=user P=local S=1234',
    '2021-11-01 10:56:55 +0900 [12] cwd=/home/x 3 args: /usr/sbin/sendmail -t -i',
    '2021-11-01 10:56:55 dovecot_login authenticator failed for (x) [192.0.2.1]: 535 Incorrect',
    '2021-11-01 10:56:55 1mhxyz-00000000Abc-Cdef Completed',
  ],
  'PHP’s log of mails': ['[01-Nov-2021 10:56:55 UTC] mail() on [/home/x/a.php:12]: To: a@example.com -- Headers: x'],
  FileZilla: ['(000001)1/11/2021 10:56:55 - (not logged in) (192.0.2.1)> USER x'],
};

/** First lines of what is none. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  'the log of a system': [
    'Nov  1 10:56:55 h sshd[1]: Failed password for root from 192.0.2.1 port 22 ssh2',
    'Nov  1 10:56:56 h CRON[2]: (root) CMD (x)',
    'Nov  1 10:56:57 h postfix/pickup[3]: 4A: uid=33 from=<x>',
  ],
  'a program’s log': ['2021-11-01 10:56:55 abcdef ready', '2021-11-01 10:56:55 [12] no match found', '(000001) ready'],
  'a date': ['Mon Nov  1 10:56:55 2021', 'Mon Nov  1 10:56:55 2021 3 tasks'],
  nothing: ['', ' '],
};

/** Whether a name matches a pattern of VS Code: `*` is anything, `[…]` one of some characters. */
function matches(name: string, pattern: string): boolean {
  const source = pattern
    .replaceAll('.', String.raw`\.`)
    .replaceAll('*', '.*')
    .replaceAll(String.raw`[\.`, '[.');
  return new RegExp(`^${source}$`).test(name);
}

describe('The log of an FTP or a mail server', () => {
  for (const [name, lines] of Object.entries(LOGS)) {
    it(`is known by the first lines of ${name}`, () => assert.equal(logLanguage(['', ...lines]), 'service-log'));
  }

  for (const [name, lines] of Object.entries(OTHERS)) {
    it(`is not ${name}`, () => assert.equal(logLanguage(lines), undefined));
  }

  it('is known by names that hosts give it', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      contributes: { languages: { id: string; filenamePatterns?: string[] }[] };
    };
    const languageOf = (name: string): string | undefined =>
      contributes.languages.find(({ filenamePatterns = [] }) => filenamePatterns.some((each) => matches(name, each)))
        ?.id;
    const names =
      'xferlog xferlog.1 xferlog-20211101 example.jp_xferlog xferlog_regular.processed maillog maillog-20211107 mail.log ' +
      'mail.log.1 exim_mainlog exim_mainlog-20211101 exim_rejectlog vsftpd.log vsftpd.log.1 proftpd.log pureftpd.log ' +
      'pure-ftpd.log ftp.log ftp.example.jp-ftp_log ftp.example.jp-ftp_log-Nov-2021';
    for (const name of names.split(' ')) assert.equal(languageOf(name), 'service-log', name);
    for (const name of ['email.log', 'sftp.log', 'mail.txt', 'log']) assert.equal(languageOf(name), undefined, name);
    assert.equal(languageOf('ssl_request_log'), 'access-log');
  });

  it('is looked for without end in no hostile line', () => {
    for (const piece of [
      '(000001)1/11 10:10:10 - (',
      'Nov  1 10:56:55 ',
      '2021-11-01 10:56:55 ',
      'postfix/',
      '[01-Nov-',
    ]) {
      logLanguage(Array.from({ length: 200 }, () => piece.repeat(100_000)));
    }
  });
});
