import assert from 'node:assert/strict';
import { logOf } from '../../../support/lines';
import { readEntries, type Entry } from '../../../support/entries';
import { SeededRandom } from '../../../support/random';

const ENTRY: Entry = {
  line: 1,
  client: '192.0.2.1',
  time: '2021-11-01T01:56:55+00:00',
  method: 'POST',
  target: '/mail.php?a=b&c',
  status: 200,
  bytes: 36,
  referrer: 'https://example.jp/',
  userAgent: 'Mozilla/5.0 (X11)',
  vhost: 'example.jp',
};
const SECONDS = Date.UTC(2021, 10, 1, 1, 56, 55) / 1000;

const SERVERS: Readonly<Record<string, object>> = {
  nginx: {
    time_local: '01/Nov/2021:01:56:55 +0000',
    remote_addr: '192.0.2.1',
    remote_user: '',
    request: 'POST /mail.php?a=b&c HTTP/1.1',
    status: '200',
    body_bytes_sent: '36',
    request_time: '0.005',
    http_referer: 'https://example.jp/',
    http_user_agent: 'Mozilla/5.0 (X11)',
    http_host: 'example.jp',
  },
  Caddy: {
    level: 'info',
    ts: SECONDS + 0.5241024,
    logger: 'http.log.access.log0',
    msg: 'handled request',
    request: {
      remote_ip: '198.51.100.80',
      remote_port: '41342',
      client_ip: '192.0.2.1',
      proto: 'HTTP/2.0',
      method: 'POST',
      host: 'example.jp',
      uri: '/mail.php?a=b&c',
      headers: { 'User-Agent': ['Mozilla/5.0 (X11)', 'second'], Referer: ['https://example.jp/'], Accept: [] },
      tls: { resumed: false, version: 772, server_name: 'tls.example.jp' },
    },
    bytes_read: 0,
    user_id: '',
    duration: 0.000929675,
    size: 36,
    status: 200,
    resp_headers: { Server: ['Caddy'], Location: ['/'], Date: ['Mon, 01 Nov 2021 01:56:55 GMT'] },
  },
  Traefik: {
    ClientAddr: '192.0.2.1:56032',
    ClientHost: '192.0.2.1',
    ClientUsername: '-',
    DownstreamContentSize: 36,
    DownstreamStatus: 200,
    Duration: 2_000_000,
    OriginStatus: 500,
    RequestAddr: 'example.jp',
    RequestHost: 'example.jp',
    RequestMethod: 'POST',
    RequestPath: '/mail.php?a=b&c',
    StartLocal: '2021-11-01T10:56:55.123456789+09:00',
    StartUTC: '2021-11-01T01:56:55.123456789Z',
    level: 'info',
    msg: '',
    request_Referer: 'https://example.jp/',
    'request_User-Agent': 'Mozilla/5.0 (X11)',
    time: '2021-11-01T01:56:59Z',
  },
  Cloudflare: {
    ClientIP: '192.0.2.1',
    ClientRequestHost: 'example.jp',
    ClientRequestMethod: 'POST',
    ClientRequestPath: '/mail.php',
    ClientRequestURI: '/mail.php?a=b&c',
    ClientRequestReferer: 'https://example.jp/',
    ClientRequestUserAgent: 'Mozilla/5.0 (X11)',
    EdgeEndTimestamp: '2021-11-01T01:56:56Z',
    EdgeResponseBytes: 36,
    EdgeResponseStatus: 200,
    EdgeStartTimestamp: '2021-11-01T01:56:55Z',
    OriginResponseStatus: 0,
  },
  'Google Cloud': {
    httpRequest: {
      requestMethod: 'POST',
      requestUrl: 'https://example.jp/mail.php?a=b&c',
      requestSize: '512',
      status: 200,
      responseSize: '36',
      userAgent: 'Mozilla/5.0 (X11)',
      remoteIp: '192.0.2.1',
      referer: 'https://example.jp/',
      latency: '0.1s',
    },
    insertId: '1gzkpdef2vbqho',
    resource: { type: 'http_load_balancer', labels: { url_map_name: 'x', status: 'y' } },
    timestamp: '2021-11-01T01:56:55.123Z',
    severity: 'INFO',
  },
  'Elastic Common Schema': {
    '@timestamp': '2021-11-01T01:56:55.000Z',
    source: { address: '192.0.2.1' },
    http: { request: { method: 'POST' }, response: { status_code: 200 }, version: '1.1' },
    'http.response.bytes': 36,
    url: { original: '/mail.php?a=b&c', domain: 'example.jp' },
    user_agent: { original: 'Mozilla/5.0 (X11)', name: 'Other' },
    referrer: 'https://example.jp/',
  },
};

async function entryOf(value: object | string): Promise<Entry | undefined> {
  const { entries } = await readEntries(typeof value === 'string' ? value : JSON.stringify(value));
  return entries[0];
}

