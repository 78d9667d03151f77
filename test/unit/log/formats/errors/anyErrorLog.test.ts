import assert from 'node:assert/strict';
import { fieldsOfLine } from '../../../../../server/src/log/fieldAt';
import { openPartReader } from '../../../../../server/src/partReader';
import { readLogFile } from '../../../../../server/src/readLogFile';
import { readChunks, readEntries, type ReadEntries } from '../../../../support/entries';
import { FakeDisk } from '../../../../support/fakeDisk';
import { SeededRandom } from '../../../../support/random';
import { endsSoon } from '../../../../support/endsSoon';

/** Entries of every error log, with the lines that belong to them. */
const ENTRIES: Readonly<Record<string, string>> = {
  Apache:
    '[Mon Nov 01 10:56:55.123456 2021] [core:error] [pid 1:tid 2] (2)No such file: [client 192.0.2.1:3333] AH00128: File does not exist: /a, referer: http://x/',
  'Apache with zones':
    "[01/Nov/2021:10:56:55 +0900] [:warn] [client 2001:db8::1:3333] script '/a.php' not found or unable to stat",
  nginx:
    '2021/11/01 10:56:55 [error] 1#1: *1 FastCGI sent in stderr: "PHP message: PHP Fatal error:  x in /a.php:3\nStack trace:\n#0 {main}\n  thrown in /a.php on line 3" while reading, client: 192.0.2.1, server: _, request: "GET / HTTP/1.1", host: "h"',
  PHP: '[01-Nov-2021 10:56:55 Asia/Tokyo] PHP Fatal error:  Uncaught x in /a/b.php:3\nStack trace:\n#0 {main}\nwords\n  thrown in /a/b.php on line 3',
  'PHP-FPM': '[01-Nov-2021 10:56:55]  [pool www] pid 12\nscript_filename = /a.php\n[0x00007f] sleep() /a.php:3\n',
  LiteSpeed:
    '2021-11-01 10:56:55.123456 [NOTICE] [12] [T0] [192.0.2.1:55-H3:1F-4#APVH_a_b.jp:443] [STDERR] PHP Warning:  x in /a.php on line 3\nmore',
  ModSecurity:
    '--ab12cd34-A--\n[01/Nov/2021:10:56:55 +0900] x 192.0.2.1 1 198.51.100.1 80\n--ab12cd34-B--\nGET / HTTP/1.1\nHost: h\n\n--ab12cd34-C--\na\n--ab12cd34-H--\nMessage: x\n\n--ab12cd34-Z--\n',
  SiteGuard:
    '1635731815.779      0 192.0.2.1 TCP_MISS/000 0 GET http://b.jp/?p=x - DIRECT/198.51.100.1 - DETECT-STAT:WAF:x ACTION:BLOCK:',
  application: '[2021-11-01 10:56:55] production.ERROR: x\n[stacktrace]\n#0 /a.php(3): f()\n"} ',
};

const PIECES = [
  '',
  ' ',
  '\n',
  '[',
  ']',
  '"',
  ', client: 192.0.2.9, server: x',
  '--ab12cd34-A--\n',
  ': ',
  '\0',
  '\\',
  '-',
];

function summary({ format, entries, table }: ReadEntries): unknown {
  return { format, entries, rejected: [...table.rejected], continued: [...table.continued] };
}

function mutated(text: string, random: SeededRandom): string {
  let result = text;
  for (let count = random.integer(0, 3); count > 0; count--) {
    const at = random.integer(0, result.length);
    result = result.slice(0, at) + random.pick(PIECES) + result.slice(at + random.integer(0, 9));
  }
  return result;
}

describe('Any error log', () => {
  it('counts every line once, as an entry, as a part of one or as unreadable', async () => {
    const random = new SeededRandom(21);
    for (let turn = 0; turn < 300; turn++) {
      const own = random.pick(Object.values(ENTRIES));
      const log = [own, own, ...Array.from({ length: 6 }, () => mutated(random.pick(Object.values(ENTRIES)), random))];
      const { table } = await readEntries(log.join('\n'));
      const lines = log.join('\n').replace(/\n$/, '').split('\n').length;
      assert.equal(table.lineIndex.lines, lines);
      assert.equal(table.rows + table.rejected.length, lines);
      const rejected = new Set(table.rejected);
      assert.ok(table.continued.every((line) => rejected.has(line)));
    }
  });

  it('is read the same wherever the chunks are cut', async () => {
    const random = new SeededRandom(22);
    for (const [name, entry] of Object.entries(ENTRIES)) {
      const log = Buffer.from(`${`${entry}\n`.repeat(3)}unreadable\n${entry}`);
      const whole = summary(await readEntries(log));
      for (let turn = 0; turn < 20; turn++) {
        const at = random.integer(0, log.length);
        assert.deepEqual(summary(await readChunks([log.subarray(0, at), log.subarray(at)])), whole, `${name} at ${at}`);
      }
    }
  });

  it('is read the same in parts', async () => {
    const entry = `${ENTRIES['PHP']!}\n`;
    const log = Buffer.from(entry.repeat(Math.ceil(34_000_000 / entry.length)));
    const disk = new FakeDisk({ '/error_log': log });
    let readers = 0;
    const inParts = await readLogFile(disk, '/error_log', (parted) => {
      readers++;
      return openPartReader(disk, parted);
    });
    const whole = await readLogFile(disk, '/error_log', undefined);
    assert.equal(readers, 1);
    assert.equal(inParts.format, whole.format);
    assert.deepEqual(inParts.table.rejected, whole.table.rejected);
    assert.deepEqual(inParts.table.continued, whole.table.continued);
    assert.deepEqual(inParts.table.time, whole.table.time);
  });

  it('names fields within the line only', () => {
    const random = new SeededRandom(23);
    const lines = Object.values(ENTRIES).flatMap((entry) => entry.split('\n'));
    for (let turn = 0; turn < 3000; turn++) {
      const line = mutated(random.pick(lines), random).replaceAll('\n', '');
      for (const { name, start, end } of fieldsOfLine(line, `--ab12cd34-${random.pick(['A', 'B', 'C', 'F', 'H'])}--`)) {
        assert.ok(start >= 0 && end >= start && end <= line.length, `${name} ${start} ${end} of ${line}`);
      }
    }
  });

  it('takes time in proportion to the length of a hostile line', async () => {
    const pieces = [
      '[',
      ']',
      '[client 192.0.2.1] ',
      ', client: 192.0.2.1, server: x',
      ', referer: ',
      ' on line 3',
      ' in /',
    ];
    const more = ['[uri "', '"', ', request: "', ', ', '1:', ':', '-', '#0 ', '\\', '[severity '];
    for (const [name, entry] of Object.entries(ENTRIES)) {
      for (const piece of [...pieces, ...more]) {
        const line = entry.split('\n')[0]! + piece.repeat(Math.floor(100_000 / piece.length));
        await endsSoon(() => readEntries(line), `${name} ${piece}`);
      }
    }
  }).timeout(120_000);
});
