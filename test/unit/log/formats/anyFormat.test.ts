import assert from 'node:assert/strict';
import { fieldsOfLine } from '../../../../server/src/log/fieldAt';
import { logFormats } from '../../../../server/src/log/formats/table';
import { combinedLine, commonLine, logOf } from '../../../support/lines';
import { readChunks, readEntries, type ReadEntries } from '../../../support/entries';
import { SeededRandom } from '../../../support/random';
import { endsSoon } from '../../../support/endsSoon';

/** Lines of every format. */
const LINES = [
  combinedLine(),
  commonLine({ client: '-' }),
  `example.jp:443 ${combinedLine()}`,
  combinedLine({ client: '203.0.113.9, 198.51.100.2', time: '2021-11-01T10:56:55+09:00' }),
  'time:01/Nov/2021:10:56:55 +0900\thost:192.0.2.1\treq:GET / HTTP/1.1\tstatus:200\tsize:1\tua:x',
  '{"ts":1635731815.5,"request":{"remote_ip":"192.0.2.1","method":"GET","uri":"/","headers":{"User-Agent":["x\\u0026"]}},"status":200}',
  JSON.stringify({ log: `${combinedLine()}\n`, stream: 'stdout' }),
  `<190>1 2021-11-01T10:56:55.123Z web nginx 12 - [a b="c"] ${combinedLine()}`,
  `2021-11-01T10:56:55.123456789+09:00 stdout F ${combinedLine()}`,
  'http 2021-11-01T01:56:55.186641Z app/a/1 192.0.2.1:2817 198.51.100.1:80 0.0 0.0 0.0 200 200 34 366 "GET http://example.jp:80/ HTTP/1.1" "x" - -',
  `${'79a5'.repeat(16)} b [01/Nov/2021:01:56:55 +0000] 192.0.2.1 - 3E57 REST.GET.OBJECT a "GET /a HTTP/1.1" 200 - 113 113 7 6 "-" "x" -`,
  '192.0.2.1:33317 [01/Nov/2021:01:56:55.655] in s/a 1/0/3/6/9 200 2750 - - ---- 1/1/1/1/0 0/0 {x y} {} "GET / HTTP/1.1"',
  '1635731815.779 180 192.0.2.1 TCP_MISS/200 411 GET http://example.jp/ - DIRECT/198.51.100.1 text/plain',
  `[01/Nov/2021:10:56:55 +0900] 192.0.2.1 TLSv1.3 TLS_AES_256_GCM_SHA384 "GET / HTTP/1.1" 12`,
  '[01/Nov/2021:10:56:55 +0000] - 200 200 - GET https a.jp "/b" [Client 192.0.2.1] [Length 12] [Gzip -] [Sent-to x] "y z" "-"',
  '[2021-11-01T01:56:55.310Z] "GET / HTTP/2" 200 - 0 12 5 4 "192.0.2.1" "x" "id" "a.jp" "tcp://10.0.2.1:80"',
  'Mon Nov  1 10:56:55 2021 3 192.0.2.1 1234 /home/x/l.php b _ i r sato ftp 0 * c',
  'Mon Nov  1 10:56:55 2021 [pid 12] [sato] OK UPLOAD: Client "192.0.2.1", "/l.php", 12 bytes, 1.20Kbyte/sec',
  'Nov  1 10:56:55 web pure-ftpd: (sato@192.0.2.1) [NOTICE] /home/x/l.php uploaded  (1234 bytes, 12.34KB/sec)',
  '2021-11-01T10:56:55+09:00 mx postfix/smtpd[12]: NOQUEUE: reject: RCPT from x[192.0.2.1]: 554 5.7.1 no',
  '2021-11-01 10:56:55 1mhxyz-0001Ab-Cd <= a@example.jp H=(x) [192.0.2.1]:4711 P=esmtpa A=login:a S=12 T="b"',
  '(000012)2021/11/01 10:56:55 - sato (192.0.2.1)> 226 Successfully transferred "/l.php"',
  '192.0.2.1, -, 11/01/21, 10:56:55, W3SVC2, WEB, 198.51.100.1, 12, 163, 3223, 200, 0, GET, /a, b=c,',
  '[01-Nov-2021 10:56:55 UTC] mail() on [/home/x/mail.php:12]: To: a@b -- Headers: X',
  '#Fields: date time c-ip cs-method cs-uri-stem cs-uri-query sc-status cs(User-Agent)',
  '2021-11-01 01:56:55 192.0.2.1 GET / a=b 200 x+y',
  '[Mon Nov 01 10:56:55.123456 2021] [core:error] [pid 1:tid 2] (2)No such file: [client 192.0.2.1:3333] AH00128: File does not exist: /a, referer: http://x/',
  '[01/Nov/2021:10:56:55 +0900] [:error] [client 2001:db8::1:3333] ModSecurity: Access denied with code 403 [hostname "h"] [uri "/a"]',
  '2021/11/01 10:56:55 [error] 1#1: *1 user "a" was not found in "/b", client: 192.0.2.1, server: _, request: "GET / HTTP/1.1", host: "h", referrer: "r"',
  '[01-Nov-2021 10:56:55 Asia/Tokyo] PHP Fatal error:  Uncaught Error: x in /a/b.php on line 3',
  '[01-Nov-2021 10:56:55] WARNING: [pool www] child 12 exited',
  '2021-11-01 10:56:55.123456 [NOTICE] [12] [T0] [192.0.2.1:55-H3:1F-4#APVH_a_b.jp:443] [STDERR] PHP Warning:  x in /a.php on line 3',
  '2021-11-01 10:56:55 : 1635731815.779      0 192.0.2.1 TCP_MISS/000 0 GET http://b.jp/?p=x - DIRECT/198.51.100.1 - DETECT-STAT:WAF:x ACTION:BLOCK:',
  '[2021-11-01 10:56:55] production.ERROR: x',
  "2021-11-01 10:56:55: (mod_auth.c.828) password doesn't match for /x/ username: sato IP: 192.0.2.1",
  '2021-11-01 10:56:55,123 fail2ban.actions [12]: NOTICE [sshd] Ban 192.0.2.1',
  'Nov  1 10:56:55 web sshd[12]: Failed password for invalid user x from 192.0.2.1 port 22 ssh2',
  'example.jp 192.0.2.1 [01/Nov/2021:10:56:55 +0900] "GET / HTTP/1.1" 200 512 "-" "x"',
  'example.jp 192.0.2.1 [01/Nov/2021:10:56:55 +0900] GET "/a" HTTP/1.1 200 "-" "x" 192.0.2.1 "/i.php" - - 512 0.5',
  '[01/Nov/2021:10:56:55 +0900] example.jp 192.0.2.1 0.2 "GET / HTTP/1.1" 200 512 "-" "x"',
];
const PIECES = [
  ' ',
  '"',
  '[',
  ']',
  '{',
  '}',
  '\\',
  '\\u',
  '\t',
  ',',
  ':',
  '-',
  '|',
  '<1>',
  '/',
  '#',
  '\0',
  '\u{ff}',
  '9',
];

