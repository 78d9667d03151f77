import assert from 'node:assert/strict';
import { logOf } from '../../../support/lines';
import { readOnly, readService, TIME, type ServiceEntry } from '../../../support/serviceEntries';

const CLIENT = '192.0.2.1';
const FTP = { kind: 'ftp', client: CLIENT, time: TIME } as const;
const UPLOAD = { ...FTP, user: 'sato', method: 'STOR', target: '/home/x/l.php', status: 226, bytes: 1234 } as const;
const ACCEPTED = { ...FTP, user: 'sato', method: 'PASS', status: 230 } as const;
const REFUSED = { ...FTP, user: 'sato', method: 'PASS', status: 530 } as const;

type Line = readonly [line: string, entry: Omit<ServiceEntry, 'message'>];

const XFER = 'Mon Nov  1 10:56:55 2021';
const VSFTPD = 'Mon Nov  1 10:56:55 2021 [pid 12]';
const SYSLOG = 'Nov  1 10:56:55 web';
const FILEZILLA = '(000012)2021/11/01 10:56:55 -';

/** Lines of each format, and what they say. */
const FORMATS: Readonly<Record<string, readonly Line[]>> = {
  xferlog: [
    [`${XFER} 3 ${CLIENT} 1234 /home/x/l.php b _ i r sato ftp 0 * c`, UPLOAD],
    [`${XFER} 3 ${CLIENT} 1234 /home/x/l.php b _ i r sato ftp 0 *`, UPLOAD],
    [`${XFER} 3 ${CLIENT} 1234 /home/x/l.php a _ o g sato ftp 1 sato c`, { ...UPLOAD, method: 'RETR' }],
    [`${XFER} 3 ${CLIENT} 12 /home/x/l.php b _ i r sato ftp 0 * i`, { ...UPLOAD, status: 426, bytes: 12 }],
    [`${XFER} 0 ${CLIENT} 1234 /home/x/l.php b _ d r sato sftp 0 * c`, { ...UPLOAD, method: 'DELE', status: 250 }],
    [`${XFER} 3 ${CLIENT} 1234 /a b_c d.php b _ i r sato ftp 0 * c`, { ...UPLOAD, target: '/a b_c d.php' }],
    [`${XFER} 3 ${CLIENT} 1234 /ま.php b _ i a a b@c d ftp 0 * c`, { ...UPLOAD, target: '/ま.php', user: 'a b@c d' }],
    [`${XFER} 3 ::ffff:${CLIENT} 1234 /home/x/l.php b _ i r sato ftp 0 * c`, UPLOAD],
    [
      `${XFER} 3 p1.example.jp 0 /l b _ o r - ftp 0 * c`,
      { ...FTP, client: 'p1.example.jp', method: 'RETR', target: '/l', status: 226, bytes: 0 },
    ],
  ],
  vsftpd: [
    [`${VSFTPD} CONNECT: Client "::ffff:${CLIENT}"`, FTP],
    [`${VSFTPD} [sato] OK LOGIN: Client "${CLIENT}"`, ACCEPTED],
    [`${VSFTPD} [sato] OK LOGIN: Client "${CLIENT}", anon password "a@b"`, ACCEPTED],
    [`${VSFTPD} [sato] FAIL LOGIN: Client "${CLIENT}"`, REFUSED],
    [`${VSFTPD} [sato] FAIL LOGIN: Client "${CLIENT}", "User is not in the allow user list."`, REFUSED],
    [`${VSFTPD} [sato] OK UPLOAD: Client "${CLIENT}", "/home/x/l.php", 1234 bytes, 1.20Kbyte/sec`, UPLOAD],
    [
      `${VSFTPD} [sato] OK UPLOAD: Client "${CLIENT}", "/a "b", c.php", 1234 bytes, 1.20Kbyte/sec`,
      { ...UPLOAD, target: '/a "b", c.php' },
    ],
    [
      `${VSFTPD} [sato] OK DOWNLOAD: Client "${CLIENT}", "/home/x/l.php", 1234 bytes, 1.20Kbyte/sec`,
      { ...UPLOAD, method: 'RETR' },
    ],
    [
      `${VSFTPD} [sato] FAIL DOWNLOAD: Client "${CLIENT}", "/l.php", 0.00Kbyte/sec`,
      { ...FTP, user: 'sato', method: 'RETR', target: '/l.php', status: 550 },
    ],
    [
      `${VSFTPD} [sato] OK DELETE: Client "${CLIENT}", "/l.php"`,
      { ...FTP, user: 'sato', method: 'DELE', target: '/l.php', status: 250 },
    ],
    [
      `${VSFTPD} [sato] OK RENAME: Client "${CLIENT}", "/l.txt /l.php"`,
      { ...FTP, user: 'sato', method: 'RNTO', target: '/l.php', status: 250 },
    ],
    [
      `${VSFTPD} [sato] OK MKDIR: Client "${CLIENT}", "/a"`,
      { ...FTP, user: 'sato', method: 'MKD', target: '/a', status: 257 },
    ],
    [
      `${VSFTPD} [sato] OK CHMOD: Client "${CLIENT}", "/l.php 755"`,
      { ...FTP, user: 'sato', method: 'SITE', target: '/l.php', status: 200 },
    ],
    [
      `${VSFTPD} [sato] FTP command: Client "${CLIENT}", "STOR l.php"`,
      { ...FTP, user: 'sato', method: 'STOR', target: 'l.php' },
    ],
    [`${VSFTPD} FTP command: Client "${CLIENT}", "USER sato"`, { ...FTP, user: 'sato', method: 'USER' }],
    [
      `${VSFTPD} [sato] FTP response: Client "${CLIENT}", "530 Permission denied."`,
      { ...FTP, user: 'sato', status: 530 },
    ],
  ],
  'service-log': [
    [`${SYSLOG} vsftpd[12]: [sato] OK LOGIN: Client "${CLIENT}"`, ACCEPTED],
    [
      `${SYSLOG} vsftpd: pam_unix(vsftpd:auth): authentication failure; logname= uid=0 tty=ftp ruser=a rhost=${CLIENT}  user=sato`,
      REFUSED,
    ],
    [`${SYSLOG} proftpd[12]: web (p1.example.jp[${CLIENT}]): USER sato: Login successful.`, ACCEPTED],
    [`${SYSLOG} proftpd[12]: web (p1[::ffff:${CLIENT}]) - USER sato (Login failed): Incorrect password.`, REFUSED],
    [
      `${SYSLOG} proftpd[12] web (p1[${CLIENT}]): USER sato: no such user found from p1 [${CLIENT}] to 198.51.100.1:21`,
      REFUSED,
    ],
    [`${SYSLOG} proftpd[12]: web (p1[${CLIENT}]): ANON sato: Login successful.`, ACCEPTED],
    [
      `${SYSLOG} proftpd[12]: web (p1[${CLIENT}]): SECURITY VIOLATION: Root login attempted`,
      { ...FTP, method: 'PASS', status: 530 },
    ],
    [`${SYSLOG} proftpd[12]: web (p1[${CLIENT}]): FTP session opened.`, FTP],
    [`${SYSLOG} proftpd[12]: ProFTPD 1.3.8 standalone mode STARTUP`, { kind: 'ftp', time: TIME }],
    [`2021-11-01 10:56:55,123 web proftpd[12] web (p1[${CLIENT}]): USER sato: Login successful.`, ACCEPTED],
    [`${SYSLOG} pure-ftpd: (?@${CLIENT}) [INFO] New connection from ${CLIENT}`, FTP],
    [`${SYSLOG} pure-ftpd: (?@${CLIENT}) [WARNING] Authentication failed for user [sato]`, REFUSED],
    [`${SYSLOG} pure-ftpd: (?@${CLIENT}) [INFO] sato is now logged in`, ACCEPTED],
    [`${SYSLOG} pure-ftpd: (a@b.jp@${CLIENT}) [INFO] a@b.jp is now logged in`, { ...ACCEPTED, user: 'a@b.jp' }],
    [`${SYSLOG} pure-ftpd: (sato@${CLIENT}) [NOTICE] /home/x/l.php uploaded  (1234 bytes, 12.34KB/sec)`, UPLOAD],
    [
      `${SYSLOG} pure-ftpd[12]: (sato@${CLIENT}) [NOTICE] /home/x/l.php downloaded  (1234 bytes, 12.34KB/sec)`,
      { ...UPLOAD, method: 'RETR' },
    ],
    [
      `${SYSLOG} pure-ftpd: (sato@${CLIENT}) [NOTICE] Deleted /l.php`,
      { ...FTP, user: 'sato', method: 'DELE', target: '/l.php', status: 250 },
    ],
    [
      `${SYSLOG} pure-ftpd: (sato@${CLIENT}) [NOTICE] File successfully renamed or moved: [/l.txt]->[/l.php]`,
      { ...FTP, user: 'sato', method: 'RNTO', target: '/l.php', status: 250 },
    ],
  ],
  'ftp-clf': [
    [`${CLIENT} UNKNOWN sato [01/Nov/2021:10:56:55 +0000] "STOR /home/x/l.php" 226 1234`, UPLOAD],
    [`${CLIENT} nobody sato [01/Nov/2021:10:56:55 +0000] "PASS (hidden)" 230 -`, ACCEPTED],
    [
      `${CLIENT} UNKNOWN nobody [01/Nov/2021:10:56:55 +0000] "USER sato" 331 -`,
      { ...FTP, user: 'sato', method: 'USER', status: 331 },
    ],
    [
      `${CLIENT} UNKNOWN sato [01/Nov/2021:10:56:55 +0000] "QUIT" 221 -`,
      { ...FTP, user: 'sato', method: 'QUIT', status: 221 },
    ],
    [
      `${CLIENT} UNKNOWN sato [01/Nov/2021:10:56:55 +0000] "DELE a b.php" 550 -`,
      { ...FTP, user: 'sato', method: 'DELE', target: 'a b.php', status: 550 },
    ],
  ],
  'pure-ftpd-clf': [
    [`${CLIENT} - sato [01/Nov/2021:10:56:55 -0000] "PUT /home/x/l.php" 200 1234`, UPLOAD],
    // The offset has the wrong sign in that log.
    [
      `${CLIENT} - sato [01/Nov/2021:10:56:55 -0900] "GET /home/x/l.php" 200 1234`,
      { ...UPLOAD, time: '2021-11-01T10:56:55+09:00', method: 'RETR' },
    ],
  ],
  'pure-ftpd-stats': [
    [`1635764215 617f4a27.4d2 sato ${CLIENT} U 1234 1 /home/x/l.php`, UPLOAD],
    [`1635764215 617f4a27.4d2 sato ${CLIENT} D 1234 1 /a b.php`, { ...UPLOAD, method: 'RETR', target: '/a b.php' }],
  ],
  'filezilla-classic': [
    [`${FILEZILLA} (not logged in) (${CLIENT})> Connected on port 21, sending welcome message...`, FTP],
    [`${FILEZILLA} (not logged in) (${CLIENT})> USER sato`, { ...FTP, user: 'sato', method: 'USER' }],
    [
      `${FILEZILLA} (not logged in) (${CLIENT})> 530 Login or password incorrect!`,
      { ...FTP, method: 'PASS', status: 530 },
    ],
    [`${FILEZILLA} sato (${CLIENT})> 230 Logged on`, ACCEPTED],
    [
      `(000012)01.11.2021 10:56:55 - sato (${CLIENT})> STOR l.php`,
      { ...FTP, user: 'sato', method: 'STOR', target: 'l.php' },
    ],
    [
      `(000012)11/1/2021 10:56:55 AM - sato (${CLIENT})> DELE l.php`,
      { ...FTP, user: 'sato', method: 'DELE', target: 'l.php' },
    ],
    [`(000012)01/11/2021 10:56:55 - (x) (${CLIENT})> QUIT`, { ...FTP, user: '(x)', method: 'QUIT' }],
  ],
  filezilla: [
    [`2021-11-01T10:56:55.123Z == [FTP Session 12 ${CLIENT}] Session ended`, FTP],
    [`2021-11-01T10:56:55.123Z >> [FTP Session 12 ${CLIENT}] USER sato`, { ...FTP, user: 'sato', method: 'USER' }],
    [`2021-11-01T10:56:55.123Z << [FTP Session 12 ${CLIENT} sato] 230 Login successful.`, ACCEPTED],
    [
      `2021-11-01T10:56:55.123Z >> [FTP Session 12 ${CLIENT} sato] STOR l.php`,
      { ...FTP, user: 'sato', method: 'STOR', target: 'l.php' },
    ],
  ],
  iis: [
    [
      `${CLIENT}, sato, 11/1/2021, 10:56:55, MSFTPSVC1, WEB, 198.51.100.1, 16, 0, 1234, 226, 0, [12]created, /home/x/l.php, -,`,
      UPLOAD,
    ],
    [
      `${CLIENT}, -, 11/01/21, 10:56:55, MSFTPSVC1, WEB, 198.51.100.1, 0, 0, 0, 331, 0, [12]USER, sato, -,`,
      { ...FTP, user: 'sato', method: 'USER', status: 331, bytes: 0 },
    ],
    [
      `${CLIENT}, -, 11/01/21, 10:56:55, W3SVC2, WEB, 198.51.100.1, 4502, 163, 3223, 200, 0, GET, /a, b.gif, x=1,`,
      { kind: 'request', client: CLIENT, time: TIME, method: 'GET', target: '/a, b.gif?x=1', status: 200, bytes: 3223 },
    ],
  ],
};

