import assert from 'node:assert/strict';
import { readCopiedText, readHostText } from '../../../../server/src/incident/mail/hostText';
import { endsSoon } from '../../../support/endsSoon';

const TEXT = '不正なファイル一覧\n/home/u/web/お知らせ.php\n';
/** `TEXT` as other programs wrote it. */
const ENCODED = {
  Shift_JIS: '957390b382c8837483408343838b88ea97970a2f686f6d652f752f7765622f82a8926d82e782b92e7068700a',
  'EUC-JP': 'c9d4c0b5a4caa5d5a5a1a5a4a5ebb0eccdf70a2f686f6d652f752f7765622fa4aac3cea4e9a4bb2e7068700a',
  'ISO-2022-JP':
    '1b244249544035244a255525212524256b306c4d771b28420a2f686f6d652f752f7765622f1b2442242a434e2469243b1b28422e7068700a',
  'UTF-16 little-endian': Buffer.from(TEXT, 'utf16le').toString('hex'),
  'UTF-16 big-endian': Buffer.from(TEXT, 'utf16le').swap16().toString('hex'),
  'UTF-8': Buffer.from(TEXT).toString('hex'),
  'UTF-8 with a mark': Buffer.from(`\u{feff}${TEXT}`).toString('hex'),
};
const ISO_2022_JP = Buffer.from(ENCODED['ISO-2022-JP'], 'hex');
/** The same subject in two ways, the second with a character cut in two. */
const SUBJECT = '【重要】不正なファイルについて（要返信）';
const SUBJECTS = [
  '=?iso-2022-jp?b?GyRCIVo9RU1XIVtJVEA1JEolVSUhJSQlayRLJEQkJCRGIUpNV0pWPy4bKEI=?=\n =?iso-2022-jp?B?GyRCIUsbKEI=?=',
  '=?utf-8?b?44CQ6YeN6KaB44CR5LiN5q2j44Gq44OV44Kh44Kk44Or44Gr44Gk44GE44Gm77yI6A==?=\n\t=?UTF-8?b?poHov5Tkv6HvvIk=?=',
];

/** A mail as it was sent; lines end as on the wire. */
function mail(header: readonly string[], text: string | Uint8Array): Uint8Array {
  const top = ['Received: from mail.example', ...header].join('\n').replaceAll('\n', '\r\n');
  return Buffer.concat([
    Buffer.from(`${top}\r\n\r\n`),
    typeof text === 'string' ? Buffer.from(text.replaceAll('\n', '\r\n')) : text,
  ]);
}

/** What of a mail is read below its header. */
function body(bytes: Uint8Array): string {
  return readHostText(bytes)
    .text.replaceAll('\r', '')
    .replace(/^(?:\w+: .*\n)*\n/, '')
    .trim();
}

describe('A file of the host', () => {
  for (const [encoding, hex] of Object.entries(ENCODED)) {
    it(`is read in ${encoding}`, () => assert.equal(readHostText(Buffer.from(hex, 'hex')).text, TEXT));
  }

  it('is a text where people pasted the first lines of a mail', () => {
    const text = 'Subject: Malware found\nDate: today\n\nHello';
    assert.deepEqual(readHostText(Buffer.from(text)), { text, attachments: [] });
  });

  it('is read as the page that people see where it is the source of a mail in HTML', () => {
    const html =
      '<html><head><title>x</title><style>p { }</style></head><body><p>Domain: <b>shop.example</b></p>\n' +
      '<div>/home/u/public_html/a.php<br>/home/u/public_html/b&amp;c.php</div><script>1</script></body></html>';
    const lines = readCopiedText(html)
      .text.split('\n')
      .filter((line) => line.trim() !== '');
    assert.deepEqual(
      lines.map((line) => line.trim()),
      ['Domain: shop.example', '/home/u/public_html/a.php', '/home/u/public_html/b&c.php'],
    );
  });
});

