import { ENGLISH_MAILS } from '../../support/hostMails/englishMails';
import { JAPANESE_MAILS } from '../../support/hostMails/japaneseMails';
import type { SiteTarget } from '../site/siteCase';
import { checkHostFile } from './checkHostFile';

const MIME = `MIME-Version: 1.0
Subject: =?iso-2022-jp?b?GyRCSVRANSRKJVUlISUkJWswbE13GyhC?=
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain; charset=iso-2022-jp; format=flowed

/home/u/web/l.php
--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<p>=E3=81=82<br>/home/u/web/a.php</p>
--b
Content-Disposition: attachment; filename*=utf-8''%E4%B8%80.txt
Content-Transfer-Encoding: base64

L2hvbWUvdS93ZWIvYi5waHA=
--b--
`;
const LISTS = [
  '■一覧\n/home/u/shop.example/public_html/l.php\n・public_html/a b (1).php  1,024 bytes\nC:\\web\\x.asp\n',
  'SCAN ID: 1\nFILE HIT LIST:\n{HEX}php.x.1 : /home/u/l.php => /q/l.php.1\n',
  '#LMD:v1\tscan\n{YARA}x\t/home/u/b.php\t-\n',
  '[{"file":"/home/u/l.php","type":"SMW-SA","hash":"aa"},{"fn":"./x.php","sn":"a"}]',
  '/home/u/l.php: Php.Webshell-1 FOUND\n----------- SCAN SUMMARY -----------\n',
  '"Severity","File","Type"\n"1","/home/u/l.php","a ""b"""\n',
  "Warning - Nov  1 05:00:07 w ['/home/u/l.php'] - x\n-rw-r--r-- 1 u u 12 Nov  1 10:00 /home/u/x.php\nhxxp://shop[.]example/a/\n",
];

/** Mails and lists of hosts, as people save and copy them. */
export const noticesTarget: SiteTarget = {
  paths: ['mail.eml', 'mail.txt', 'list.txt', 'list.csv', 'list.json', 'report.html'],
  samples: [...[...JAPANESE_MAILS, ...ENGLISH_MAILS].map(({ text }) => text), MIME, ...LISTS],
  pieces: [
    [
      '\n',
      '\r\n',
      '\r',
      '\n\n',
      '\t',
      ' ',
      '  ',
      '> ',
      '--b\n',
      '--b--',
      '=\n',
      '=3D',
      '=E3=81',
      '=?utf-8?b?44GC?=',
      '=?x?q?_?=',
    ],
    [
      'Content-Type: ',
      'multipart/mixed; boundary=b\n\n',
      'message/rfc822\n\n',
      'charset=',
      'utf-16',
      "name*0*=utf-8'ja'%E3",
      'base64',
    ],
    [
      '\u001b$B',
      '\u001b(B',
      '\u{feff}',
      '\0',
      '\u{d800}',
      '\u202e',
      '～',
      '〜',
      '【',
      '】',
      '「',
      '・',
      '■',
      '：',
      '９',
      '令和',
      '元',
      'R',
    ],
    [
      '/',
      '//',
      '../',
      '.php',
      '/home/u/',
      'https://',
      'hxxp://a[.]b/',
      '\\',
      'C:\\',
      '~/',
      '(1)',
      '12件 ',
      '{HEX}',
      ' : ',
      ' => ',
      ' FOUND',
    ],
    [
      '2021',
      '年',
      '月',
      '日',
      '2021-02-30',
      '25:61',
      '午後12時',
      '+09:00',
      'within 24 hours',
      '以内',
      'まで',
      'by Nov 1, 2021',
      '99999999999999999999 mails',
    ],
    ['<p>', '</p>', '<br', '&amp;', '&#x110000;', '<script>', '<!--', '"', "'", ',', ';', '|', '[', '{', '}', ']', ':'],
  ].flat(),
  check: checkHostFile,
};