const OTHER_TEXTS: Readonly<Record<string, string>> = {
  'npm’s debug log': logOf(40, (n) => `${n} verbose stack Error: ENOENT: no such file, open '/a/package.json'`),
  'npm’s JSON': logOf(
    40,
    () => '{"name":"left-pad","version":"1.3.0","resolved":"https://registry.example/left-pad.tgz"}',
  ),
  'a program’s JSON': logOf(
    40,
    (n) => `{"level":"info","time":${1_635_731_815 + n},"msg":"done","path":"src/a.ts","code":200}`,
  ),
  'a package.json': JSON.stringify(
    { name: 'x', scripts: { test: 'y' }, repository: { url: 'git+https://a.example/x' } },
    undefined,
    2,
  ),
  'CSV of requests': `client,method,path,status\n${logOf(40, (n) => `192.0.2.${n},GET,/index.html,200`)}`,
  'TSV of measurements': logOf(40, (n) => `2021-11-01T10:56:${n + 10}Z\t192.0.2.1\t${n}\tok`),
  'a system log': logOf(
    40,
    (n) => `Nov  1 10:56:${n + 10} web systemd[1]: Failed to start unit of root from 192.0.2.1 port 22`,
  ),
  'a container’s log': logOf(40, (n) => `2021-11-01T10:56:${n + 10}.123Z stdout F {"level":"info","msg":"tick"}`),
  'a build in containers': logOf(40, (n) => `web-1  | [${n}/40] RUN npm ci`),
  'a script with comments': `#Version: 1\n${logOf(40, (n) => `#Remark: ${n}\ncp /a/${n} /b 200`)}`,
  'an nginx configuration': logOf(
    40,
    () => 'log_format main \'$remote_addr - $remote_user [$time_local] "$request"\';',
  ),
};

