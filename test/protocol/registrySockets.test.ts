import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { CodeLensRequest, HoverRequest, InlayHintRequest } from 'vscode-languageserver-protocol';
import {
  AskWordPressRequest,
  AuditSiteRequest,
  ConfirmCrawlerRequest,
  FetchRegistryRequest,
  KnownNetworksRequest,
  LookUpNetworkRequest,
  LookUpNetworksRequest,
  NetworkAccessChanged,
  type FetchedAnswer,
  type FetchProblem,
  type NetworkAnswer,
} from '../../server/src/protocol';
import { buildServer, startBuiltServer, type ServerProcess } from '../support/builtServer';
import { TemporaryFolder } from '../support/temporaryFolder';
import { every, logText } from '../support/traffic';
import { ianaAnswer } from '../support/whoisAnswers';
import { WhoisServer } from '../support/whoisServer';

const ALLOWED = { isAllowed: true, isTrusted: true };
const FLOODER = '182.16.59.138';
const RDAP = `https://rdap.apnic.net/ip/${FLOODER}`;
const WORDPRESS = "<?php\n$wp_version = '6.5.2';\n";
const NETWORK = `inetnum: 182.16.0.0 - 182.16.63.255
netname: SIMCENTRIC-HK182016059
country: HK
source: APNIC
`;

