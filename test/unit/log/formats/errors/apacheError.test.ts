import assert from 'node:assert/strict';
import { readEntries, type Entry } from '../../../../support/entries';

const HEAD_22 = '[Wed Oct 11 14:32:52 2000] [error]';
const HEAD_24 = '[Mon Mar 01 12:00:19.123456 2021] [core:error] [pid 4803:tid 140123104306944]';

async function read(line: string): Promise<Partial<Entry>> {
  const { format, entries, table } = await readEntries(line);
  assert.ok(format?.startsWith('apache-error'), `${format} ${line}`);
  assert.equal(table.kind[0], 1);
  const { line: _, ...entry } = entries[0]!;
  return entry;
}

/** What the message behind the client names. */
async function named(message: string): Promise<Pick<Entry, 'user' | 'method' | 'target' | 'status' | 'vhost'>> {
  const { user, method, target, status, vhost } = await read(`${HEAD_24} [client 192.0.2.1:3333] ${message}`);
  return Object.fromEntries(Object.entries({ user, method, target, status, vhost }).filter(([, each]) => each));
}

describe('The error log of Apache', () => {
  it('is read as 2.2 writes it', async () => {
    assert.deepEqual(await read(`${HEAD_22} [client 192.0.2.1] client denied by server configuration`), {
      client: '192.0.2.1',
      time: '2000-10-11T14:32:52+00:00',
      level: 3,
      message: 'client denied by server configuration',
    });
    assert.deepEqual(await read('[Wed Oct 11 14:32:52 2000] [notice] Apache/2.2.15 (Unix) configured'), {
      time: '2000-10-11T14:32:52+00:00',
      level: 5,
      message: 'Apache/2.2.15 (Unix) configured',
    });
  });

  it('is read as 2.4 writes it, with the referrer apart', async () => {
    const line = `${HEAD_24} [client 192.0.2.1:3333] AH00128: File does not exist: /home/a/b.php, referer: http://example.jp/`;
    assert.deepEqual(await read(line), {
      client: '192.0.2.1',
      time: '2021-03-01T12:00:19+00:00',
      target: '/home/a/b.php',
      referrer: 'http://example.jp/',
      level: 3,
      message: 'AH00128: File does not exist: /home/a/b.php',
    });
  });

  it('finds the client behind the system’s error and behind the place in the source', async () => {
    for (const before of ['(2)No such file or directory', '(70014)End of file found', 'mod_ssl.c(820)']) {
      const { client, message } = await read(`${HEAD_24} ${before}: [client 192.0.2.1:3333] AH00035: x`);
      assert.deepEqual([client, message], ['192.0.2.1', 'AH00035: x']);
    }
    const { client, message } = await read(`${HEAD_24} (113)No route to host: AH00957: HTTP: attempt failed`);
    assert.deepEqual([client, message], [undefined, '(113)No route to host: AH00957: HTTP: attempt failed']);
  });

  it('takes no words of a client for another client', async () => {
    const { client, message } = await read(
      `${HEAD_22} [client 192.0.2.1] File does not exist: /srv/[client 198.51.100.1] user root not found`,
    );
    assert.equal(client, '192.0.2.1');
    assert.ok(message?.includes('198.51.100.1'));
    assert.equal((await read(`${HEAD_22} script wrote: [client 198.51.100.1] x`)).client, undefined);
  });

  it('reads addresses of IPv6 with and without a port', async () => {
    const clients: Record<string, string> = {
      '[client ::1:37752]': '::1',
      '[client 2001:db8::1:37752]': '2001:db8::1',
      '[client [2001:db8::1]:37752]': '2001:db8::1',
      '[client 2001:db8:1:2:3:4:5:6:37752]': '2001:db8:1:2:3:4:5:6',
      '[remote 2001:db8::1:0]': '2001:db8::1',
      '[client ::ffff:192.0.2.1:4711]': '192.0.2.1',
    };
    for (const [group, client] of Object.entries(clients)) {
      assert.equal((await read(`${HEAD_24} ${group} x`)).client, client, group);
    }
    for (const address of ['2001:db8::80da:af6b:8b2c', '2001:db8::12', '::1']) {
      assert.equal((await read(`${HEAD_22} [client ${address}] x`)).client, address);
    }
  });

  it('prefers the client that ModSecurity names to the server that Apache connected to', async () => {
    const { client, message } = await read(`${HEAD_24} [remote 198.51.100.1:80] [client 192.0.2.1] ModSecurity: x`);
    assert.deepEqual([client, message], ['192.0.2.1', 'ModSecurity: x']);
    const twice = await read(`${HEAD_24} [client 192.0.2.1:80] [client 192.0.2.1] ModSecurity: x`);
    assert.deepEqual([twice.client, twice.message], ['192.0.2.1', 'ModSecurity: x']);
  });

  it('reads times in other forms, with and without a zone', async () => {
    const times: Record<string, string> = {
      '2021-06-04 15:40:27.138633': '2021-06-04T15:40:27+00:00',
      '2021/06/04 15:40:27': '2021-06-04T15:40:27+00:00',
      'Fri Jun  4 15:40:27 2021': '2021-06-04T15:40:27+00:00',
      '04/Jun/2021:15:40:27 +0900': '2021-06-04T15:40:27+09:00',
      '2021-06-04T15:40:27+09:00': '2021-06-04T15:40:27+09:00',
      'Fri Jun 04 15:40:27.123456 2021 -0330': '2021-06-04T15:40:27-03:30',
    };
    for (const [time, iso] of Object.entries(times)) {
      assert.equal((await read(`[${time}] [php7:emerg] [pid 1] x`)).time, iso, time);
    }
  });

  it('reads the formats of the manual’s examples', async () => {
    for (const head of [
      '[Wed Oct 11 14:32:52 2000] [error] [pid 1000] [client 192.0.2.1]',
      '[2000-10-11 14:32:52.123456] [core:error] [R:ab12] [C:cd34] mod_x.c(12): (2)No such file: [client 192.0.2.1:1]',
      '[Wed Oct 11 14:32:52 2000] [www.example.jp] [-:warn] [pid 1] [tid 2] [client 192.0.2.1:1]',
    ]) {
      const { client, message } = await read(`${head} text [of] the error`);
      assert.deepEqual([client, message], ['192.0.2.1', 'text [of] the error'], head);
    }
  });

  it('knows every severity', async () => {
    const levels = ['emerg', 'alert', 'crit', 'error', 'warn', 'notice', 'info', 'debug', 'trace1', 'trace8'];
    for (const [index, name] of levels.entries()) {
      const { level } = await read(`[Wed Oct 11 14:32:52 2000] [ssl:${name}] [pid 1] x`);
      assert.equal(level, Math.min(index, 7), name);
    }
  });

  it('names the file or path that a message is about', async () => {
    const messages: Record<string, string> = {
      'File does not exist: /home/a/public_html/l.php': '/home/a/public_html/l.php',
      "script '/home/a/x.php' not found or unable to stat": '/home/a/x.php',
      'AH02811: script not found or unable to stat: /usr/lib/cgi-bin/luci': '/usr/lib/cgi-bin/luci',
      'AH02811: stderr from /srv/cgi-bin/a.cgi: script not found or unable to stat': '/srv/cgi-bin/a.cgi',
      'AH01630: client denied by server configuration: /home/a/.env': '/home/a/.env',
      'AH00132: file permissions deny server access: /home/a/l.php': '/home/a/l.php',
      'AH00035: access to /a/b denied (filesystem path': '/a/b',
      'AH01276: Cannot serve directory /home/a/: No matching DirectoryIndex (index.html) found': '/home/a/',
      'AH10244: invalid URI path (/cgi-bin/.%2e/.%2e/bin/sh)': '/cgi-bin/.%2e/.%2e/bin/sh',
      'PHP Warning:  x in /home/a/in b.php on line 3': '/home/a/in b.php',
      "AH01071: Got error 'PHP message: PHP Fatal error:  x in /home/a/b.php on line 3\\n'": '/home/a/b.php',
    };
    for (const [message, target] of Object.entries(messages)) {
      assert.deepEqual(await named(message), { target }, message);
    }
    for (const message of ['File does not exist: b.php', "AH01071: Got error 'Primary script unknown\\n'"]) {
      assert.deepEqual(await named(message), {}, message);
    }
  });

  it('names who failed to log in', async () => {
    const messages: Record<string, string> = {
      'AH01617: user sato: authentication failure for "/admin": Password Mismatch': 'sato',
      'AH01631: user sato: authorization failure for "/admin": ': 'sato',
      'AH01618: user sato not found: /admin': 'sato',
      'Digest: user sato: password mismatch: /admin': 'sato',
      "AH01790: user `sato' in realm `private area' not found: /admin": 'sato',
      'AH01637: Authorization of user sato to access /admin failed, reason: file owner': 'sato',
    };
    for (const [message, user] of Object.entries(messages)) {
      assert.deepEqual(await named(message), { user, target: '/admin' }, message);
    }
    assert.deepEqual(await named('AH01618: user  not found: /admin'), { target: '/admin' });
  });

  it('names the request that could not be read', async () => {
    assert.deepEqual(await named('AH00126: Invalid URI in request GET /../../etc/passwd HTTP/1.1'), {
      method: 'GET',
      target: '/../../etc/passwd',
    });
  });

  it('takes status, path and host from ModSecurity’s messages, and not from what a client sent', async () => {
    const forged = '[data "[uri \\"/forged\\"] [hostname \\"forged\\"]"]';
    assert.deepEqual(
      await named(
        `ModSecurity: Access denied with code 403 (phase 2). ${forged} [hostname "example.jp"] [uri "/wp-login.php"] [unique_id "x"]`,
      ),
      { target: '/wp-login.php', status: 403, vhost: 'example.jp' },
    );
    assert.deepEqual(await named('ModSecurity: Warning. Matched phrase [hostname "example.jp"] [uri "/.git"]'), {
      target: '/.git',
      vhost: 'example.jp',
    });
  });

  it('keeps entries without a message', async () => {
    assert.deepEqual(await read(HEAD_22), { time: '2000-10-11T14:32:52+00:00', level: 3 });
    assert.equal((await read(`${HEAD_22} [client 192.0.2.1] , referer: x`)).referrer, 'x');
  });

  it('is not seen in lines without a severity or with a broken time', async () => {
    for (const line of [
      '[Wed Oct 11 14:32:52 2000] [something] [else] x',
      '[Wed Okt 11 14:32:52 2000] [error] x',
      '[Wed Oct 32 14:32:52 2000] [error] x',
      '[Wed Oct 11 14:32 2000] [error] x',
      '[Wed Oct 11 14:32:52 2000 [error] x',
      '[] [error] x',
      '[error] [client 192.0.2.1] x',
    ]) {
      assert.ok(!(await readEntries(line)).format?.startsWith('apache'), line);
    }
  });
});