describe('Logs of FTP servers', () => {
  for (const [format, lines] of Object.entries(FORMATS)) {
    for (const [line, entry] of lines) {
      it(`are read as ${format}: ${line}`, async () => {
        assert.equal((await readService(line)).format, format);
        assert.deepEqual(await readOnly(line), entry);
      });
    }
  }

  it('keep what the server said as the message', async () => {
    const { entries } = await readService(`${VSFTPD} [sato] OK LOGIN: Client "${CLIENT}"`);
    assert.equal(entries[0]?.message, `OK LOGIN: Client "${CLIENT}"`);
  });

  it('of an IIS or Pure-FTPd in the extended format are told from those of its web server', async () => {
    const iis7 = [
      '#Fields: date time c-ip cs-username s-ip s-port cs-method cs-uri-stem sc-status sc-win32-status x-session x-fullpath',
      `2021-11-01 10:56:55 ${CLIENT} - 198.51.100.1 21 ControlChannelOpened - - 0 a1 -`,
      `2021-11-01 10:56:55 ${CLIENT} - 198.51.100.1 21 USER sato 331 0 a1 -`,
      `2021-11-01 10:56:55 ${CLIENT} WEB\\sato 198.51.100.1 21 PASS *** 230 0 a1 /`,
      `2021-11-01 10:56:55 ${CLIENT} WEB\\sato 198.51.100.1 21 STOR l.php 226 0 a1 /www/l.php`,
    ];
    const { format, entries } = await readService(iis7.join('\n'));
    assert.equal(format, 'w3c');
    assert.deepEqual(entries, [
      FTP,
      { ...FTP, user: 'sato', method: 'USER', status: 331 },
      { ...FTP, user: 'WEB\\sato', method: 'PASS', status: 230 },
      { ...FTP, user: 'WEB\\sato', method: 'STOR', target: '/www/l.php', status: 226 },
    ]);
    const iis6 = [
      '#Fields: date time c-ip cs-username cs-method cs-uri-stem sc-status cs-version cs(User-Agent)',
      `2021-11-01 10:56:55 ${CLIENT} sato [12]created /l.php 226 FTP -`,
      `2021-11-01 10:56:55 ${CLIENT} sato GET /help 200 HTTP/1.1 x`,
    ];
    assert.deepEqual(
      (await readService(iis6.join('\n'))).entries.map(({ kind, method, target }) => [kind, method, target]),
      [
        ['ftp', 'STOR', '/l.php'],
        ['request', 'GET', '/help'],
      ],
    );
    const pureFtpd = [
      '#Software: Pure-FTPd 1.0.49',
      '#Fields: date time c-ip cs-method cs-uri-stem sc-status cs-username sc-bytes',
      `2021-11-01 10:56:55 ${CLIENT} []created /home/x/l.php 226 sato 1234`,
    ];
    assert.deepEqual((await readService(pureFtpd.join('\n'))).entries, [UPLOAD]);
  });

  it('of FileZilla give a reply the command before it in the same session', async () => {
    const lines = [
      `(000012)2021/11/01 10:56:55 - sato (${CLIENT})> STOR l.php`,
      `(000013)2021/11/01 10:56:55 - ito (198.51.100.2)> RETR a.txt`,
      `(000012)2021/11/01 10:56:55 - sato (${CLIENT})> 226 Successfully transferred "/www/l.php"`,
      `(000013)2021/11/01 10:56:55 - ito (198.51.100.2)> 226 Successfully transferred "/a.txt"`,
    ];
    const { entries } = await readService(lines.join('\n'));
    assert.deepEqual(
      entries.map(({ user, method, target, status }) => [user, method, target, status]),
      [
        ['sato', 'STOR', 'l.php', undefined],
        ['ito', 'RETR', 'a.txt', undefined],
        ['sato', 'STOR', '/www/l.php', 226],
        ['ito', 'RETR', '/a.txt', 226],
      ],
    );
  });

  it('can’t be made to say that somebody logged in by who chooses a user’s name', async () => {
    const names = [
      'x] OK LOGIN: Client "198.51.100.9',
      'x] OK LOGIN: Client "198.51.100.9", anon password "y',
      'x] OK UPLOAD: Client "198.51.100.9", "/l.php", 1 bytes, 1Kbyte/sec [',
    ];
    for (const name of names) {
      const entry = await readOnly(`${VSFTPD} [${name}] FAIL LOGIN: Client "${CLIENT}"`);
      assert.deepEqual([entry?.client, entry?.status, entry?.method], [CLIENT, 530, 'PASS'], name);
    }
    const proftpd = `${SYSLOG} proftpd[12]: web (p1[${CLIENT}]): USER`;
    for (const line of [
      `${proftpd} a: Login successful.: no such user found from p1 [${CLIENT}] to 198.51.100.1:21`,
      `${proftpd} (p2[198.51.100.9]): USER b: Login successful. (Login failed): Incorrect password.`,
    ]) {
      const entry = await readOnly(line);
      assert.deepEqual([entry?.client, entry?.status], [CLIENT, 530], line);
    }
    const pureFtpd = await readOnly(
      `${SYSLOG} pure-ftpd: (?@${CLIENT}) [WARNING] Authentication failed for user [a] is now logged in]`,
    );
    assert.equal(pureFtpd?.status, 530);
  });

  it('can’t be made to say something else by the name of a file', async () => {
    const upload = await readOnly(
      `${SYSLOG} pure-ftpd: (sato@${CLIENT}) [NOTICE] /a downloaded  (1 bytes, 1KB/sec) uploaded  (1234 bytes, 1KB/sec)`,
    );
    assert.deepEqual(
      [upload?.method, upload?.target, upload?.bytes],
      ['STOR', '/a downloaded  (1 bytes, 1KB/sec)', 1234],
    );
    const xfer = await readOnly(`${XFER} 3 ${CLIENT} 1 /a.php b _ i a x b _ o r root ftp 0 * c`);
    assert.deepEqual([xfer?.method, xfer?.target, xfer?.user], ['STOR', '/a.php', 'x b _ o r root']);
  });

  it('are not what lacks a part or has nonsense in its place', async () => {
    for (const line of [
      `${XFER} 3 ${CLIENT} 1234 /home/x/l.php b _ i r sato ftp`,
      `${XFER} x ${CLIENT} 1234 /home/x/l.php b _ i r sato ftp 0 * c`,
      `${XFER} 3 ${CLIENT} many /home/x/l.php b _ i r sato ftp 0 * c`,
      `${XFER} 3 ${CLIENT} 1234 /home/x/l.php b _ x r sato ftp 0 * c`,
      `${XFER} 3 ${CLIENT} 1234`,
      `${VSFTPD} [sato] OK LOGIN`,
      `${VSFTPD} [sato OK LOGIN: Client ${CLIENT}`,
      VSFTPD,
      `${CLIENT} - - [01/Nov/2021:10:56:55 +0000] "STOR" - -`,
      `1635764215 617f4a27 sato ${CLIENT} U 1234 1 /home/x/l.php`,
      `1635764215 617f4a27.4d2 sato ${CLIENT} X 1234 1 /home/x/l.php`,
      `1635764215 617f4a27.4d2 sato ${CLIENT} U 1234 1`,
      `(000012)2021/13/01 10:56:55 - sato (${CLIENT})> QUIT`,
      `(000012)2021/11/01 - sato (${CLIENT})> QUIT`,
      `(12) see above (${CLIENT})> QUIT`,
      `${CLIENT}, -, 11/01/21, 10:56:55, SMTPSVC1, WEB, 198.51.100.1, 4502, 163, 3223, 200, 0, GET, /a, -,`,
      `${CLIENT}, -, 31/31/21, 10:56:55, W3SVC1, WEB, 198.51.100.1, 4502, 163, 3223, 200, 0, GET, /a, -,`,
    ]) {
      const { format } = await readService(logOf(5, () => line));
      assert.ok(format === undefined || format === 'common', `${format}: ${line}`);
    }
  });

  it('are not seen in requests to a web server of old', async () => {
    for (const line of [
      `${CLIENT} - - [01/Nov/2021:10:56:55 +0900] "GET /index.html" 200 512`,
      `${CLIENT} - sato [01/Nov/2021:10:56:55 +0900] "GET /index.html" 200 512 "-" "x"`,
      `${CLIENT} - sato [01/Nov/2021:10:56:55 +0900] "PUT /index.html HTTP/1.1" 200 512`,
      `${CLIENT} - sato [01/Nov/2021:10:56:55 +0900] "GET /index.html" 404 512`,
    ]) {
      const { entries } = await readService(logOf(5, () => line));
      assert.deepEqual(new Set(entries.map(({ kind }) => kind)), new Set(['request']), line);
    }
  });
});
