import assert from 'node:assert/strict';
import { MOST_LISTED, type ListedFile } from '../../../../server/src/incident/list/hostList';
import { readHostList } from '../../../../server/src/incident/list/readHostList';
import { endsSoon } from '../../../support/endsSoon';

const SHELL = '/home/u/shop.example/public_html/l.php';
const HASH = 'A'.repeat(64);

describe('The list of a host', () => {
  it('is read when it is lines of paths, with marks, sizes and Windows line ends', () => {
    const list = readHostList(
      [
        '■不正なプログラムと思われるファイル一覧',
        SHELL,
        '・/home/u/shop.example/public_html/wp-content/uploads/2021/a b (1).php',
        `(2) ${SHELL}`,
        '3. public_html/images/.cache/x.php  1,024 bytes',
        '- /home/u/shop.example/public_html/index.php (2021-11-01)',
        'C:\\inetpub\\wwwroot\\a.asp',
        '以上、3件です。',
      ].join('\r\n'),
    );
    assert.equal(list.format, 'paths');
    assert.deepEqual(
      list.files.map(({ path }) => path),
      [
        SHELL,
        '/home/u/shop.example/public_html/wp-content/uploads/2021/a b (1).php',
        'public_html/images/.cache/x.php',
        '/home/u/shop.example/public_html/index.php',
        '/inetpub/wwwroot/a.asp',
      ],
    );
  });

  it('is read when it is the report of Linux Malware Detect', () => {
    const list = readHostList(`HOST:      web1
SCAN ID:   211101-1056.123
PATH:      /home/u
TOTAL HITS: 3
FILE HIT LIST:
{HEX}php.cmdshell.unclassed.344 : ${SHELL} => /usr/local/maldetect/quarantine/l.php.1
{MD5}base64.inject.5 : /home/u/a.php
 => /usr/local/maldetect/quarantine/a.php.2
perl.mailer.gen : /home/u/m.pl
===============================================
`);
    assert.deepEqual(list, {
      format: 'maldet',
      files: [
        {
          path: SHELL,
          signature: '{HEX}php.cmdshell.unclassed.344',
          quarantine: '/usr/local/maldetect/quarantine/l.php.1',
        },
        {
          path: '/home/u/a.php',
          signature: '{MD5}base64.inject.5',
          quarantine: '/usr/local/maldetect/quarantine/a.php.2',
        },
        { path: '/home/u/m.pl', signature: 'perl.mailer.gen' },
      ],
      leftOut: 0,
    });
  });

  it('is read when it is the session file of Linux Malware Detect 2', () => {
    const list = readHostList(
      `#LMD:v1\tscan\t211101\n{YARA}webshell\t${SHELL}\t-\n{HEX}x\t/home/u/b.php\t/q/b.php.1\n`,
    );
    assert.equal(list.format, 'maldet-session');
    assert.deepEqual(list.files, [
      { path: SHELL, signature: '{YARA}webshell' },
      { path: '/home/u/b.php', signature: '{HEX}x', quarantine: '/q/b.php.1' },
    ]);
  });

  it('is read when it is Imunify’s, as JSON and as a table', () => {
    const items = [
      { file: SHELL, type: 'SMW-SA-05155-mlw.wshll', hash: HASH, size: '12', malicious: true },
      { id: 2 },
      3,
    ];
    for (const text of [JSON.stringify(items), JSON.stringify({ items, max_count: 1 })]) {
      assert.deepEqual(readHostList(text), {
        format: 'imunify',
        files: [{ path: SHELL, signature: 'SMW-SA-05155-mlw.wshll', hash: HASH.toLowerCase() }],
        leftOut: 0,
      });
    }
    const table = readHostList(
      `CREATED     FILE                 HASH    ID  TYPE\n1553002672  /home/u/22.js        aabb    1   SMW-INJ-04346-js.inj\n`,
    );
    assert.deepEqual(table.files, [{ path: '/home/u/22.js', signature: 'SMW-INJ-04346-js.inj' }]);
  });

  it('is read when it is the output of ClamAV', () => {
    const list = readHostList(
      `${SHELL}: Php.Webshell.Generic-1 FOUND\n/home/u/x: OK\n----------- SCAN SUMMARY -----------\nInfected files: 1`,
    );
    assert.deepEqual(list, {
      format: 'clamav',
      files: [{ path: SHELL, signature: 'Php.Webshell.Generic-1' }],
      leftOut: 0,
    });
  });

  it('is read when it is a table with headings', () => {
    const list = readHostList(
      `"Severity","File","Type"\r\n"1","${SHELL}","a ""quoted"", name"\r\n"2","no path here at all","x"\r\n`,
    );
    assert.deepEqual(list, { format: 'csv', files: [{ path: SHELL, signature: 'a "quoted", name' }], leftOut: 0 });
    const japanese = readHostList(`日付\tファイルパス\n2021/11/01\t${SHELL}`);
    assert.deepEqual(japanese.files, [{ path: SHELL }]);
  });

  const single: Record<string, [line: string, expected: ListedFile]> = {
    'with a count before it': [`   12件 ${SHELL}`, { path: SHELL }],
    'with a number in brackets': [`[3] ${SHELL}`, { path: SHELL }],
    'in a quoted mail': [`> > ・${SHELL}`, { path: SHELL }],
    'with what was found behind it': [`${SHELL}  SMW-SA-05155-mlw.wshll`, { path: SHELL }],
    'with a line and code behind it': [`${SHELL}:12:eval(x)`, { path: SHELL }],
    'in the home folder': ['~/public_html/x.php', { path: '/public_html/x.php' }],
    'on Windows': ['D:\\www\\shop\\a b.asp', { path: '/www/shop/a b.asp' }],
    'of Windows Defender': ['file:_C:\\xampp\\htdocs\\x.php->(SCRIPT0000)', { path: '/xampp/htdocs/x.php' }],
    'behind what Wordfence says': [
      '* File appears to be malicious or unsafe: wp-content/uploads/x.php',
      { path: 'wp-content/uploads/x.php' },
    ],
    'behind what Sucuri calls it': [
      'php.backdoor.generic.001 ./wp-content/x.php',
      { path: 'wp-content/x.php', signature: 'php.backdoor.generic.001' },
    ],
    'of ConfigServer’s scanner': [
      `Warning - Nov  1 05:00:07 web2 ['${SHELL}'] - Known exploit`,
      { path: SHELL, signature: 'Known exploit' },
    ],
    'in a listing': [`-rw-r--r-- 1 u u 1234 Nov  1 10:00 ${SHELL}`, { path: SHELL }],
    'as an address': [
      '・https://shop.example/wp-content/x.php?a=b',
      { path: '/wp-content/x.php', domain: 'shop.example' },
    ],
    'as an address made harmless': ['hxxp://shop[.]example/a/', { path: '/a/', domain: 'shop.example' }],
    'with letters of a right-to-left language': ['/home/u/\u202egpj.php', { path: '/home/u/\u202egpj.php' }],
  };
  for (const [name, [line, expected]] of Object.entries(single)) {
    it(`names a file ${name}`, () => assert.deepEqual(readHostList(`${line}\r\n`).files, [expected]));
  }

  it('names no file in what is said around it', () => {
    const said = [
      '以下のファイルを削除してください。',
      'https://www.xserver.ne.jp/manual/man_server_waf.php',
      'See /usr/share/doc and /etc for more.',
      '2021/11/01 10:00',
      'Total: 3 files, 12.5 MB',
      'https://shop.example/',
      '../\tx',
      './',
      '1,024',
    ];
    assert.deepEqual(readHostList(said.join('\n')).files, []);
  });

  it('is read when it is AI-BOLIT’s, as JSON, as a page and as text', () => {
    const json = {
      summary: { report_time: 1_635_731_815, scan_path: './', counters: { php_malware: 2 } },
      php_malware: [{ fn: './wp-content/x.php', sn: 'CMW-MD5', hash: HASH, sz: 12 }],
      js_malware: [{ fn: './js/y.js', sn: 'SMW-INJ' }],
    };
    assert.deepEqual(readHostList(JSON.stringify(json)), {
      format: 'json',
      files: [
        { path: 'wp-content/x.php', signature: 'CMW-MD5', hash: HASH.toLowerCase() },
        { path: 'js/y.js', signature: 'SMW-INJ' },
      ],
      leftOut: 0,
    });
    const page = `<html><head><title>AI-Bolit</title></head><body><table><tr><th>Path</th><th>Size</th></tr>
      <tr><td>/home/u/web/x&amp;y.php</td><td>12 KB</td></tr><tr><td>/home/u/web/z.php</td><td>1 KB</td></tr></table></body></html>`;
    assert.deepEqual(readHostList(page).files, [{ path: '/home/u/web/x&y.php' }, { path: '/home/u/web/z.php' }]);
    assert.deepEqual(readHostList('[Critical] PHP malware\n./wp-content/x.php\t2021-11-01\n').files, [
      { path: 'wp-content/x.php' },
    ]);
  });

  it('is read when it has an object on each line', () => {
    const lines = [`{"filename":"${SHELL}","signature_name":"x"}`, '{"message":"done"}', '{"filename":'];
    assert.deepEqual(readHostList(lines.join('\n')).files, [{ path: SHELL, signature: 'x' }]);
  });

  it('is read when it is a table without headings, or with lines before them', () => {
    const rows = Array.from({ length: 5 }, (_, n) => `${n},"found ${n}",/home/u/web/${n}.php,12`);
    assert.deepEqual(
      readHostList(rows.join('\r\n')).files.map(({ path }) => path),
      Array.from({ length: 5 }, (_, n) => `/home/u/web/${n}.php`),
    );
    const wordfence = `Wordfence\n"filename","signature_id","signature_name"\n"${SHELL}","1","Backdoor"\n`;
    assert.deepEqual(readHostList(wordfence).files, [{ path: SHELL, signature: 'Backdoor' }]);
    const defender = 'DetectionID;ThreatName;Resources\n{1};Backdoor:PHP/x;file:_C:\\web\\x.php\n';
    assert.deepEqual(readHostList(defender).files, [{ path: '/web/x.php', signature: 'Backdoor:PHP/x' }]);
  });

  it('is read when it is the mail of Linux Malware Detect, handed on', () => {
    const mail = `> malware detect scan report for web1:\n> SCAN ID: 1\n> FILE HIT LIST:\n> {HEX}php.gzbase64.inject : ${SHELL} => /usr/local/q/l.php.1\n`;
    assert.deepEqual(readHostList(mail).files, [
      { path: SHELL, signature: '{HEX}php.gzbase64.inject', quarantine: '/usr/local/q/l.php.1' },
    ]);
  });

  it('has no files where no path can be seen', () => {
    for (const text of ['', 'Dear customer,\nwe found nothing.', '{"items":', '[1, 2']) {
      assert.deepEqual(readHostList(text).files, [], text);
    }
  });

  it('says how many files were left out of an endless one', () => {
    const list = readHostList(Array.from({ length: MOST_LISTED + 5 }, (_, n) => `/home/u/${n}.php`).join('\n'));
    assert.equal(list.files.length, MOST_LISTED);
    assert.equal(list.leftOut, 5);
  });

  it('is read in linear time, whatever it says', async () => {
    for (const piece of [
      'a.b ',
      '{"a":',
      '<p>',
      '> ',
      "['",
      ',',
      '12 ',
      'drwxrwxrwx ',
      ': ./',
      '/',
      ' ',
      '\t',
      '"',
      '・',
      '{A}',
      ' : /',
      '(',
      '1. ',
      ': ',
      '=> /',
      '\n',
      '[',
    ]) {
      await endsSoon(() => readHostList(piece.repeat(1_000_000 / piece.length)), piece);
      const lines = `a${piece.repeat(15_000 / piece.length)}:\n`.repeat(20);
      await endsSoon(() => readHostList(lines), `lines of ${piece}`);
    }
  });
});
