import assert from 'node:assert/strict';
import { memorySource } from '../../../server/src/log/byteSource';
import { fieldsOfLine } from '../../../server/src/log/fieldAt';
import { LogTable } from '../../../server/src/log/logTable';
import { readLog } from '../../../server/src/log/readLog';
import { combinedLine, commonLine, logOf } from '../../support/lines';
import { readEntries, type Entry } from '../../support/entries';

/** A visitor, and addresses of proxies: of the host's own network, of Cloudflare and of CloudFront. */
const VISITOR = '203.0.113.9';
const PRIVATE = '10.0.0.1';
const CLOUDFLARE = '172.64.0.1';
const CLOUDFRONT = '2600:9000:2000::1';

async function clientOf(line: string): Promise<string | undefined> {
  const { entries } = await readEntries(line);
  assert.equal(entries.length, 1, line);
  return entries[0]?.client;
}

const jsonLine = (list: string): string =>
  JSON.stringify({ remote_addr: PRIVATE, x_forwarded_for: list, request: 'GET / HTTP/1.1', status: 200 });

const visitor = (n: number): string => `198.51.${n >> 8}.${n & 255}`;

/** Lines that have the address that connected and a list of forwarded ones. */
const LOGS: Readonly<Record<string, (peer: string, list: string) => string>> = {
  'behind the agent': (client, list) => `${combinedLine({ client })} "${list}"`,
  'behind the agent and before other values': (client, list) => `${combinedLine({ client })} "${list}" 0.012 "x"`,
  'behind other values': (client, list) => `${combinedLine({ client })} 0.012 "x" "${list}"`,
  'behind the size': (client, list) => `${commonLine({ client })} "${list}"`,
  'behind the agent, with a virtual host': (client, list) => `example.jp ${combinedLine({ client })} "${list}"`,
  'in quotes before the client': (client, list) => `"${list}" ${combinedLine({ client })}`,
  'in JSON': (client, list) =>
    JSON.stringify({ remote_addr: client, http_x_forwarded_for: list, request: 'GET / HTTP/1.1', status: 200 }),
  'among the headers in JSON': (client, list) =>
    JSON.stringify({ remote_ip: client, method: 'GET', uri: '/', headers: { 'X-Forwarded-For': [list] }, status: 200 }),
  'in LTSV': (client, list) => `host:${client}\tforwardedfor:${list}\treq:GET / HTTP/1.1\tstatus:200`,
  'in a column of IIS': (client, list) =>
    `#Fields: c-ip cs-method cs-uri-stem sc-status X-Forwarded-For\n${client} GET / 200 ${list.replaceAll(' ', '+')}`,
  'in a captured header': (client, list) =>
    `${client.includes(':') ? `[${client}]` : client}:4711 [01/Nov/2021:01:56:55.655] in s/a 1/0/3/6/9 200 2 - - ---- 1/1/1/1/0 0/0 {${list}|x} "GET / HTTP/1.1"`,
  'of Istio': (client, list) =>
    `[2021-11-01T01:56:55.310Z] "GET / HTTP/1.1" 200 - via_upstream - "-" 0 12 5 4 "${list}" "x" "id" "a" "u" c 10.0.0.2:1 10.0.0.3:80 ${client.includes(':') ? `[${client}]` : client}:4711 - r`,
};

