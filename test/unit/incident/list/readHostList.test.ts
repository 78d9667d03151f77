import assert from 'node:assert/strict';
import { MOST_LISTED } from '../../../../server/src/incident/list/hostList';
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
    for (const piece of ['/', ' ', '\t', '"', '・', '{A}', ' : /', '(', '1. ', ': ', '=> /', '\n', '[']) {
      await endsSoon(() => readHostList(piece.repeat(1_000_000 / piece.length)), piece);
    }
  });
});
