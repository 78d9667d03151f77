import assert from 'node:assert/strict';
import { logOf } from '../../../support/lines';
import { readOnly, readService, TIME, type ServiceEntry } from '../../../support/serviceEntries';

const CLIENT = '192.0.2.1';
const EVENT = { kind: 'mail', time: TIME } as const;
const FROM_CLIENT = { ...EVENT, client: CLIENT } as const;
const ACCEPTED = { ...FROM_CLIENT, user: 'a@example.jp', method: 'AUTH', status: 235 } as const;
const REFUSED = { ...FROM_CLIENT, method: 'AUTH', status: 535 } as const;
const TAKEN = { ...EVENT, user: 'sato', method: 'MAIL', status: 250 } as const;

type Line = readonly [line: string, entry: Omit<ServiceEntry, 'message'>];

const SMTPD = 'Nov  1 10:56:55 mx postfix/smtpd[12]:';
const SUBMISSION = 'Nov  1 10:56:55 mx postfix/submission/smtpd[12]:';
const SENDMAIL = 'Nov  1 10:56:55 mx sm-mta[12]: 1A1AuTbC000012:';
const EXIM = '2021-11-01 10:56:55';
const EXIM_MAIL = `${EXIM} 1mhxyz-0001Ab-Cd`;
const DOVECOT = 'Nov  1 10:56:55 mx dovecot: imap-login:';
const SCRIPT = '/home/x/public_html/tw/tw_contact.php';

const POSTFIX: readonly Line[] = [
  [`${SMTPD} connect from unknown[${CLIENT}]`, FROM_CLIENT],
  [`${SMTPD} disconnect from p1.example.jp[${CLIENT}] ehlo=1 auth=0/1 commands=1/2`, FROM_CLIENT],
  [`${SMTPD} lost connection after AUTH from unknown[${CLIENT}]`, FROM_CLIENT],
  [
    `${SMTPD} NOQUEUE: reject: RCPT from unknown[${CLIENT}]: 554 5.7.1 <a@b.jp>: Relay access denied; from=<c@d.jp> to=<a@b.jp>`,
    { ...FROM_CLIENT, method: 'RCPT', status: 554 },
  ],
  [
    `${SMTPD} NOQUEUE: reject: RCPT from unknown[${CLIENT}]:4711: 450 4.7.1 Client host rejected`,
    { ...FROM_CLIENT, method: 'RCPT', status: 450 },
  ],
  [
    `${SMTPD} 4F1C2: milter-reject: DATA from unknown[${CLIENT}]: 550 5.7.1 Command rejected`,
    { ...FROM_CLIENT, method: 'RCPT', status: 550 },
  ],
  [
    `${SUBMISSION} warning: unknown[${CLIENT}]: SASL LOGIN authentication failed: UGFzc3dvcmQ6`,
    { ...REFUSED, level: 4 },
  ],
  [
    `${SUBMISSION} warning: unknown[${CLIENT}]:4711: SASL PLAIN authentication failed: , sasl_username=a@example.jp`,
    { ...REFUSED, user: 'a@example.jp', level: 4 },
  ],
  [
    `${SUBMISSION} 4F1C2: client=unknown[${CLIENT}], sasl_method=LOGIN, sasl_username=a@example.jp`,
    { ...TAKEN, client: CLIENT, user: 'a@example.jp' },
  ],
  [
    `${SUBMISSION} 4F1C2: client=unknown[${CLIENT}], sasl_method=LOGIN, sasl_username=a@example.jp, sasl_sender=b`,
    { ...TAKEN, client: CLIENT, user: 'a@example.jp' },
  ],
  [`${SMTPD} 4F1C2: client=mx.example.com[${CLIENT}]`, { ...FROM_CLIENT, method: 'MAIL', status: 250 }],
  ['Nov  1 10:56:55 mx postfix/pickup[12]: 4F1C2: uid=33 from=<sato>', TAKEN],
  ['Nov  1 10:56:55 mx postfix/cleanup[12]: 4F1C2: message-id=<1@example.jp>', EVENT],
  [
    'Nov  1 10:56:55 mx postfix/cleanup[12]: 4F1C2: warning: header X-PHP-Originating-Script: 1001:tw_contact.php from local; from=<a@b>',
    { ...EVENT, user: '1001', target: 'tw_contact.php' },
  ],
  [
    'Nov  1 10:56:55 mx postfix/qmgr[12]: 4F1C2: from=<a@example.jp>, size=1234, nrcpt=1 (queue active)',
    { ...EVENT, user: 'a@example.jp', bytes: 1234 },
  ],
  ['Nov  1 10:56:55 mx postfix/qmgr[12]: 4F1C2: removed', EVENT],
  [
    'Nov  1 10:56:55 mx postfix/smtp[12]: 4F1C2: to=<a@b.com>, relay=mx.b.com[198.51.100.1]:25, delay=1, delays=0/0/1/0, dsn=2.0.0, status=sent (250 ok)',
    { ...EVENT, method: 'DATA', status: 250 },
  ],
  [
    'Nov  1 10:56:55 mx postfix/smtp[12]: 4F1C2: to=<a@b.com>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to b.com: timed out)',
    { ...EVENT, method: 'DATA', status: 450 },
  ],
  [
    'Nov  1 10:56:55 mx postfix/local[12]: 4F1C2: to=<a@b.com>, relay=local, delay=1, dsn=5.1.1, status=bounced (unknown user: "a")',
    { ...EVENT, method: 'DATA', status: 550 },
  ],
  ['Nov  1 10:56:55 mx postfix/smtp[12]: fatal: out of memory', { ...EVENT, level: 2 }],
];

