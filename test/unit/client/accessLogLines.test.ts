import { strict as assert } from 'node:assert';
import { looksLikeAccessLog } from '../../../client/src/accessLogLines';

const ENTRY = '192.0.2.1 - - [01/Nov/2021:00:00:31 +0900] "GET / HTTP/1.1" 200 1327 "-" "Mozilla/5.0"';

describe('Recognising a log by its first lines', () => {
  it('takes common, combined and vhost-prefixed lines, of IPv4, IPv6 and host names', () => {
    for (const line of [
      ENTRY,
      '2001:db8::1 - user [01/Nov/2021:00:00:31 -0500] "GET / HTTP/1.1" 200 -',
      'example.jp 192.0.2.1 - - [01/Nov/2021:00:00:31 +0900] "GET / HTTP/1.1" 200 12 "-" "-"',
      'host.example.net - - [01/Nov/2021:00:00:31 +0900] "\\x16\\x03" 400 226',
    ]) {
      assert.equal(looksLikeAccessLog([line]), true, line);
    }
  });

  it('takes labelled values between tabs and the logs of IIS', () => {
    for (const lines of [
      ['time:2021-11-01T00:00:31+09:00\thost:192.0.2.1\treq:GET / HTTP/1.1\tstatus:200\tsize:12'],
      [
        '#Software: Microsoft Internet Information Services 10.0',
        '#Fields: date time c-ip cs-method cs-uri-stem sc-status',
      ],
    ]) {
      assert.equal(looksLikeAccessLog(lines), true, lines[0]);
    }
  });

  it('takes the formats of proxies, balancers and application servers', () => {
    for (const line of [
      '[01/Nov/2021:00:00:31 +0900] 192.0.2.1 TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256 "GET / HTTP/1.1" 1234',
      '[01/Nov/2021:00:00:31 +0000] - 200 200 - GET https example.jp "/a" [Client 192.0.2.1] [Length 12] "x" "-"',
      '[01/Nov/2021:00:00:31 +0000] HIT 304 - - GET http example.jp "/a" [Client 192.0.2.1]',
      '[2021-11-01T00:00:31.310Z] "GET / HTTP/1.1" 200 - 0 12 5 4 "-" "x" "id" "example.jp" "192.0.2.9:80"',
      'Nov  1 00:00:31 h haproxy[1]: 192.0.2.1:4711 [01/Nov/2021:00:00:31.655] in s/a 1/0/3/6/9 200 2 - - ---- 1/1/1/1/0 0/0 "GET / HTTP/1.1"',
      '1635731815.779    120 192.0.2.1 TCP_MISS/200 1234 GET http://example.jp/ - HIER_DIRECT/192.0.2.9 text/html',
      'https 2021-11-01T00:00:31.310Z app/lb/50dc 192.0.2.1:2817 10.0.0.1:80 0.0 0.0 0.0 200 200 34 366 "GET https://example.jp:443/ HTTP/1.1" "curl"',
      `${'0a'.repeat(32)} bucket [01/Nov/2021:00:00:31 +0000] 192.0.2.1 - 3E57 REST.GET.OBJECT a.html "GET /a.html HTTP/1.1" 200`,
      '2021-11-01\t00:00:31\tNRT57-C1\t2390\t192.0.2.1\tGET\td111.cloudfront.net\t/a\t200',
      'INFO:     192.0.2.1:4711 - "GET / HTTP/1.1" 200 OK',
      '192.0.2.1 - - [01/Nov/2021 00:00:31] "GET / HTTP/1.1" 200 -',
      '{"remote_addr":"192.0.2.1","request":"GET / HTTP/1.1","status":200}',
      '{"level":"info","request":{"remote_ip":"192.0.2.1","method":"GET","uri":"/"},"status":404}',
      '{"ClientIP":"192.0.2.1","ClientRequestURI":"/","EdgeResponseStatus":200}',
    ]) {
      assert.equal(looksLikeAccessLog([line]), true, line);
    }
  });

  it('leaves the logs of programs alone', () => {
    for (const lines of [
      [],
      [''],
      ['2021-11-01T00:00:31Z INFO listening on :8080'],
      ['[Mon Nov 01 00:00:31.123456 2021] [php:error] [pid 1] PHP Warning'],
      ['> build', 'request was:', ENTRY, 'done'],
      ['#Fields: name size colour', 'a 1 red'],
      ['level:info\tstatus:200\tmsg:ready'],
      ['{"level":"info","status":200,"msg":"ready"}', '{"client_ip":"192.0.2.1","url":"/","msg":"x"}'],
      ['INFO:     Started server process [12]', 'INFO:     Uvicorn running on http://192.0.2.1:8000'],
      ['[2021-11-01T00:00:31.310Z] "GET" was called', '1635731815.779 12 tasks done'],
      ['https 2021 started', '2021-11-01\t00:00:31\tready', '[01/Nov/2021:00:00:31 +0000] - 200 of 300 done'],
      [`${'x'.repeat(5000)} ${ENTRY}`],
    ]) {
      assert.equal(looksLikeAccessLog(lines), false, lines[0]);
    }
  });

  it('takes a log with some damaged lines and empty ones', () => {
    assert.equal(looksLikeAccessLog(['', 'broken', '', ENTRY, '', ENTRY]), true);
  });

  it('comes to an end for hostile lines', () => {
    for (const piece of ['[', ' [', '1 ', '"status":', '{"status":', ' [01/Nov/2021', '0a', '1635731815.779 ']) {
      looksLikeAccessLog(Array.from({ length: 200 }, () => piece.repeat(100_000)));
    }
  });

  it('looks at no more than the first lines', () => {
    assert.equal(
      looksLikeAccessLog([...Array.from({ length: 200 }, () => 'text'), ...Array.from({ length: 999 }, () => ENTRY)]),
      false,
    );
  });
});
