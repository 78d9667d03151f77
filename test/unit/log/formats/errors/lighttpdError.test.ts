import assert from 'node:assert/strict';
import { logOf } from '../../../../support/lines';
import { readService, TIME } from '../../../../support/serviceEntries';

const CLIENT = '192.0.2.1';
const HEAD = '2021-11-01 10:56:55: (mod_auth.c.828)';

async function read(line: string, format = 'lighttpd-error'): Promise<Readonly<Record<string, unknown>>> {
  const { format: told, entries } = await readService(line);
  assert.equal(told, format, line);
  const { message: _, kind, time, ...said } = entries[0]!;
  assert.deepEqual([kind, time], ['error', TIME]);
  return said;
}

describe('The error log of lighttpd', () => {
  it('is read with who gave a wrong password for what', async () => {
    const said = { client: CLIENT, user: 'sato', target: '/x/' };
    assert.deepEqual(await read(`${HEAD} password doesn't match for /x/ username: sato IP: ${CLIENT}`), said);
    assert.deepEqual(await read(`${HEAD} password doesn't match for /x/ username: sato, IP: ${CLIENT}`), said);
    const line = `Nov  1 10:56:55 web lighttpd[12]: (mod_auth.c.828) password doesn't match for /x/ username: sato IP: ${CLIENT}`;
    assert.deepEqual(await read(line, 'service-log'), said);
  });

  it('takes the address that the server wrote for the client', async () => {
    const line = `${HEAD} digest: auth failed for x: wrong password, IP: 198.51.100.9: wrong password, IP: ${CLIENT}`;
    assert.equal((await read(line))['client'], CLIENT);
  });

  it('is read with the severity and the file of PHP’s messages', async () => {
    const line =
      '2021-11-01 10:56:55: (mod_fastcgi.c.451) FastCGI-stderr: PHP message: PHP Warning:  x in /home/x/l.php on line 3';
    assert.deepEqual(await read(line), { level: 4, target: '/home/x/l.php' });
  });

  it('is read with what tells of no client', async () => {
    const { entries } = await readService('2021-11-01 10:56:55: (server.c.1568) server started (lighttpd/1.4.59)');
    assert.deepEqual(entries, [{ kind: 'error', time: TIME, message: 'server started (lighttpd/1.4.59)' }]);
  });

  it('is not what lacks a part or has nonsense in its place', async () => {
    for (const line of [
      '2021-11-01 10:56:55: started',
      '2021-11-01 10:56:55: (server) started',
      '2021-11-31 10:56:55: (server.c.1568) started',
      '2021-11-01 10:56:55 (server.c.1568) started',
    ]) {
      assert.equal((await readService(logOf(5, () => line))).format, undefined, line);
    }
  });
});