const ZONED: readonly Line[] = [
  [
    `2021-11-01T10:56:55.123456+09:00 mx postfix/smtpd[12]: connect from unknown[${CLIENT}]`,
    { ...FROM_CLIENT, time: '2021-11-01T10:56:55+09:00' },
  ],
  [`<22>1 2021-11-01T10:56:55.123Z mx postfix/smtpd 12 - - connect from unknown[${CLIENT}]`, FROM_CLIENT],
  [`<22>1 2021-11-01T10:56:55.123Z mx postfix/smtpd 12 id [a b="c"] connect from unknown[${CLIENT}]`, FROM_CLIENT],
];

const EXIM_LINES: readonly Line[] = [
  [
    `${EXIM_MAIL} <= a@example.jp U=sato P=local S=1234 T="Hello H=x [198.51.100.9]" from <a@example.jp> for b@c.com`,
    { ...TAKEN, bytes: 1234 },
  ],
  [
    `${EXIM_MAIL} <= a@example.jp H=([10.0.0.1]) [${CLIENT}]:4711 P=esmtpsa A=dovecot_login:a@example.jp S=1234`,
    { ...TAKEN, client: CLIENT, user: 'a@example.jp', bytes: 1234 },
  ],
  [
    `${EXIM_MAIL} <= a@b.com H=mx.b.com [${CLIENT}] P=esmtps S=1234 id=1@b.com`,
    { ...FROM_CLIENT, method: 'MAIL', status: 250, bytes: 1234 },
  ],
  [`${EXIM} 1tABCD-00000001XyZ-2abc <= a@example.jp U=sato P=local S=1234`, { ...TAKEN, bytes: 1234 }],
  [
    `${EXIM_MAIL} => a@b.com R=lookuphost T=remote_smtp H=mx.b.com [198.51.100.1] C="250 ok"`,
    { ...EVENT, method: 'DATA', status: 250 },
  ],
  [
    `${EXIM_MAIL} -> c@b.com R=lookuphost T=remote_smtp H=mx.b.com [198.51.100.1]`,
    { ...EVENT, method: 'DATA', status: 250 },
  ],
  [
    `${EXIM_MAIL} ** a@b.com R=lookuphost T=remote_smtp: SMTP error from remote mail server after RCPT TO:<a@b.com>: host mx.b.com [198.51.100.1]: 554 5.1.1 <a@b.com>: User unknown`,
    { ...EVENT, method: 'DATA', status: 554 },
  ],
  [`${EXIM_MAIL} ** a@b.com: Unrouteable address`, { ...EVENT, method: 'DATA', status: 550 }],
  [
    `${EXIM_MAIL} == a@b.com R=lookuphost T=remote_smtp defer (-1): timed out`,
    { ...EVENT, method: 'DATA', status: 450 },
  ],
  [`${EXIM_MAIL} Completed`, EVENT],
  [
    `${EXIM} cwd=/home/x/public_html/tw 3 args: /usr/sbin/sendmail -t -i`,
    { ...EVENT, target: '/home/x/public_html/tw' },
  ],
  [`${EXIM} cwd=/home/x/my site 3 args: /usr/sbin/sendmail -t -i`, { ...EVENT, target: '/home/x/my site' }],
  [`${EXIM} cwd=/var/spool/exim 2 args: /usr/sbin/exim -q`, EVENT],
  [
    `${EXIM} dovecot_login authenticator failed for (x) [${CLIENT}]: 535 Incorrect authentication data (set_id=a@example.jp)`,
    { ...REFUSED, user: 'a@example.jp' },
  ],
  [
    `${EXIM} login authenticator failed for p1.example.jp ([198.51.100.9]) [${CLIENT}]:4711 I=[198.51.100.1]:25: 535 Incorrect`,
    REFUSED,
  ],
  [
    `${EXIM} H=(x) [${CLIENT}]:4711 F=<a@b> rejected RCPT <c@d>: relay not permitted`,
    { ...FROM_CLIENT, method: 'RCPT', status: 550 },
  ],
  [
    `${EXIM} H=(x) [${CLIENT}]:4711 temporarily rejected connection in "connect" ACL: "Host is ratelimited"`,
    { ...FROM_CLIENT, method: 'RCPT', status: 451 },
  ],
  [`${EXIM} SMTP call from [${CLIENT}] dropped: too many syntax or protocol errors`, FROM_CLIENT],
  [
    `${EXIM} SMTP protocol error in "AUTH LOGIN" H=(y) [198.51.100.9]" H=(x) [${CLIENT}] AUTH command used when not advertised`,
    FROM_CLIENT,
  ],
];