function summary({ format, entries, table }: ReadEntries): unknown {
  return { format, entries, rejected: [...table.rejected] };
}

describe('Any format', () => {
  it('has an id of its own', () => {
    assert.equal(new Set(logFormats.map(({ id }) => id)).size, logFormats.length);
  });

  for (const [name, text] of Object.entries(OTHER_TEXTS)) {
    it(`is not seen in ${name}`, async () => assert.equal((await readEntries(text)).format, undefined));
  }

  it('is read the same wherever the chunks are cut', async () => {
    for (const [index, own] of LINES.entries()) {
      const log = Buffer.from([own, ...LINES, own, own].join('\n'));
      const whole = summary(await readEntries(log));
      // Each log is cut elsewhere.
      for (let at = index * 13; at <= log.length; at += 997) {
        assert.deepEqual(summary(await readChunks([log.subarray(0, at), log.subarray(at)])), whole, `${own} at ${at}`);
      }
    }
  });

  it('counts every line once, as an entry or as rejected, whatever became of it', async () => {
    const random = new SeededRandom(11);
    for (let turn = 0; turn < 400; turn++) {
      const lines = Array.from({ length: 8 }, () => mutated(random.pick(LINES), random));
      const { table } = await readEntries(lines.join('\n'));
      assert.equal(table.lineIndex.lines, lines.length);
      assert.equal(table.rows + table.rejected.length, lines.length, JSON.stringify(lines));
    }
  });

  it('names fields within the line only', () => {
    const random = new SeededRandom(13);
    for (let turn = 0; turn < 2000; turn++) {
      const line = mutated(random.pick(LINES), random);
      for (const { name, start, end } of fieldsOfLine(line, LINES.at(-2))) {
        assert.ok(
          start >= 0 && end >= start && end <= line.length,
          `${name} ${start} ${end} of ${JSON.stringify(line)}`,
        );
      }
    }
  });

  it('takes time in proportion to the length of a hostile line', async () => {
    for (const piece of [
      '[1',
      '"',
      '\\"',
      '{"a":',
      '"a":1,',
      '\t',
      'a:\t',
      ', ',
      '<1>',
      '[',
      '- ',
      '1.',
      '{"log":"\\',
    ]) {
      await endsSoon(() => readEntries(`${piece.repeat(Math.floor(500_000 / piece.length))}\n`.repeat(2)), piece);
    }
  });
});

function mutated(line: string, random: SeededRandom): string {
  let text = line;
  for (let count = random.integer(0, 3); count > 0; count--) {
    const at = random.integer(0, text.length);
    const cut = random.integer(0, 1) === 0 ? 0 : random.integer(0, 12);
    text = text.slice(0, at) + random.pick(PIECES) + text.slice(at + cut);
  }
  return text;
}