describe('JSON lines', () => {
  for (const [server, value] of Object.entries(SERVERS)) {
    it(`are read as ${server} writes them`, async () => {
      const { format, entries } = await readEntries(JSON.stringify(value));
      assert.equal(format, 'json');
      assert.deepEqual(entries, [ENTRY]);
    });
  }

  it('have their escapes undone, but not those within', async () => {
    const agent = 'a "quoted" \\x22 agent\u0001 😀';
    const { userAgent, target } = (await entryOf({
      ip: '192.0.2.1',
      method: 'GET',
      path: '/お知らせ',
      query: 'q="x"',
      status: 200,
      ua: agent,
    }))!;
    assert.deepEqual([userAgent, target], [agent, '/お知らせ?q="x"']);
    const escaped =
      '{"time":"01\\/Nov\\/2021:01:56:55 +0000","remote_addr":"192.0.2.1","request":"GET \\/a\\u0026b HTTP\\/1.1","status":200}';
    assert.deepEqual(await entryOf(escaped), {
      line: 1,
      client: '192.0.2.1',
      time: ENTRY.time,
      method: 'GET',
      target: '/a&b',
      status: 200,
    });
  });

  it('are read with blanks between everything, and as lines of an array', async () => {
    const plain = JSON.stringify(SERVERS['nginx']);
    const spaced = JSON.stringify(SERVERS['nginx'], undefined, 1).replaceAll('\n', ' ');
    const { entries } = await readEntries(`[${plain},\n${spaced}\n,${plain}\n${plain}]\n`);
    assert.deepEqual(
      entries.map(({ line }) => line),
      [1, 2, 4],
    );
  });

  it('tell addresses from ports and lists', async () => {
    for (const [logged, client] of [
      ['192.0.2.1:4711', '192.0.2.1'],
      ['[2001:db8::1]:4711', '2001:db8::1'],
      ['2001:db8::1', '2001:db8::1'],
      ['192.0.2.1, 198.51.100.2', '192.0.2.1'],
      ['-', undefined],
      [null, undefined],
    ]) {
      assert.equal((await entryOf({ ip: logged, method: 'GET', uri: '/', status: 200 }))?.client, client);
    }
  });

  it('take nothing but headers from the headers, which clients name as they like', async () => {
    const headers = { 'Client-Ip': ['198.51.100.9'], Method: ['PUT'], Status: ['500'], Uri: ['/x'], Time: ['1'] };
    const request = { remote_ip: '192.0.2.1', method: 'GET', uri: '/', headers: { ...headers, 'User-Agent': ['a'] } };
    const { entries } = await readEntries(JSON.stringify({ ts: 1_635_731_815, request, status: 200 }));
    assert.deepEqual(
      entries.map(({ client, method, target, status, userAgent }) => [client, method, target, status, userAgent]),
      [['192.0.2.1', 'GET', '/', 200, 'a']],
    );
  });

  it('do without method, client, time or status where the rest tells a request', async () => {
    assert.deepEqual(await entryOf({ ip: '192.0.2.1', path: '/a', status: 404 }), {
      line: 1,
      client: '192.0.2.1',
      target: '/a',
      status: 404,
    });
    assert.deepEqual(await entryOf({ method: 'GET', uri: '/a', status: 404 }), {
      line: 1,
      method: 'GET',
      target: '/a',
      status: 404,
    });
  });

  const OTHERS: Readonly<Record<string, unknown>> = {
    'a package': { name: 'left-pad', version: '1.0.0', path: '/a', scripts: { test: 'x' } },
    'a program’s log': { level: 30, time: 1635731815000, pid: 1, hostname: 'web', msg: 'listening', port: 8080 },
    'a build': { type: 'file', path: '/src/a.ts', status: 'ok', time: 1635731815 },
    'a call': { jsonrpc: '2.0', method: 'textDocument/hover', id: 1, status: 200 },
    'a request with an id': { request: 'f81d4fae', status: 200, time: '2021-11-01T01:56:55Z' },
    'an empty object': {},
  };
  for (const [what, value] of Object.entries(OTHERS)) {
    it(`are not taken for entries when they are ${what}`, async () => {
      assert.equal((await readEntries(logOf(20, () => JSON.stringify(value)))).format, undefined);
    });
  }

  it('are refused when damaged, wherever they are cut', async () => {
    const line = JSON.stringify(SERVERS['Caddy']);
    for (let end = 0; end < line.length; end++) assert.equal(await entryOf(line.slice(0, end)), undefined);
    for (const end of ['}', '{', 'x', '"']) assert.equal(await entryOf(line + end), undefined);
  });

  it('never stop the reader, whatever stands in them', async () => {
    const random = new SeededRandom(7);
    const line = Buffer.from(JSON.stringify(SERVERS['Traefik']));
    for (let turn = 0; turn < 500; turn++) {
      const bytes = Buffer.from(line);
      for (let hits = 0; hits < 3; hits++) bytes[random.integer(0, bytes.length - 1)] = random.integer(32, 126);
      const { table } = await readEntries(bytes);
      assert.equal(table.rows + table.rejected.length, 1);
    }
    assert.equal(await entryOf(`${'{"request":'.repeat(10_000)}1${'}'.repeat(10_000)}`), undefined);
    assert.equal(await entryOf('[{"a":'.repeat(10_000)), undefined);
  });
});
