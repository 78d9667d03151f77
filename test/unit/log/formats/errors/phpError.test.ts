import assert from 'node:assert/strict';
import { readEntries, type Entry } from '../../../../support/entries';

const FATAL = 'PHP Fatal error:  Uncaught Error: x in /home/a/l.php:3';

async function read(line: string, format = 'php-error'): Promise<Partial<Entry>> {
  const reading = await readEntries(line);
  assert.equal(reading.format, format, line);
  assert.equal(reading.table.kind[0], 1);
  const { line: _, ...entry } = reading.entries[0]!;
  return entry;
}

describe('The error log of PHP', () => {
  it('is read with the file and the severity', async () => {
    assert.deepEqual(await read('[01-Nov-2021 10:56:55 Asia/Tokyo] PHP Warning:  x in /home/a/b c.php on line 3'), {
      time: '2021-11-01T10:56:55+09:00',
      target: '/home/a/b c.php',
      level: 4,
      message: 'PHP Warning:  x in /home/a/b c.php on line 3',
    });
  });

  it('names the file of every shape of message', async () => {
    const files: Record<string, string | undefined> = {
      [FATAL]: '/home/a/l.php',
      "PHP Parse error:  syntax error in /home/a/x.php(3) : eval()'d code on line 1": '/home/a/x.php',
      'PHP Notice:  in /tmp on line 2 said in /home/a/in/b.php on line 30': '/home/a/in/b.php',
      'PHP Deprecated:  x in C:\\xampp\\htdocs\\a.php on line 3': 'C:\\xampp\\htdocs\\a.php',
      "PHP Warning:  Module 'x' already loaded in Unknown on line 0": undefined,
      'WordPress database error in /home/a/b.php on line 3': undefined,
      'text on line x in /home/a': undefined,
    };
    for (const [message, file] of Object.entries(files)) {
      assert.equal((await read(`[01-Nov-2021 10:56:55 UTC] ${message}`)).target, file, message);
    }
  });

  it('knows PHP’s severities', async () => {
    const levels: Record<string, number | undefined> = {
      'Fatal error': 3,
      'Parse error': 3,
      'Recoverable fatal error': 3,
      'Core Warning': 4,
      Warning: 4,
      Notice: 5,
      Deprecated: 5,
      'Strict Standards': 5,
      Something: undefined,
    };
    for (const [name, level] of Object.entries(levels)) {
      assert.equal((await read(`[01-Nov-2021 10:56:55 UTC] PHP ${name}:  x`)).level, level, name);
    }
  });

  it('reads times in the zone that they name', async () => {
    const times: Record<string, string> = {
      '01-Nov-2021 10:56:55 UTC': '2021-11-01T10:56:55+00:00',
      '01-Nov-2021 10:56:55 JST': '2021-11-01T10:56:55+09:00',
      '01-Nov-2021 10:56:55 +05:45': '2021-11-01T10:56:55+05:45',
      '01-Nov-2021 10:56:55 America/Argentina/Buenos_Aires': '2021-11-01T10:56:55-03:00',
      '01-Jul-2021 10:56:55 Europe/Berlin': '2021-07-01T10:56:55+02:00',
      '01-Dec-2021 10:56:55 Europe/Berlin': '2021-12-01T10:56:55+01:00',
      '01-Nov-2021 10:56:55 Nowhere/At_All': '2021-11-01T10:56:55+00:00',
      '01-Nov-2021 10:56:55.123456 Asia/Tokyo': '2021-11-01T10:56:55+09:00',
    };
    for (const [time, iso] of Object.entries(times)) assert.equal((await read(`[${time}] x`)).time, iso, time);
  });

  it('reads times on the day on which the clocks change', async () => {
    const log = [
      '[31-Oct-2021 01:30:00 Europe/Berlin] a',
      '[31-Oct-2021 01:59:59 Europe/Berlin] b',
      '[31-Oct-2021 03:00:00 Europe/Berlin] c',
      '[28-Mar-2021 01:59:59 Europe/Berlin] d',
      '[28-Mar-2021 03:00:00 Europe/Berlin] e',
      '[28-Mar-2021 03:00:00 Asia/Tokyo] f',
      '[28-Mar-2021 03:00:00 Europe/Berlin] g',
    ].join('\n');
    assert.deepEqual(
      (await readEntries(log)).entries.map(({ time }) => time?.slice(-6)),
      ['+02:00', '+02:00', '+01:00', '+01:00', '+02:00', '+09:00', '+02:00'],
    );
  });

  it('asks for no more zones than there are', async () => {
    const log = Array.from({ length: 200 }, (_, n) => `[01-Nov-2021 10:56:55 Asia/T${n}] x`);
    const { entries } = await readEntries([...log, '[01-Nov-2021 10:56:55 Asia/Tokyo] x'].join('\n'));
    assert.equal(entries.length, 201);
  });

  it('counts the lines of a stack trace and of any message with the entry before them', async () => {
    const log = [
      `[01-Nov-2021 10:56:55 UTC] ${FATAL}`,
      'Stack trace:',
      "#0 /home/a/b.php(12): f('[01-Nov-2021')",
      '#1 {main}',
      '  thrown in /home/a/l.php on line 3',
      '[01-Nov-2021 10:56:56 UTC] Array',
      '(',
      '    [0] => x',
      '',
      'any words',
      '[01-Nov-2021 10:56:57 UTC] end',
    ].join('\n');
    const { format, entries, table } = await readEntries(log);
    assert.equal(format, 'php-error');
    assert.deepEqual(
      entries.map(({ line }) => line),
      [1, 6, 11],
    );
    assert.deepEqual([...table.continued], [2, 3, 4, 5, 7, 8, 9, 10]);
    assert.equal(table.rejected.length, table.continued.length);
  });

  it('is known even where most lines are those of stack traces', async () => {
    const trace = `[01-Nov-2021 10:56:55 UTC] ${FATAL}\nStack trace:\n${'#1 /a.php(3): f()\n'.repeat(20)}  thrown in /a.php on line 3\n`;
    const { format, entries } = await readEntries(trace.repeat(30));
    assert.deepEqual([format, entries.length], ['php-error', 30]);
  });

  it('is not seen in other texts that quote one of its lines', async () => {
    const text = `The log says:\n[01-Nov-2021 10:56:55 UTC] ${FATAL}\n${'What may that mean?\n'.repeat(5)}`;
    assert.equal((await readEntries(text)).format, undefined);
    for (const line of [
      '[01-Nov-2021] x',
      '[32-Nov-2021 10:56:55 UTC] x',
      '[01-Nov-2021 10:56:55UTC] x',
      '[01-Nov-2021 10:56 UTC] x',
      '[01-Nov-2021 10:56:55 UTC x',
    ]) {
      assert.equal((await readEntries(line)).format, undefined, line);
    }
  });

  it('leaves the log of mails to its own format', async () => {
    const { format } = await readEntries('[01-Nov-2021 10:56:55 UTC] mail() on [/a.php:3]: To: a@example.jp');
    assert.notEqual(format, 'php-error');
  });

  it('may stand between lines of a web server', async () => {
    const log = [
      '[Mon Nov 01 10:56:55.123456 2021] [core:error] [pid 1] [client 192.0.2.1:1] x',
      `[01-Nov-2021 10:56:55 UTC] ${FATAL}`,
      '#0 {main}',
      '[Mon Nov 01 10:56:55.123456 2021] [core:error] [pid 1] [client 192.0.2.1:1] y',
      '#0 too',
      'unreadable',
      `[01-Nov-2021 10:56:55 UTC] ${FATAL}`,
      'any words',
    ].join('\n');
    const { entries, table } = await readEntries(log);
    assert.deepEqual(
      entries.map(({ line }) => line),
      [1, 2, 4, 7],
    );
    assert.deepEqual([...table.continued], [3, 5, 8]);
    assert.deepEqual([...table.rejected], [3, 5, 6, 8]);
  });
});