const ZONED_EXIM: readonly Line[] = [
  [
    `${EXIM} +0900 [1234] 1mhxyz-0001Ab-Cd <= a@example.jp U=sato P=local S=1234`,
    { ...TAKEN, time: '2021-11-01T10:56:55+09:00', bytes: 1234 },
  ],
];

const SENDMAIL_LINES: readonly Line[] = [
  [
    `${SENDMAIL} from=sato, size=1234, class=0, nrcpts=1, msgid=<1@example.jp>, relay=sato@localhost`,
    { ...TAKEN, bytes: 1234 },
  ],
  [
    `${SENDMAIL} from=<a@b.com>, size=1234, class=0, nrcpts=1, proto=ESMTP, daemon=MTA, relay=mx.b.com [${CLIENT}]`,
    { ...FROM_CLIENT, method: 'MAIL', status: 250, bytes: 1234 },
  ],
  [
    `${SENDMAIL} from=<a@b.com>, size=0, class=0, nrcpts=0, proto=ESMTP, daemon=MTA, relay=[${CLIENT}]`,
    { ...FROM_CLIENT, bytes: 0 },
  ],
  [
    `${SENDMAIL} to=<a@b.com>, ctladdr=<sato> (33/33), delay=00:00:01, mailer=esmtp, relay=mx.b.com [198.51.100.1], dsn=2.0.0, stat=Sent (ok)`,
    { ...EVENT, method: 'DATA', status: 250 },
  ],
  [
    `${SENDMAIL} to=<a@b.com>, delay=00:00:01, mailer=esmtp, relay=mx.b.com., stat=Sent (ok)`,
    { ...EVENT, method: 'DATA', status: 250 },
  ],
  [
    `${SENDMAIL} to=<a@b.com>, delay=00:00:01, relay=mx.b.com., dsn=4.0.0, stat=Deferred: Connection timed out`,
    { ...EVENT, method: 'DATA', status: 450 },
  ],
  [`${SENDMAIL} to=<a@b.com>, delay=00:00:01, dsn=5.1.1, stat=User unknown`, { ...EVENT, method: 'DATA', status: 550 }],
  [
    `${SENDMAIL} ruleset=check_rcpt, arg1=<a@b.com>, relay=p1.example.jp [${CLIENT}] (may be forged), reject=550 5.7.1 <a@b.com>... Relaying denied, relay=[198.51.100.9]`,
    { ...FROM_CLIENT, method: 'RCPT', status: 550 },
  ],
  [
    `Nov  1 10:56:55 mx sendmail[12]: AUTH=server, relay=[${CLIENT}], authid=a@example.jp, mech=LOGIN, bits=0`,
    ACCEPTED,
  ],
  [`${SENDMAIL} AUTH failure (LOGIN): authentication failure (-13), user=x, relay=[${CLIENT}]`, REFUSED],
  [`${SENDMAIL} [${CLIENT}]: possible SMTP attack: command=AUTH, count=5`, FROM_CLIENT],
  [
    `${SENDMAIL} p1.example.jp [IPv6:2001:db8::1] did not issue MAIL/EXPN/VRFY/ETRN during connection to MTA`,
    { ...EVENT, client: '2001:db8::1' },
  ],
];