describe('The client behind a proxy', () => {
  for (const [where, line] of Object.entries(LOGS)) {
    it(`is found ${where}`, async () => {
      for (const peer of [PRIVATE, CLOUDFLARE, CLOUDFRONT, '127.0.0.1', '100.64.1.1', 'fd00::1']) {
        assert.equal(await clientOf(line(peer, VISITOR)), VISITOR, peer);
      }
      assert.equal(await clientOf(line(PRIVATE, `${VISITOR}, ${CLOUDFLARE}, 10.0.0.7`)), VISITOR);
    });

    it(`is not what somebody says ${where} who connects himself`, async () => {
      for (const peer of ['198.51.100.2', '2001:db8::5']) assert.equal(await clientOf(line(peer, VISITOR)), peer);
    });

    it(`stays the one that connected where nothing is ${where}`, async () => {
      for (const list of ['-', 'unknown', '10.1.2.3, 192.168.0.1']) {
        assert.equal(await clientOf(line(PRIVATE, list)), PRIVATE, list);
      }
    });
  }

  it('is the last of a list that is no proxy, as a client may have sent what stands before', async () => {
    const line = (list: string): string => `${combinedLine({ client: CLOUDFLARE })} "${list}"`;
    assert.equal(await clientOf(line(`198.51.100.66, ${VISITOR}`)), VISITOR);
    assert.equal(await clientOf(line(`127.0.0.1, ${VISITOR}, 10.0.0.9`)), VISITOR);
    assert.equal(await clientOf(line(`' OR 1=1, ${VISITOR}`)), CLOUDFLARE);
  });

  it('is read without port, brackets, quotes and names of parameters', async () => {
    for (const [list, client] of [
      ['203.0.113.9:4711', VISITOR],
      ['::ffff:203.0.113.9', VISITOR],
      ['[2001:db8::1]:4711', '2001:db8::1'],
      ['2001:db8::1', '2001:db8::1'],
      ['for=203.0.113.9', VISITOR],
      ['For="[2001:db8::1]:4711";proto=https, for=10.0.0.7', '2001:db8::1'],
      ['for=_hidden, for=203.0.113.9;by=10.0.0.1', VISITOR],
      [`unknown,${VISITOR},  10.0.0.7`, VISITOR],
    ] as const) {
      assert.equal(await clientOf(jsonLine(list)), client, list);
    }
  });

  it('is found where the log has one address before the one that connected', async () => {
    const { entries } = await readEntries(`${VISITOR} ${combinedLine({ client: PRIVATE })}`);
    assert.deepEqual([entries[0]?.client, entries[0]?.vhost], [VISITOR, undefined]);
    const byAddress = (await readEntries(`198.51.100.1 ${combinedLine({ client: '192.0.2.1' })}`)).entries[0];
    assert.deepEqual([byAddress?.client, byAddress?.vhost], ['192.0.2.1', '198.51.100.1']);
  });

  it('is the first visitor of a list that stands in the client’s place, or else the first address', async () => {
    assert.equal(await clientOf(combinedLine({ client: `172.16.1.1, ${VISITOR}, 198.51.100.2` })), VISITOR);
    assert.equal(await clientOf(combinedLine({ client: '172.16.1.1, 10.0.0.1' })), '172.16.1.1');
    assert.equal(await clientOf(combinedLine({ client: `${VISITOR}, 10.0.0.7 ${PRIVATE}` })), VISITOR);
    assert.equal(await clientOf(combinedLine({ client: `${VISITOR}, 10.0.0.7 198.51.100.2` })), '198.51.100.2');
  });

  it('is not the server that a request was passed on to', async () => {
    for (const rest of ['82 0.002 [web] [] 203.0.113.80:9000 612', '"-" 203.0.113.80', '"-" "203.0.113.80"']) {
      assert.equal(await clientOf(`${combinedLine({ client: PRIVATE })} ${rest}`), PRIVATE, rest);
    }
  });

  it('is taken from the header of Cloudflare where the log has no list', async () => {
    const line = { remote_addr: CLOUDFLARE, http_cf_connecting_ip: VISITOR, request: 'GET / HTTP/1.1', status: 200 };
    assert.equal(await clientOf(JSON.stringify(line)), VISITOR);
  });

  it('is the field that the editor shows as the client', () => {
    const line = `${combinedLine({ client: PRIVATE })} "198.51.100.66, ${VISITOR}"`;
    const client = fieldsOfLine(line).find(({ name }) => name === 'client');
    assert.deepEqual([client?.text, client?.start], [VISITOR, line.indexOf(VISITOR)]);
  });

  it('is told for each line of a log with many visitors', async () => {
    const log = logOf(5000, (n) => `${combinedLine({ client: n % 2 === 0 ? PRIVATE : CLOUDFLARE })} "${visitor(n)}"`);
    const { entries } = await readEntries(log);
    assert.ok(entries.every(({ client }: Entry, n) => client === visitor(n)));
  });

  it('is left alone where the entries are wanted as they were logged', async () => {
    const line = `${combinedLine({ client: PRIVATE })} "${VISITOR}"`;
    const { table } = await readLog(memorySource(Buffer.from(line)), { keepsProxies: true });
    assert.equal(new LogTable(table).text('client', 0), PRIVATE);
  });

  it('is told all the same where the address that connected was not logged', async () => {
    const line = combinedLine({ client: `${VISITOR}, ${PRIVATE}` });
    const { table } = await readLog(memorySource(Buffer.from(line)), { keepsProxies: true });
    assert.equal(new LogTable(table).text('client', 0), VISITOR);
  });
});