describe('The log of PHP-FPM', () => {
  it('is read with its own severity, or that of the script’s message', async () => {
    assert.deepEqual(await read('[01-Nov-2021 10:56:55] NOTICE: fpm is running, pid 1', 'php-fpm'), {
      time: '2021-11-01T10:56:55+00:00',
      level: 5,
      message: 'fpm is running, pid 1',
    });
    const { level, target } = await read(
      `[01-Nov-2021 10:56:55.123456] WARNING: [pool www] child 1234 said into stderr: "NOTICE: PHP message: ${FATAL}"`,
      'php-fpm',
    );
    assert.deepEqual([level, target], [3, undefined]);
    const old = await read('[01-Nov-2021 10:56:55] PHP Warning:  x in /a.php on line 3', 'php-fpm');
    assert.deepEqual([old.level, old.target], [4, '/a.php']);
  });

  it('names the script of a slow request, which stands on the next line', async () => {
    const log = [
      '[01-Nov-2021 10:56:55]  [pool www] pid 12',
      'script_filename = /home/a/l.php',
      '[0x00007f] sleep() /home/a/l.php:3',
      '',
      '[01-Nov-2021 10:56:55]  [pool www] pid 13',
      'script_filename = /home/a/m.php',
    ].join('\n');
    const { entries, table } = await readEntries(log);
    assert.deepEqual(
      entries.map(({ line, target }) => [line, target]),
      [
        [1, '/home/a/l.php'],
        [5, '/home/a/m.php'],
      ],
    );
    assert.deepEqual([...table.continued], [2, 3, 4, 6]);
  });
});