const MAILBOX_LINES: readonly Line[] = [
  [`Nov  1 10:56:55 mx smtpd[12]: 5d1fa0cd3eb20bcc smtp connected address=${CLIENT} host=x`, FROM_CLIENT],
  [
    `Nov  1 10:56:55 mx smtpd[12]: 5d1fa0cd3eb20bcc smtp authentication user=sato address=${CLIENT} host=x result=permfail`,
    { ...REFUSED, user: 'sato' },
  ],
  [
    `Nov  1 10:56:55 mx smtpd[12]: 5d1fa0cd3eb20bcc smtp authentication user=sato address=${CLIENT} host=x result=ok`,
    { ...ACCEPTED, user: 'sato' },
  ],
  [
    `Nov  1 10:56:55 mx smtpd[12]: 5d1fa0cd3eb20bcc smtp failed-command address=${CLIENT} host=x command="RCPT TO:<a@b.jp>" result="550 Invalid recipient"`,
    { ...FROM_CLIENT, method: 'RCPT', status: 550 },
  ],
  [
    `Nov  1 10:56:55 mx auth: pam_unix(dovecot:auth): authentication failure; logname= uid=0 ruser=sato rhost=${CLIENT}`,
    FROM_CLIENT,
  ],
  [
    `Nov  1 10:56:55 mx dovecot: auth-worker(12): pam(a@example.jp,${CLIENT}): unknown user`,
    { ...FROM_CLIENT, user: 'a@example.jp' },
  ],
  [
    `Nov  1 10:56:55 mx dovecot: auth-worker(12): conn unix:auth-worker (pid=1,uid=2): auth-worker<3>: sql(a@example.jp,${CLIENT},<x>): Password mismatch`,
    { ...FROM_CLIENT, user: 'a@example.jp' },
  ],
  [
    `Nov  1 10:56:55 mx dovecot-auth: pam_unix(dovecot:auth): authentication failure; logname= uid=0 ruser= rhost=${CLIENT}`,
    FROM_CLIENT,
  ],
  [
    `Nov  1 10:56:55 mx cyrus/imaps[12]: badlogin: p1.example.jp [${CLIENT}] plaintext sato SASL(-13): authentication failure: checkpass failed`,
    { ...REFUSED, user: 'sato' },
  ],
  [`Nov  1 10:56:55 mx imap[12]: badlogin: [${CLIENT}] CRAM-MD5 [SASL(-13): authentication failure]`, REFUSED],
  [
    `Nov  1 10:56:55 mx cyrus/imap[12]: login: p1.example.jp [${CLIENT}] sato plaintext+TLS User logged in`,
    { ...ACCEPTED, user: 'sato' },
  ],
  [
    `Nov  1 10:56:55 mx ipop3d[12]: Login failed user=sato auth=sato host=p1.example.jp [${CLIENT}]`,
    { ...REFUSED, user: 'sato' },
  ],
  [`Nov  1 10:56:55 mx imapd[12]: Authenticated user=sato host=p1.example.jp [${CLIENT}] mech=PLAIN`, EVENT],
  [
    `Nov  1 10:56:55 mx courieresmtpd: error,relay=::ffff:${CLIENT},from=<a@b.jp>,to=<c@d.jp>: 550 User unknown.`,
    { ...FROM_CLIENT, method: 'RCPT', status: 550 },
  ],
  [`Nov  1 10:56:55 mx courieresmtpd: error,relay=::ffff:${CLIENT},msg="535 Authentication failed.",cmd: x`, REFUSED],
  [
    `${DOVECOT} Login: user=<a@example.jp>, method=PLAIN, rip=${CLIENT}, lip=198.51.100.1, mpid=1, TLS, session=<x>`,
    ACCEPTED,
  ],
  [
    `${DOVECOT} Info: Disconnected (auth failed, 1 attempts in 2 secs): user=<a>, method=PLAIN, rip=${CLIENT}, lip=198.51.100.1`,
    { ...REFUSED, user: 'a' },
  ],
  [
    `${DOVECOT} Login aborted: Connection closed (auth failed, 3 attempts in 16 secs) (auth_failed): user=<a>, rip=${CLIENT}, lip=x`,
    { ...REFUSED, user: 'a' },
  ],
  [`${DOVECOT} Disconnected (no auth attempts in 0 secs): user=<>, rip=${CLIENT}, lip=198.51.100.1, TLS`, FROM_CLIENT],
  [
    `Nov 01 10:56:55 pop3-login: Info: Login: user=<a@example.jp>, method=PLAIN, rip=${CLIENT}, lip=198.51.100.1`,
    ACCEPTED,
  ],
  [`Nov  1 10:56:55 mx dovecot: auth: passwd-file(a,${CLIENT}): unknown user`, { ...FROM_CLIENT, user: 'a' }],
  [
    `Nov  1 10:56:55 mx imapd-ssl: LOGIN, user=a@example.jp, ip=[::ffff:${CLIENT}], port=[4711], protocol=IMAP`,
    ACCEPTED,
  ],
  [`Nov  1 10:56:55 mx pop3d: LOGIN FAILED, user=a, ip=[::ffff:${CLIENT}]`, { ...REFUSED, user: 'a' }],
  [`Nov  1 10:56:55 <mail.info> mx dovecot: imap-login: Login: user=<a@example.jp>, rip=${CLIENT}, lip=x`, ACCEPTED],
];