describe('A mail that was saved', () => {
  for (const [number, subject] of SUBJECTS.entries()) {
    it(`shows its subject and its text in ISO-2022-JP (${number + 1})`, () => {
      const saved = mail(
        [
          `Subject: ${subject}`,
          'Date: Mon, 1 Nov 2021 10:56:55 +0900',
          'Content-Type: text/plain; charset=ISO-2022-JP',
        ],
        ISO_2022_JP,
      );
      const { text } = readHostText(saved);
      assert.ok(text.startsWith(`Subject: ${SUBJECT}\nDate: Mon, 1 Nov 2021 10:56:55 +0900\n`), text);
      assert.equal(body(saved), TEXT.trim());
    });
  }

  it('is read in quoted-printable, base64 and without any encoding', () => {
    const quoted = Buffer.from(TEXT)
      .toString('hex')
      .replaceAll(/../g, (hex) => `=${hex.toUpperCase()}`)
      .replaceAll('=0A', '\n')
      .replaceAll(/(?:=..){20}/g, '$&=\n');
    const type = 'Content-Type: text/plain; charset="utf-8"';
    assert.equal(body(mail([type, 'Content-Transfer-Encoding: quoted-printable'], quoted)), TEXT.trim());
    const encoded = Buffer.from(TEXT).toString('base64').replaceAll(/.{20}/g, '$&\n');
    assert.equal(body(mail([type, 'Content-Transfer-Encoding: BASE64'], encoded)), TEXT.trim());
    assert.equal(body(mail(['Content-Type: text/plain'], Buffer.from(ENCODED.Shift_JIS, 'hex'))), TEXT.trim());
    assert.equal(body(mail(['Content-Type: text/plain; charset=x-nonsense'], TEXT)), TEXT.trim());
  });

  it('is read when only its source was copied', () => {
    const copied = readCopiedText(`Message-ID: <1@host.example>\nSubject: ${SUBJECTS[0]}\n\n${TEXT}`);
    assert.equal(copied.text.replaceAll('\r', '').trim(), `Subject: ${SUBJECT}\n\n${TEXT.trim()}`);
  });

  it('gives the plain one of several forms, and the list that is attached', () => {
    const saved = mail(
      ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="a b"'],
      `No mail program shows this.
--a b
Content-Type: multipart/alternative; boundary=inner

--inner
Content-Type: text/plain; charset=utf-8

Plain text
--inner
Content-Type: text/html

<p>HTML</p>
--inner--
--a b
Content-Type: application/octet-stream; name*=utf-8''%E4%B8%80%E8%A6%A7.txt
Content-Disposition: attachment
Content-Transfer-Encoding: base64

${Buffer.from(ENCODED.Shift_JIS, 'hex').toString('base64')}
--a b--
after`,
    );
    assert.equal(body(saved), 'Plain text');
    const [list, ...others] = readHostText(saved).attachments;
    assert.deepEqual([list?.name, readHostText(list!.bytes).text, others], ['一覧.txt', TEXT, []]);
  });

  it('shows the mail that it hands on', () => {
    const inner = `Subject: ${SUBJECTS[1]}\nContent-Type: text/html; charset=utf-8\n\n<p>/home/u/l.php</p>`;
    const saved = mail(
      ['Subject: Fwd', 'Content-Type: multipart/mixed; boundary=x'],
      `--x\n\nSee below\n--x\nContent-Type: message/rfc822\n\n${inner}\n--x--\n`,
    );
    const { text } = readHostText(saved);
    for (const part of ['Subject: Fwd', 'See below', `Subject: ${SUBJECT}`, '/home/u/l.php']) {
      assert.ok(text.includes(part), part);
    }
  });

  it('has its lines whole where its program broke them', () => {
    const text = 'See \n/home/u/a.php\n-- \nHost\n';
    assert.equal(body(mail(['Content-Type: text/plain; format=flowed'], text)), 'See /home/u/a.php\n-- \nHost');
  });

  it('is read as far as it goes where it was cut short, or never ends', () => {
    const type = 'Content-Type: multipart/mixed; boundary=x';
    assert.equal(body(mail([type], '--x\n\nHello')), 'Hello');
    const levels = Array.from(
      { length: 1000 },
      (_, level) => `--x${level}\nContent-Type: multipart/mixed; boundary=x${level + 1}\n`,
    );
    assert.equal(body(mail(['Content-Type: multipart/mixed; boundary=x0'], `${levels.join('\n')}\n\nText`)), '');
  });

  it('is read in linear time, whatever it holds', async () => {
    const pieces = [
      '--x\n',
      '=?utf-8?b?44CQ?= ',
      '=E3',
      '=\n',
      'A: b\n',
      ' \n',
      '\0',
      '\u{1b}$B',
      '<p>',
      '&amp;',
      '; a="',
      "*0*=utf-8''%",
    ];
    for (const piece of pieces) {
      const long = piece.repeat(1_000_000 / piece.length);
      await endsSoon(() => {
        readHostText(Buffer.from(long));
        readHostText(mail(['Content-Type: multipart/mixed; boundary=x'], long));
        readHostText(mail([`Subject: ${long}`], ''));
        readHostText(mail([`Content-Type: text/plain; ${long}`], ''));
      }, piece);
    }
  });
});