describe('Errors of Apache that went through syslog', () => {
  it('are read with syslog’s time', async () => {
    const newest = Date.UTC(2021, 11, 1) / 1000;
    const lines: Record<string, string> = {
      'Nov  1 10:56:55 srv httpd[22034]: [authz_core:error] [pid 22034] [client 192.0.2.1:58585] AH01630: client denied by server configuration: /home/www/':
        '2021-11-01T10:56:55+00:00',
      'Nov  1 10:56:55 srv httpd/backend1[22034]: [error] [client 192.0.2.1] client denied by server configuration: /home/www/':
        '2021-11-01T10:56:55+00:00',
      '2021-11-01T10:56:55.123456+09:00 tools apache2[181]: [:error] [pid 1:tid 2] [client 192.0.2.1:1] client denied by server configuration: /home/www/':
        '2021-11-01T10:56:55+09:00',
    };
    for (const [line, time] of Object.entries(lines)) {
      const { format, entries } = await readEntries(line, { newest });
      assert.ok(format?.startsWith('apache-error-syslog'), `${format} ${line}`);
      const [entry] = entries;
      assert.deepEqual(
        [entry?.client, entry?.time, entry?.target, entry?.level],
        ['192.0.2.1', time, '/home/www/', 3],
        line,
      );
    }
  });

  it('are not seen in what other programs say', async () => {
    for (const line of [
      'Nov  1 10:56:55 srv sshd[1]: [error] [client 192.0.2.1] x',
      'Nov  1 10:56:55 srv httpd[1]: caught SIGTERM, shutting down',
      'Nov  1 10:56:55 srv httpd[1]: [something] x',
    ]) {
      assert.ok(!(await readEntries(line)).format?.startsWith('apache'), line);
    }
  });
});