const PHP_LINES: readonly Line[] = [
  [
    `[01-Nov-2021 10:56:55 UTC] mail() on [${SCRIPT}:12]: To: a@example.com -- Headers: From: b@example.jp -- Subject: x`,
    { ...EVENT, method: 'MAIL', target: SCRIPT },
  ],
  [
    `[01-Nov-2021 10:56:55 Asia/Tokyo] mail() on [${SCRIPT}:12]: To: a@example.com -- Headers: `,
    { ...EVENT, time: '2021-11-01T10:56:55+09:00', method: 'MAIL', target: SCRIPT },
  ],
  [
    `[01-Nov-2021 10:56:55 UTC] mail() on [/a b/c.php(3) : eval()'d code:1]: To: ]: To: x`,
    { ...EVENT, method: 'MAIL', target: '/a b/c.php' },
  ],
];

const HEADER_LINES: readonly Line[] = [
  [
    `X-PHP-Script: example.jp/tw/tw_contact.php for ${CLIENT}`,
    { kind: 'mail', client: CLIENT, method: 'MAIL', target: '/tw/tw_contact.php', vhost: 'example.jp' },
  ],
  [
    `X-PHP-Script: www.example.jp/tw/tw_contact.php for ${CLIENT}, 198.51.100.2`,
    { kind: 'mail', client: CLIENT, method: 'MAIL', target: '/tw/tw_contact.php', vhost: 'www.example.jp' },
  ],
  [
    'X-PHP-Originating-Script: 1001:tw_contact.php',
    { kind: 'mail', user: '1001', method: 'MAIL', target: 'tw_contact.php' },
  ],
  [
    '/var/spool/exim/input/1mhxyz-0001Ab-Cd-H:037  X-PHP-Originating-Script: 1001: mail.php(12) : eval()',
    { kind: 'mail', user: '1001', method: 'MAIL', target: 'mail.php(12)' },
  ],
];

