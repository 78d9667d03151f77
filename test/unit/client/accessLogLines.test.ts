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

  it('leaves the logs of programs alone', () => {
    for (const lines of [
      [],
      [''],
      ['2021-11-01T00:00:31Z INFO listening on :8080'],
      ['[Mon Nov 01 00:00:31.123456 2021] [php:error] [pid 1] PHP Warning'],
      ['> build', 'request was:', ENTRY, 'done'],
      ['#Fields: name size colour', 'a 1 red'],
      ['level:info\tstatus:200\tmsg:ready'],
      [`${'x'.repeat(5000)} ${ENTRY}`],
    ]) {
      assert.equal(looksLikeAccessLog(lines), false, lines[0]);
    }
  });

  it('takes a log with some damaged lines and empty ones', () => {
    assert.equal(looksLikeAccessLog(['', 'broken', '', ENTRY, '', ENTRY]), true);
  });

  it('looks at no more than the first lines', () => {
    assert.equal(
      looksLikeAccessLog([...Array.from({ length: 200 }, () => 'text'), ...Array.from({ length: 999 }, () => ENTRY)]),
      false,
    );
  });
});
