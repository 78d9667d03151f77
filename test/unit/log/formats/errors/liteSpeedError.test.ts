import assert from 'node:assert/strict';
import { readEntries, type Entry } from '../../../../support/entries';

const HEAD = '2021-11-01 10:56:55.123456 [NOTICE] [1234]';

async function read(line: string): Promise<Partial<Entry>> {
  const { format, entries, table } = await readEntries(line);
  assert.equal(format, 'litespeed-error', line);
  assert.equal(table.kind[0], 1);
  const { line: _, ...entry } = entries[0]!;
  return entry;
}

describe('The error log of LiteSpeed', () => {
  it('is read with process, thread, connection and virtual host', async () => {
    assert.deepEqual(await read(`${HEAD} [T0] [192.0.2.1:4711:HTTP2-1#example.jp] File not found [/home/a/x.php]`), {
      client: '192.0.2.1',
      time: '2021-11-01T10:56:55+00:00',
      target: '/home/a/x.php',
      vhost: 'example.jp',
      level: 5,
      message: 'File not found [/home/a/x.php]',
    });
  });

  it('is read in the ways in which connections are written', async () => {
    const connections: Record<string, [client: string | undefined, vhost: string | undefined]> = {
      '192.0.2.1:4711': ['192.0.2.1', undefined],
      '192.0.2.1:4711#example.jp': ['192.0.2.1', 'example.jp'],
      '192.0.2.1:4711-13#APVH_*_example.jp': ['192.0.2.1', 'example.jp'],
      '192.0.2.1:4711-3#wordpress:lsapi': ['192.0.2.1', 'wordpress'],
      '192.0.2.1:4711-H3:1FDA31C803B1F23A-44#APVH_www.example.jp:443': ['192.0.2.1', 'www.example.jp'],
      '127.0.0.1:4711-2>2001:db8:7::fd#APVH_example.jp': ['2001:db8:7::fd', 'example.jp'],
      '127.0.0.1:4711>192.0.2.1#_AdminVHost': ['192.0.2.1', '_AdminVHost'],
      '2001:db8::12:4711:HTTP2-1#v': ['2001:db8::12', 'v'],
      '[2001:db8::12]:4711#v': ['2001:db8::12', 'v'],
    };
    for (const [connection, [client, vhost]] of Object.entries(connections)) {
      const entry = await read(`${HEAD} [${connection}] text`);
      assert.deepEqual([entry.client, entry.vhost, entry.message], [client, vhost, 'text'], connection);
    }
  });

  it('leaves other brackets in the message', async () => {
    for (const group of [
      'config:template:a.jp:vhost',
      'LocalWorker::workerExec',
      'lsapi',
      'uds://tmp/a.sock',
      '*:443',
    ]) {
      const { client, message } = await read(`${HEAD} [${group}] text [x]`);
      assert.deepEqual([client, message], [undefined, `[${group}] text [x]`]);
    }
    const { client, message } = await read(`${HEAD} [192.0.2.1:1#a] [198.51.100.1:1#b] text`);
    assert.deepEqual([client, message], ['192.0.2.1', '[198.51.100.1:1#b] text']);
  });

  it('takes severity and file from what PHP wrote', async () => {
    const { level, target } = await read(
      `${HEAD} [192.0.2.1:1#a] [STDERR] PHP Fatal error:  x in /home/a/b.php on line 223\\n`,
    );
    assert.deepEqual([level, target], [3, '/home/a/b.php']);
  });

  it('names who failed to log in and what the firewall refused', async () => {
    const login = `${HEAD} [192.0.2.1:1#_AdminVHost] [STDERR] [WebAdmin Console] Failed Login Attempt - username:admin ip:192.0.2.1 url:`;
    assert.equal((await read(login)).user, 'admin');
    assert.equal((await read(`${HEAD} [192.0.2.1:1#a] User 'sato' failed to authenticate.`)).user, 'sato');
    const denied = await read(
      `${HEAD} [192.0.2.1:1#a.jp] [Module:mod_security] [id "77"] [uri "/up.php"] Access denied with code 403 (phase 2).`,
    );
    assert.deepEqual([denied.target, denied.status, denied.vhost], ['/up.php', 403, 'a.jp']);
  });

  it('is read where programs under it write', async () => {
    assert.deepEqual(
      await read('2021-11-01 10:56:55.750565 [UID:65534][2158] Reached max children process limit: 10'),
      {
        time: '2021-11-01T10:56:55+00:00',
        message: 'Reached max children process limit: 10',
      },
    );
  });

  it('counts lines that no entry begins on with the entry before them', async () => {
    const { entries, table } = await readEntries(`${HEAD} a\nb\n\n${HEAD} c`);
    assert.deepEqual([entries.length, [...table.continued]], [2, [2, 3]]);
  });

  it('is not seen in logs of other programs', async () => {
    for (const line of [
      '2021-11-01 10:56:55 [NOTICE] text',
      '2021-11-01 10:56:55.123 [main] INFO text',
      '2021-11-01T10:56:55.123 [INFO] text',
      '2021-11-01 10:56:55.123 INFO text',
      '2021-11-31 10:56:55.123 [INFO] text',
      '2021-11-01 10:56:55.123 [INFO',
    ]) {
      assert.equal((await readEntries(line)).format, undefined, line);
    }
  });
});
