import assert from 'node:assert/strict';
import { logOf } from '../../../support/lines';
import { readEntries, type Entry } from '../../../support/entries';

const ENTRY: Entry = {
  line: 1,
  client: '192.0.2.1',
  user: 'sato',
  time: '2021-11-01T10:56:55+09:00',
  method: 'POST',
  target: '/mail.php?a=b',
  status: 200,
  bytes: 36,
  referrer: 'https://example.jp/',
  userAgent: 'Mozilla/5.0 (X11)',
  vhost: 'example.jp',
};

function line(...fields: string[]): string {
  return fields.join('\t');
}

describe('LTSV', () => {
  it('is read with the labels that ltsv.org recommends', async () => {
    const { format, entries } = await readEntries(
      line(
        'time:[01/Nov/2021:10:56:55 +0900]',
        'host:192.0.2.1',
        'user:sato',
        'req:POST /mail.php?a=b HTTP/1.1',
        'status:200',
        'size:36',
        'referer:https://example.jp/',
        'ua:Mozilla/5.0 (X11)',
        'vhost:example.jp',
        'reqtime:0.087',
      ),
    );
    assert.equal(format, 'ltsv');
    assert.deepEqual(entries, [ENTRY]);
  });

  it('is read with the names of nginx, in any order', async () => {
    const { entries } = await readEntries(
      line(
        'status:200',
        'host:example.jp',
        'remote_addr:192.0.2.1',
        'remote_user:sato',
        'uri:/mail.php',
        'args:a=b',
        'request_method:POST',
        'body_bytes_sent:36',
        'time_iso8601:2021-11-01T10:56:55+09:00',
        'http_referer:https://example.jp/',
        'http_user_agent:Mozilla/5.0 (X11)',
      ),
    );
    assert.deepEqual(entries, [ENTRY]);
  });

  it('believes method and target logged apart rather than the request line', async () => {
    const { entries } = await readEntries(
      line('req:POST /a HTTP/1.1', 'uri:/b', 'method:GET', 'status:200', 'host:192.0.2.1'),
    );
    assert.deepEqual([entries[0]?.method, entries[0]?.target], ['GET', '/b']);
  });

  it('takes the host for the one that was asked for where a forwarded address names the client', async () => {
    const { entries } = await readEntries(
      line('forwardedfor:192.0.2.1, 198.51.100.2', 'host:example.jp', 'req:GET / HTTP/1.1', 'status:200'),
    );
    assert.deepEqual([entries[0]?.client, entries[0]?.vhost], ['192.0.2.1', 'example.jp']);
  });

  it('leaves out what is a hyphen or empty', async () => {
    const { entries } = await readEntries(
      line('host:192.0.2.1', 'req:GET / HTTP/1.1', 'status:-', 'size:-', 'ua:-', 'user:', 'time:-'),
    );
    assert.deepEqual(entries, [{ line: 1, client: '192.0.2.1', method: 'GET', target: '/' }]);
  });

  it('keeps requests that the server refused as unreadable', async () => {
    const { entries } = await readEntries(line('host:192.0.2.1', 'req:\\x16\\x03', 'status:400', 'size:0'));
    assert.deepEqual(entries, [{ line: 1, client: '192.0.2.1', status: 400, bytes: 0 }]);
  });

  it('is not taken for it when a table of a program has labels too', async () => {
    for (const text of [
      line('time:2021-11-01T10:56:55Z', 'level:info', 'status:200', 'msg:done'),
      line('host:db1', 'path:tables', 'size:12'),
      line('name', 'status:200', 'req:GET / HTTP/1.1'),
    ]) {
      assert.equal((await readEntries(logOf(20, () => text))).format, undefined, text);
    }
  });
});
