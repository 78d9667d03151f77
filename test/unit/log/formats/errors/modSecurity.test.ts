import assert from 'node:assert/strict';
import { fieldsOfLine } from '../../../../../server/src/log/fieldAt';
import { readEntries } from '../../../../support/entries';

const MESSAGE =
  'Access denied with code 403 (phase 2). Pattern match "x" at ARGS:a. [file "/a.conf"] [id "942100"] [msg "SQL"] [severity "CRITICAL"]';

/** One transaction of the audit log; `body` is what the client sent. */
function transaction({ id = 'ab12cd34', body = 'a=1', before = '--', behind = '-' } = {}): string {
  const boundary = (letter: string): string => `${before}${id}${behind}${letter}--`;
  return [
    boundary('A'),
    '[01/Nov/2021:10:56:55 +0900] YX8AAQEAAEV6AuwAAAAE 192.0.2.1 34882 198.51.100.1 80',
    boundary('B'),
    'POST /wp-login.php?a=b HTTP/1.1',
    'HOST: example.jp',
    'User-Agent: curl/7.1',
    'Referer: http://example.jp/',
    'X-Client: Host: forged',
    '',
    boundary('C'),
    body,
    boundary('F'),
    'HTTP/1.1 403 Forbidden',
    'Content-Length: 610',
    '',
    boundary('H'),
    'Message: Warning. Pattern match "y" at ARGS:a. [severity "NOTICE"]',
    `Message: ${MESSAGE}`,
    'Message: Access denied with code 404',
    'Apache-Handler: application/x-httpd-php',
    '',
    boundary('Z'),
    '',
  ].join('\n');
}

const ENTRY = {
  line: 1,
  client: '192.0.2.1',
  time: '2021-11-01T10:56:55+09:00',
  method: 'POST',
  target: '/wp-login.php?a=b',
  status: 403,
  referrer: 'http://example.jp/',
  userAgent: 'curl/7.1',
  vhost: 'example.jp',
  level: 2,
  message: MESSAGE,
};

describe('The audit log of ModSecurity', () => {
  it('has an entry for each transaction, at its first line', async () => {
    const log = `${transaction()}\n${transaction({ id: 'ef56ab78' })}\n`;
    const { format, entries, table } = await readEntries(log);
    assert.equal(format, 'modsecurity-audit');
    assert.deepEqual(entries, [ENTRY, { ...ENTRY, line: 24 }]);
    assert.equal(table.kind[0], 1);
    assert.equal(table.rows + table.continued.length, table.lineIndex.lines);
    assert.equal(table.rejected.length, table.continued.length);
  });

  it('is read as version 3.0 marks its sections', async () => {
    const { entries } = await readEntries(transaction({ id: '9yTgmc8C', before: '---', behind: '---' }));
    assert.deepEqual(entries, [ENTRY]);
  });

  it('takes nothing that a client sent for a section', async () => {
    const body = [
      '--11112222-A--',
      '[01/Nov/2021:10:56:55 +0900] x 203.0.113.9 1 198.51.100.1 80',
      '--11112222-H--',
      `Message: ${MESSAGE}`,
      '--11112222-Z--',
    ].join('\n');
    const { entries } = await readEntries(transaction({ body }));
    assert.deepEqual(entries, [ENTRY]);
  });

  it('goes on behind a transaction that was cut', async () => {
    const cut = transaction().split('\n').slice(0, 6).join('\n');
    const { entries } = await readEntries(`${cut}\n${transaction({ id: 'ef56ab78' })}`);
    assert.deepEqual(
      entries.map(({ line, method, status }) => [line, method, status]),
      [
        [1, 'POST', undefined],
        [7, 'POST', 403],
      ],
    );
  });

  it('rejects the end of a transaction whose beginning is not there', async () => {
    const lines = transaction().split('\n');
    const { entries, table } = await readEntries(`${lines.slice(10).join('\n')}\n${transaction({ id: 'ef56ab78' })}`);
    assert.deepEqual(
      entries.map(({ line }) => line),
      [14],
    );
    assert.deepEqual([...table.rejected].slice(0, 14), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15]);
    assert.equal(table.continued[0], 15);
  });

  it('shows the fields of a line when the section is known', () => {
    const header = '[01/Nov/2021:10:56:55 +0900] YX8A 192.0.2.1 34882 198.51.100.1 80';
    const names = fieldsOfLine(header, '--ab12cd34-A--').map(({ name, text }) => [name, text]);
    assert.deepEqual(names, [
      ['client', '192.0.2.1'],
      ['time', '01/Nov/2021:10:56:55 +0900'],
    ]);
  });

  it('is read as JSON of version 3', async () => {
    const line = JSON.stringify({
      transaction: {
        client_ip: '192.0.2.1',
        time_stamp: 'Mon Nov  1 10:56:55 2021',
        server_id: 'x',
        client_port: 34882,
        request: {
          method: 'POST',
          http_version: 1.1,
          uri: '/wp-login.php?a=b',
          body: '{"client_ip":"203.0.113.9"}',
          headers: {
            Client_IP: '203.0.113.9',
            Http_Code: '200',
            Host: 'example.jp',
            'User-Agent': 'c "x"',
            Referer: 'r',
          },
        },
        response: { body: 'x', http_code: 403, headers: { Host: 'forged' } },
        producer: { components: ['a'] },
        messages: [
          { message: 'SQL Injection', details: { match: 'x', ruleId: '942100', severity: '2', tags: ['a'] } },
          { message: 'second', details: { severity: '0' } },
        ],
      },
    });
    const { format, entries, table } = await readEntries(`${line}\n`);
    assert.deepEqual([format, table.kind[0]], ['modsecurity-json', 1]);
    assert.deepEqual(entries, [
      {
        ...ENTRY,
        time: '2021-11-01T10:56:55+00:00',
        referrer: 'r',
        userAgent: 'c "x"',
        message: 'SQL Injection',
      },
    ]);
  });

  it('is read as JSON of version 2', async () => {
    const line = JSON.stringify({
      transaction: { time: '01/Nov/2021:10:56:55.123456 +0900', remote_address: '192.0.2.1', remote_port: 34882 },
      request: {
        request_line: 'POST /wp-login.php?a=b HTTP/1.1',
        headers: { Host: 'example.jp', 'User-Agent': 'curl/7.1', Referer: 'http://example.jp/', Status: '200' },
      },
      response: { protocol: 'HTTP/1.1', status: 403, headers: {} },
      audit_data: { messages: [MESSAGE, 'second'], producer: ['x'] },
    });
    const { format, entries } = await readEntries(line);
    assert.equal(format, 'modsecurity-json-zoned');
    assert.deepEqual(entries, [ENTRY]);
  });

  it('is not seen in other JSON', async () => {
    for (const line of [
      '{"transaction":{"client_ip":"192.0.2.1"}}',
      '{"transaction":{"time_stamp":"Mon Nov  1 10:56:55 2021"',
      '{"transaction":{"id":1,"amount":3}}',
    ]) {
      assert.equal((await readEntries(line)).format, undefined, line);
    }
  });
});