const FORMATS: Readonly<Record<string, readonly Line[]>> = {
  'service-log': [...POSTFIX, ...SENDMAIL_LINES, ...MAILBOX_LINES],
  'service-log-zoned': ZONED,
  exim: EXIM_LINES,
  'exim-zoned': ZONED_EXIM,
  'php-mail': PHP_LINES,
  'php-mail-headers': HEADER_LINES,
};

describe('Logs of mail servers', () => {
  for (const [format, lines] of Object.entries(FORMATS)) {
    for (const [line, entry] of lines) {
      it(`are read as ${format}: ${line}`, async () => {
        assert.equal((await readService(line)).format, format);
        assert.deepEqual(await readOnly(line), entry);
      });
    }
  }

  it('of Exim and PHP are read behind syslog as well', async () => {
    for (const [line, entry] of EXIM_LINES) {
      assert.deepEqual(await readOnly(line.replace(EXIM, 'Nov  1 10:56:55 mx exim[12]:')), entry, line);
    }
    const call = `Nov  1 10:56:55 web php-fpm[12]: mail() on [${SCRIPT}:12]: To: a@example.com -- Headers: `;
    assert.deepEqual(await readOnly(call), { ...EVENT, method: 'MAIL', target: SCRIPT });
  });

  it('keep what the server said, which begins with the id of the mail', async () => {
    const { entries } = await readService(`${SMTPD} 4F1C2: client=mx.example.com[${CLIENT}]`);
    assert.equal(entries[0]?.message, `4F1C2: client=mx.example.com[${CLIENT}]`);
  });

  it('count each mail once, whatever became of it', async () => {
    const [submitted, queued, sent] = [POSTFIX[11]![0], POSTFIX[14]![0], POSTFIX[16]![0]];
    const { entries } = await readService([submitted, queued, sent, queued, sent].join('\n'));
    assert.equal(entries.filter(({ method }) => method === 'MAIL').length, 1);
    const exim = [EXIM_LINES[11]![0], EXIM_LINES[0]![0], EXIM_LINES[5]![0], EXIM_LINES[10]![0]];
    const counted = (await readService(exim.join('\n'))).entries;
    assert.equal(counted.filter(({ method }) => method === 'MAIL').length, 1);
  });

  it('can’t be made to blame somebody else by what a client sends', async () => {
    const lines = [
      `${DOVECOT} Disconnected (auth failed, 1 attempts in 2 secs): user=<a>, method=PLAIN, rip=198.51.100.9, >, method=PLAIN, rip=${CLIENT}, lip=x`,
      `${DOVECOT} Disconnected (auth failed, 1 attempts): user=<Login: user=<b>>, rip=${CLIENT}, lip=x`,
      `${EXIM} login authenticator failed for ([198.51.100.9]) [${CLIENT}]: 535 Incorrect authentication data (set_id=b [198.51.100.9])`,
    ];
    for (const line of lines) {
      const entry = await readOnly(line);
      assert.deepEqual([entry?.client, entry?.status], [CLIENT, 535], line);
    }
    const taken = await readOnly(
      `${EXIM_MAIL} <= "a A=login:root H=x [198.51.100.9]"@b H=mx [${CLIENT}] P=esmtp S=1 T="A=login:root"`,
    );
    assert.deepEqual([taken?.client, taken?.user], [CLIENT, undefined]);
  });

  it('may share a file with FTP servers and programs that are neither', async () => {
    const others = logOf(40, (n) => `Nov  1 10:56:${n + 10} web CRON[${n}]: (root) CMD (run-parts /etc/cron.hourly)`);
    const ours = [POSTFIX[11]![0], `Nov  1 10:56:55 web vsftpd[12]: [sato] OK LOGIN: Client "${CLIENT}"`];
    const { format, entries, rejected } = await readService(`${others}${ours.join('\n')}\n${others}`);
    assert.equal(format, 'service-log');
    assert.deepEqual(
      entries.map(({ kind, method, status }) => [kind, method, status]),
      [
        ['mail', 'MAIL', 250],
        ['ftp', 'PASS', 230],
      ],
    );
    assert.equal(rejected.length, 80);
  });

  it('go over New Year in one file', async () => {
    const lines = ['Dec 31 23:59:59', 'Jan  1 00:00:01', 'Nov  1 10:56:55'];
    const { entries } = await readService(logOf(3, (n) => `${lines[n]} mx postfix/qmgr[1]: 4F1C2: removed`));
    assert.deepEqual(
      entries.map(({ time }) => time?.slice(0, 10)),
      ['2020-12-31', '2021-01-01', '2021-11-01'],
    );
  });

  it('with headers of mails are told from other text', async () => {
    const mail = ['Return-Path: <a@b>', 'Subject: x', '\tgoes on', HEADER_LINES[0]![0], 'To: c@d', ''].join('\r\n');
    const { format, entries, rejected } = await readService(mail);
    assert.deepEqual([format, entries.length, rejected], ['php-mail-headers', 1, [1, 2, 3, 5]]);
    assert.equal((await readService('Return-Path: <a@b>\nSubject: x\nTo: c@d\n')).format, undefined);
    const prose = `See X-PHP-Script: below.\n${logOf(9, () => 'In the header you find the script.')}`;
    assert.equal((await readService(prose)).format, undefined);
  });

  it('are not what other programs write in the same form', async () => {
    for (const line of [
      'Nov  1 10:56:55 web sudo: sato : TTY=pts/0 ; PWD=/home/x ; USER=root ; COMMAND=/bin/ls',
      'Nov  1 10:56:55 web kernel: [12.3] eth0: link up',
      'Nov  1 10:56:55 web named[12]: client 192.0.2.1#53: query: postfix IN A',
      '2021-11-01 10:56:55 Accepted connection from player [192.0.2.1]',
      '2021-11-01 10:56:55 INFO done',
      '2021-11-01 10:56:55,123 web app[12]: started',
      '[01-Nov-2021 10:56:55 UTC] mail() on nothing',
      '[01-Nov-2021 10:56:55 UTC] see mail() on [/a.php:1]: To: b',
    ]) {
      const { entries } = await readService(logOf(5, () => line));
      assert.ok(
        entries.every(({ kind }) => kind === 'error'),
        line,
      );
    }
  });
});
