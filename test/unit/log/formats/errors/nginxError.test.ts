import assert from 'node:assert/strict';
import { readEntries, type Entry } from '../../../../support/entries';

const HEAD = '2021/11/01 10:56:55 [error] 31#31: *1';
const CONTEXT = ', client: 192.0.2.1, server: example.jp, request: "POST /l.php?a=b HTTP/1.1"';

async function read(line: string): Promise<Partial<Entry>> {
  const { format, entries, table } = await readEntries(line);
  assert.equal(format, 'nginx-error', line);
  assert.equal(table.kind[0], 1);
  const { line: _, ...entry } = entries[0]!;
  return entry;
}

/** Client and target of a message with what stands behind it. */
async function blamed(text: string): Promise<(string | undefined)[]> {
  const { client, target } = await read(`${HEAD} ${text}`);
  return [client, target];
}

describe('The error log of nginx', () => {
  it('is read with the request that failed', async () => {
    const line = `${HEAD} open() "/a, b" failed (2: No such file), reason${CONTEXT}, upstream: "fastcgi://unix:/run/a.sock:", host: "www.example.jp:8081", referrer: "http://example.jp/"`;
    assert.deepEqual(await read(line), {
      client: '192.0.2.1',
      time: '2021-11-01T10:56:55+00:00',
      method: 'POST',
      target: '/l.php?a=b',
      referrer: 'http://example.jp/',
      vhost: 'example.jp',
      level: 3,
      message: 'open() "/a, b" failed (2: No such file), reason',
    });
  });

  it('is read without a connection', async () => {
    assert.deepEqual(await read('2021/06/17 19:25:59 [notice] 133309#0: signal process started'), {
      time: '2021-06-17T19:25:59+00:00',
      level: 5,
      message: 'signal process started',
    });
  });

  it('is read with values that are empty or that no server has', async () => {
    const { client, vhost, referrer, message } = await read(
      `${HEAD} x, client: unix:, server: , request: "GET / HTTP/1.1", host: "", referrer: ""`,
    );
    assert.deepEqual([client, vhost, referrer, message], [undefined, undefined, undefined, 'x']);
    for (const server of ['', '_', '0.0.0.0:443', '[::]:443']) {
      const entry = await read(
        `${HEAD} x, client: 192.0.2.1, server: ${server}, request: "GET / HTTP/1.1", host: "a.jp"`,
      );
      assert.deepEqual([entry.client, entry.vhost], ['192.0.2.1', 'a.jp'], server);
    }
  });

  it('keeps what limits say in the message', async () => {
    const { client, message } = await read(
      `${HEAD} limiting requests, excess: 5.428 by zone "one"${CONTEXT}, host: "a"`,
    );
    assert.deepEqual([client, message], ['192.0.2.1', 'limiting requests, excess: 5.428 by zone "one"']);
  });

  it('names who failed to log in', async () => {
    for (const message of ['user "sato": password mismatch', 'user "sato" was not found in "/a/.htpasswd"']) {
      const { user, target } = await read(`${HEAD} ${message}${CONTEXT}, host: "a"`);
      assert.deepEqual([user, target], ['sato', '/l.php?a=b']);
    }
  });

  it('is read where mail and streams are passed on', async () => {
    const mail = await read(
      `${HEAD} client login failed: "x" while in http auth state, client: 192.0.2.1, server: 0.0.0.0:25, login: "a@example.jp", upstream: 198.51.100.1:25`,
    );
    assert.deepEqual([mail.client, mail.user], ['192.0.2.1', 'a@example.jp']);
    const stream = await read(
      `${HEAD} no live upstreams, udp client: 2001:db8::1, server: 0.0.0.0:53, upstream: "x", bytes from/to client:0/0, bytes from/to upstream:0/0`,
    );
    assert.equal(stream.client, '2001:db8::1');
  });

  it('takes the status from ModSecurity’s messages', async () => {
    const { client, status, target, vhost } = await read(
      `${HEAD} [client 192.0.2.1] ModSecurity: Access denied with code 403 (phase 2). Matched [msg ""] [hostname "198.51.100.1"] [uri "/"] [ref ""]${CONTEXT}, host: "a"`,
    );
    assert.deepEqual([client, status, target, vhost], ['192.0.2.1', 403, '/l.php?a=b', 'example.jp']);
  });

  it('reads requests with quotes that a client sent', async () => {
    const end = ', host: "a.jp"';
    assert.deepEqual(await blamed(`x, client: 192.0.2.1, server: a.jp, request: "GET /?q="><script> HTTP/1.1"${end}`), [
      '192.0.2.1',
      '/?q="><script>',
    ]);
    assert.deepEqual(await blamed(`x, client: 192.0.2.1, server: a.jp, request: "GET /", client: 9 HTTP/1.1"${end}`), [
      '192.0.2.1',
      '/", client: 9',
    ]);
  });

  it('finds the client behind a path or a user’s name that imitates one', async () => {
    const real = ', client: 192.0.2.2, server: , request: "GET / HTTP/1.1", host: "a"';
    const forged = ', client: 198.51.100.1, server: test, request: "GET /forged HTTP/1.1", host: "b"';
    assert.deepEqual(await blamed(`user "test": password mismatch${forged}": was not found in "/a"${real}`), [
      '192.0.2.2',
      '/',
    ]);
    assert.deepEqual(await blamed(`open() "/a${forged}" failed (2: No such file)${real}`), ['192.0.2.2', '/']);
  });

  it('blames nobody where a line can be read in two ways', async () => {
    const real = ', client: 192.0.2.2, server: a, request: "GET /a HTTP/1.1", host: "a"';
    const forged = ', client: 198.51.100.1, server: b, request: "GET /b HTTP/1.1", host: "b"';
    assert.deepEqual(await blamed(`open() "/a"${forged}, referrer: "" failed (2: x)${real}`), [undefined, undefined]);
    assert.deepEqual(await blamed(`x${real}, referrer: "http://x"${forged}`), [undefined, undefined]);
    assert.deepEqual(await blamed(`x${', client: 198.51.100.1, server: b'.repeat(20)}${real}`), [undefined, undefined]);
  });

  it('takes the client from the last line of what a program wrote over several', async () => {
    const log = [
      `${HEAD} FastCGI sent in stderr: "PHP message: PHP Fatal error:  Uncaught Error: x in /a.php:3`,
      'Stack trace:',
      '',
      'words, client: unknown',
      `  thrown in /a.php on line 3" while reading response header from upstream${CONTEXT}, host: "a"`,
      '#0 behind the end',
      `${HEAD} signal${CONTEXT}`,
      'unreadable',
    ].join('\n');
    const { entries, table } = await readEntries(log);
    assert.deepEqual(
      entries.map(({ line, client, target }) => [line, client, target]),
      [
        [1, '192.0.2.1', '/l.php?a=b'],
        [7, '192.0.2.1', '/l.php?a=b'],
      ],
    );
    assert.deepEqual([...table.continued], [2, 3, 4, 5, 6]);
    assert.deepEqual([...table.rejected], [2, 3, 4, 5, 6, 8]);
  });

  it('is not seen in lines with another head', async () => {
    for (const line of [
      '2021/11/01 10:56:55 [error] 31: x',
      '2021/11/01 10:56:55 [something] 31#31: x',
      '2021/11/01 10:56:55 error 31#31: x',
      '2021/13/01 10:56:55 [error] 31#31: x',
      '2021/11/01 10:56 [error] 31#31: x',
      '2021/11/01 10:56:55 [error]',
    ]) {
      assert.equal((await readEntries(line)).format, undefined, line);
    }
  });
});
