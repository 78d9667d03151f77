import assert from 'node:assert/strict';
import { openPartReader, type PartedLog, type PartReader } from '../../../../server/src/partReader';
import { readLogFile } from '../../../../server/src/readLogFile';
import { formatsOfLog } from '../../../../server/src/log/knownFormats';
import { fieldsOfLine } from '../../../../server/src/log/fieldAt';
import { compileUserFormats } from '../../../../server/src/log/userFormats/userFormats';
import { readEntries, type Entry } from '../../../support/entries';
import { FakeDisk } from '../../../support/fakeDisk';
import { combinedLine, logOf } from '../../../support/lines';
import { endsSoon } from '../../../support/endsSoon';

async function read(format: string, line: string): Promise<Partial<Entry>> {
  const reading = await readEntries(line, { userFormats: [format] });
  assert.equal(reading.format, 'custom-1', `${format}\n${line}`);
  const { line: _, ...entry } = reading.entries[0]!;
  return entry;
}

async function isRead(format: string, line: string): Promise<boolean> {
  return (await readEntries(line, { userFormats: [format] })).format === 'custom-1';
}

function reason(format: string): string | undefined {
  return compileUserFormats([format]).problems[0]?.reason;
}

describe('A format that the user wrote down', () => {
  it('is read as Apache’s directives say', async () => {
    const format =
      '%v:%p %h %l %u %t "%r" %>s %O "%{Referer}i" "%{User-Agent}i" %D %{SSL_PROTOCOL}x <%{X-Forwarded-For}i> %I %%';
    const line =
      'example.jp:443 192.0.2.1 - sato [01/Nov/2021:10:56:55 +0900] "GET /a?b=\\"c\\" HTTP/1.1" 200 512 "http://r/" "agent \\"x\\"" 1234 TLSv1.3 <198.51.100.1, 198.51.100.2> 99 %';
    assert.deepEqual(await read(format, line), {
      client: '192.0.2.1',
      user: 'sato',
      time: '2021-11-01T10:56:55+09:00',
      method: 'GET',
      target: '/a?b=\\"c\\"',
      status: 200,
      bytes: 512,
      referrer: 'http://r/',
      userAgent: 'agent \\"x\\"',
      vhost: 'example.jp',
    });
  });

  it('is read as nginx’s variables say', async () => {
    const format =
      '$remote_addr|$remote_user|$msec|$request_method|$scheme://$host$request_uri|${status}|$body_bytes_sent|$http_referer|$http_user_agent|$upstream_response_time';
    const line = '192.0.2.1|-|1635731815.123|POST|https://example.jp/a?b=c|404|0|-|agent|0.1, 0.2';
    assert.deepEqual(await read(format, line), {
      client: '192.0.2.1',
      time: '2021-11-01T01:56:55+00:00',
      method: 'POST',
      target: '/a?b=c',
      status: 404,
      bytes: 0,
      userAgent: 'agent',
      vhost: 'example.jp',
    });
  });

  it('may be a line of a configuration', async () => {
    const lines: Record<string, string> = {
      'LogFormat "%h %t \\"%r\\" %s\\t%b" short': '192.0.2.1 [01/Nov/2021:10:56:55 +0900] "GET / HTTP/1.1" 200\t5',
      '  CustomLog "|/usr/bin/rotatelogs /a.%Y 86400" "%h - \\"%r\\"" env=!x': '192.0.2.1 - "GET / HTTP/1.1"',
      'CustomLog logs/access_log "%h - \\"%r\\""': '192.0.2.1 - "GET / HTTP/1.1"',
      'LogFormat %h,%m,%U short': '192.0.2.1,GET,/',
      "log_format main '$remote_addr [$time_iso8601] '\n    '\"$request\" $status';":
        '192.0.2.1 [2021-11-01T10:56:55+09:00] "GET / HTTP/1.1" 200',
      '\'$remote_addr - \' "$request";': '192.0.2.1 - GET / HTTP/1.1',
      'log_format x escape=none $remote_addr:$request_uri;': '192.0.2.1:/',
      '$remote_addr "$request"': '192.0.2.1 "GET / HTTP/1.1"',
    };
    for (const [format, line] of Object.entries(lines)) {
      const { client, target } = await read(format, line);
      assert.deepEqual([client, target], ['192.0.2.1', '/'], format);
    }
  });

  it('has its times read as they are written', async () => {
    const times: Record<string, [written: string, iso: string]> = {
      '[%{%d/%b/%Y %T}t.%{msec_frac}t %{%z}t]': ['[01/Nov/2021 10:56:55.123 +0900]', '2021-11-01T10:56:55+09:00'],
      '%{%Y-%m-%d}t %{%H:%M:%S}t': ['2021-11-01 10:56:55', '2021-11-01T10:56:55+00:00'],
      '%{%a %b %e %I:%M:%S %p %Z %y}t': ['Mon Nov  1 10:56:55 PM JST 21', '2021-11-01T22:56:55+09:00'],
      '%{begin:sec}t': ['1635731815', '2021-11-01T01:56:55+00:00'],
      '%{end:usec}t': ['1635731815123456', '2021-11-01T01:56:55+00:00'],
      '%{%F %R %s}t': ['2021-11-01 10:56 1635731815', '2021-11-01T01:56:55+00:00'],
      '%{%D %r %j}t': ['11/01/21 12:56:55 am 305', '2021-11-01T00:56:55+00:00'],
    };
    for (const [format, [written, iso]] of Object.entries(times)) {
      assert.equal((await read(`${format} %h "%r"`, `${written} 192.0.2.1 "GET / HTTP/1.1"`)).time, iso, format);
      assert.ok(!(await isRead(`${format} %h "%r"`, `${written.replaceAll(/\d/g, 'x')} 192.0.2.1 "GET /"`)), format);
    }
    assert.equal(await isRead('%{%d/%m/%Y}t %h', '31/02/2021 192.0.2.1'), false);
  });

  it('says whether its times name their zone', () => {
    const [zoned, local, none] = compileUserFormats(['%h %t', '%h %{%F %T}t', '%h %r']).formats;
    assert.deepEqual([zoned?.timesAreLocal, local?.timesAreLocal, none?.timesAreLocal], [undefined, true, undefined]);
  });

  it('takes the forwarded address where the one that connected is not logged', async () => {
    assert.equal((await read('%{X-Forwarded-For}i "%r"', '192.0.2.1, 10.0.0.1 "GET /"')).client, '192.0.2.1');
    assert.equal((await read('%{c}a %{X-Real-IP}i "%r"', '10.0.0.1 192.0.2.1 "GET /"')).client, '192.0.2.1');
    assert.equal((await read('%h %a "%r"', 'host.example.jp 192.0.2.1 "GET /"')).client, '192.0.2.1');
  });

  it('prefers the value that tells more', async () => {
    const { status, bytes } = await read('%h %s %>s %O %b "%r"', '192.0.2.1 301 200 900 512 "GET /"');
    assert.deepEqual([status, bytes], [200, 512]);
    const { target, vhost } = await read('$uri $request_uri $http_host $host', '/a /a%20b a.jp:80 a.jp');
    assert.deepEqual([target, vhost], ['/a%20b', 'a.jp']);
    assert.equal((await read('%h %b %O "%r"', '192.0.2.1 - 900 "GET /"')).bytes, 900);
  });

  it('joins a path and its query', async () => {
    assert.equal((await read('%h %m %U%q %H', '192.0.2.1 GET /a?b HTTP/1.1')).target, '/a?b');
    assert.equal((await read('%h %U,%q', '192.0.2.1 /a,?b')).target, '/a?b');
    assert.equal((await read('%h %U,%q', '192.0.2.1 /a,')).target, '/a');
    assert.equal((await read('$remote_addr "$uri$is_args$args"', '192.0.2.1 "/a?b"')).target, '/a?b');
    assert.equal((await read('$remote_addr $uri $args', '192.0.2.1 /a b=c')).target, '/a?b=c');
  });

  it('keeps requests that can’t be read and what was not logged', async () => {
    assert.deepEqual(await read('%h %u "%r" %>s %b', '- - "-" - -'), {});
    assert.deepEqual(await read('%h %u "%r" %>s %b', '192.0.2.1 - "\\x16\\x03" 400 -'), {
      client: '192.0.2.1',
      status: 400,
    });
  });

  it('has strings of JSON decoded', async () => {
    const format = `log_format j escape=json '{"a":"$remote_addr","r":"$request","u":"$http_user_agent"}';`;
    const { client, target, userAgent } = await read(
      format,
      '{"a":"192.0.2.1","r":"GET /\\"x\\" HTTP/1.1","u":"\\u3042\\\\"}',
    );
    assert.deepEqual([client, target, userAgent], ['192.0.2.1', '/"x"', 'あ\\']);
  });

  it('goes on where a client wrote what stands between values', async () => {
    const { user, time } = await read('%h %u %t "%r"', '192.0.2.1 a [b [01/Nov/2021:10:56:55 +0900] "GET /"');
    assert.deepEqual([user, time], ['a [b', '2021-11-01T10:56:55+09:00']);
    const { target, status } = await read('%h "%r" %>s %b', '192.0.2.1 "GET /a" b HTTP/1.1" 200 5');
    assert.deepEqual([target, status], ['/a" b', 200]);
  });

  it('reads no line that is not of it', async () => {
    const format = '%h %l %u %t "%r" %>s %b';
    assert.equal(await isRead(format, combinedLine()), false);
    for (const line of [
      '192.0.2.1 - - [01/Nov/2021:10:56:55 +0900] "GET / HTTP/1.1" 20 5',
      '192.0.2.1 - - [01/Nov/2021:10:56:55 +0900] "GET / HTTP/1.1" 200 5x',
      '192.0.2.1 - - [01/Nov/2021:10:56 +0900] "GET / HTTP/1.1" 200 5',
      '192.0.2.1 - - [01/Nov/2021:10:56:55 +0900] "GET / HTTP/1.1 200 5',
      '',
      '192.0.2.1',
    ]) {
      assert.equal(await isRead(format, line), false, line);
    }
  });

  it('wins over all other formats for the lines that it reads', async () => {
    const swapped = '%u - %h %t "%r" %>s %b "%{Referer}i" "%{User-Agent}i"';
    const log = [
      combinedLine({ user: '192.0.2.9' }),
      'example.jp 192.0.2.1 - - [x]',
      combinedLine({ user: '192.0.2.8' }),
    ];
    const { format, entries, table } = await readEntries(log.join('\n'), { userFormats: ['%%', swapped] });
    assert.equal(format, 'custom-2');
    assert.deepEqual(
      entries.map(({ line, client, user }) => [line, client, user]),
      [
        [1, '192.0.2.9', '192.0.2.1'],
        [3, '192.0.2.8', '192.0.2.1'],
      ],
    );
    assert.deepEqual([...table.rejected], [2]);
  });

  it('is known behind syslog, too', async () => {
    const { entries } = await readEntries('Nov  1 10:56:55 web nginx: 192.0.2.1>/a', {
      userFormats: ['$remote_addr>$request_uri'],
    });
    assert.deepEqual([entries[0]?.client, entries[0]?.target], ['192.0.2.1', '/a']);
  });

  it('shows the fields of a line', () => {
    const fields = fieldsOfLine(
      '/a>192.0.2.1',
      '',
      formatsOfLog('custom-1', { userFormats: ['$request_uri>$remote_addr'] }),
    );
    assert.deepEqual(
      fields.map(({ name, start, end }) => [name, start, end]),
      [
        ['client', 3, 12],
        ['target', 0, 2],
      ],
    );
  });

  it('says why it can’t be understood', () => {
    const reasons: Record<string, RegExp> = {
      '': /empty/,
      combined: /no directive/,
      'CustomLog logs/access_log combined': /only the name/,
      'CustomLog logs/access_log': /no format string/,
      '%h %y': /%y is not known/,
      '%h %{x': /%\{x is not known/,
      '%h %{%Q}t': /%Q in %\{%Q\}t/,
      '%h%l %r': /between %h and %l/,
      '$remote_addr$remote_user $request': /between \$remote_addr and \$remote_user/,
      '%t %>s': /neither the address/,
      'LogFormat "%h\\n%r" x': /several lines/,
    };
    for (const [format, words] of Object.entries(reasons)) assert.match(reason(format) ?? '', words, format);
    assert.deepEqual(
      compileUserFormats(['%h %r', 'x', '%h']).formats.map(({ id }) => id),
      ['custom-1', 'custom-3'],
    );
  });

  it('takes time in proportion to the length of a hostile line', async () => {
    const format = '%h %l %u %t "%r" %>s %b "%{Referer}i" "%{User-Agent}i" %v';
    for (const piece of ['" ', '\\" ', ' [', '" 200 ', '"', '\\', ' ']) {
      const line = `192.0.2.1 - - [01/Nov/2021:10:56:55 +0900] "${piece.repeat(400_000 / piece.length)}`;
      await endsSoon(() => readEntries(`${line}\n${line}`, { userFormats: [format] }), piece);
    }
  });

  it('is known where a large log is read in parts', async () => {
    const userFormats = ['%h>%U'];
    const log = Buffer.from(logOf(1_500_000, (n) => `192.0.2.${n % 9}>/some/path/of/the/site`));
    const disk = new FakeDisk({ '/large.log': log });
    let readers = 0;
    const openElsewhere = (parted: PartedLog): PartReader => {
      readers++;
      return openPartReader(disk, structuredClone(parted));
    };
    const { format, table } = await readLogFile(disk, '/large.log', openElsewhere, { userFormats });
    assert.deepEqual([format, readers, table.rows, table.rejected.length], ['custom-1', 1, 1_500_000, 0]);
  });
});