describe('The sockets of the built server', () => {
  let folder: TemporaryFolder;
  let script: string;
  let hooks: string;
  let server: ServerProcess;
  let fetched: string[];
  let answerFetch: (url: string) => FetchedAnswer | FetchProblem;
  const servers: WhoisServer[] = [];

  before(async function () {
    folder = await TemporaryFolder.create();
    script = await buildServer(folder.path);
    hooks = path.join(folder.path, 'watchSockets.js');
    await build({
      entryPoints: ['test/support/watchSockets.ts'],
      outfile: hooks,
      platform: 'node',
      target: 'node20',
      bundle: true,
    });
  });

  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    server.client.close();
    for (const each of servers.splice(0)) await each.close();
  });

  after(() => folder.remove());

  /**
   * Starts a server that is watched.
   * @param whois answers of WHOIS servers by host, with the address that the host's name leads to
   */
  async function start(
    networkAccess: unknown,
    whois: Readonly<Record<string, { readonly address: string; readonly answer: string }>> = {},
  ): Promise<void> {
    const local: Record<string, unknown> = {};
    for (const [host, { address, answer }] of Object.entries(whois)) {
      const each = await WhoisServer.start(answer);
      servers.push(each);
      local[host] = { address, port: each.port };
    }
    await writeFile(watched(), '');
    const env = { WATCHED: watched(), LOCAL_SERVERS: JSON.stringify(local) };
    server = startBuiltServer(script, {}, { execArgv: ['--require', hooks], env });
    fetched = [];
    answerFetch = () => ({ problem: 'unreachable' });
    server.client.connection.onRequest(FetchRegistryRequest, ({ url }) => {
      fetched.push(url);
      return answerFetch(url);
    });
    await server.client.initialize({ initialization: { locale: 'en', networkAccess } });
  }

  const watched = (): string => path.join(folder.path, 'sockets.txt');

  /** What the server resolved and connected to so far. */
  async function sockets(): Promise<string[]> {
    return (await readFile(watched(), 'utf8')).split('\n').filter((line) => line !== '');
  }

  const lookUp = (address = FLOODER): Promise<NetworkAnswer> =>
    server.client.connection.sendRequest(LookUpNetworkRequest, { address });

  for (const [name, access] of [
    ['nothing was said of it', undefined],
    ['the user said no', { isAllowed: false, isTrusted: true }],
    ['the workspace is not trusted', { isAllowed: true, isTrusted: false }],
  ] as const) {
    it(`are none while ${name}, whatever the editor asks`, async () => {
      await start(access);
      const { client } = server;
      const { connection } = client;
      const uri = await folder.write('access.log', logText(every(3, 300, FLOODER, 'POST /form.php', 500)));
      const textDocument = { uri };
      const position = { line: 10, character: 1 };
      await client.readLog(uri);
      await connection.sendRequest(HoverRequest.type, { textDocument, position });
      await connection.sendRequest(CodeLensRequest.type, { textDocument });
      const range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };
      await connection.sendRequest(InlayHintRequest.type, { textDocument, range });
      await folder.write('site/form.php', '<?php mail($a, $b, $c);');
      await folder.write('site/wp-includes/version.php', WORDPRESS);
      const site = { folder: `${folder.uri}/site` };
      await connection.sendRequest(AuditSiteRequest, site);
      assert.equal((await connection.sendRequest(AskWordPressRequest, site)).kind, 'notAllowed');
      await connection.sendRequest(KnownNetworksRequest, { addresses: [FLOODER] });
      assert.equal((await lookUp()).kind, 'notAllowed');
      const many = await connection.sendRequest(LookUpNetworksRequest, { addresses: [FLOODER], limit: 5 });
      assert.equal(many.answers[0]?.answer.kind, 'notAllowed');
      const crawler = await connection.sendRequest(ConfirmCrawlerRequest, { address: FLOODER });
      assert.equal(crawler.kind, 'notAllowed');
      assert.deepEqual([await sockets(), fetched], [[], []]);
    });
  }

  it('are none when the client fetches all', async () => {
    await start(ALLOWED);
    const network = { startAddress: '182.16.0.0', endAddress: '182.16.63.255', name: 'SIMCENTRIC-HK182016059' };
    answerFetch = (url) => ({ status: url === RDAP ? 200 : 404, body: JSON.stringify(network) });
    const answer = await lookUp();
    assert.equal(answer.kind === 'found' && answer.network.netname, 'SIMCENTRIC-HK182016059');
    const neighbour = await lookUp('182.16.27.106');
    assert.ok(neighbour.kind === 'found' && neighbour.cached !== undefined);
    assert.deepEqual(await sockets(), []);
    assert.deepEqual(
      fetched.filter((url) => !url.startsWith('https://data.iana.org/rdap/ipv')),
      [RDAP],
    );
  });

  it('are none when the client fetches checksums, which are all that is asked for', async () => {
    await start({ isAllowed: false, isWordPressAllowed: true, isTrusted: true });
    const { connection } = server.client;
    await folder.write('site/wp-includes/version.php', WORDPRESS);
    const site = { folder: `${folder.uri}/site` };
    await connection.sendRequest(AuditSiteRequest, site);
    answerFetch = () => ({ status: 404, body: '' });
    assert.equal((await connection.sendRequest(AskWordPressRequest, site)).kind, 'asked');
    assert.equal((await lookUp()).kind, 'notAllowed');
    assert.deepEqual(
      [await sockets(), fetched],
      [[], ['https://api.wordpress.org/core/checksums/1.0/?version=6.5.2&locale=en_US']],
    );
  }).timeout(30_000);

  it('lead to the WHOIS servers of the chain and nowhere else', async () => {
    await start(ALLOWED, {
      'whois.iana.org': { address: '192.0.43.7', answer: ianaAnswer('whois.apnic.net') },
      'whois.apnic.net': { address: '2001:dc0:2001:10::18', answer: NETWORK },
    });
    const answer = await lookUp();
    assert.equal(answer.kind === 'found' && answer.network.source, 'whois');
    assert.deepEqual(await sockets(), [
      'name whois.iana.org',
      'connection whois.iana.org:43 at 192.0.43.7',
      'name whois.apnic.net',
      'connection whois.apnic.net:43 at 2001:dc0:2001:10::18',
    ]);
  });

  it('are none to a server whose name leads to the local network', async () => {
    await start(ALLOWED, {
      'whois.iana.org': { address: '192.0.43.7', answer: ianaAnswer('whois.rebound.net') },
      'whois.rebound.net': { address: '192.168.1.1', answer: NETWORK },
    });
    const answer = await lookUp();
    assert.equal(answer.kind === 'failed' && answer.reason, 'forbidden');
    assert.deepEqual(await sockets(), [
      'name whois.iana.org',
      'connection whois.iana.org:43 at 192.0.43.7',
      'name whois.rebound.net',
    ]);
  });

  it('ask the DNS for the names of a crawler that is to be confirmed, and nobody else', async () => {
    await start(ALLOWED);
    await server.client.connection.sendRequest(ConfirmCrawlerRequest, { address: FLOODER });
    assert.deepEqual([await sockets(), fetched], [['dns resolvePtr 138.59.16.182.in-addr.arpa'], []]);
  });

  it('are none for private addresses and those of this computer, even when all is allowed', async () => {
    await start(ALLOWED);
    for (const address of ['10.0.0.1', '127.0.0.1', '203.0.113.5', '::1', 'fe80::1', 'localhost']) {
      assert.equal((await lookUp(address)).kind, 'notPublic');
    }
    await server.client.connection.sendNotification(NetworkAccessChanged, { isAllowed: false, isTrusted: true });
    assert.equal((await lookUp()).kind, 'notAllowed');
    assert.deepEqual([await sockets(), fetched], [[], []]);
  });
});
