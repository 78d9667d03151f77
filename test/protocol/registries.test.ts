import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  HoverRequest,
  LSPErrorCodes,
  MarkupContent,
  ResponseError,
} from 'vscode-languageserver-protocol';
import type { NameResolver } from '../../server/src/address/crawler/confirmCrawler';
import {
  ConfirmCrawlerRequest,
  FetchRegistryRequest,
  KnownNetworksRequest,
  LookUpNetworkRequest,
  LookUpNetworksRequest,
  NetworkAccessChanged,
  type NetworkAccess,
  type NetworkAnswer,
  type NetworkFound,
} from '../../server/src/protocol';
import { FakeClock } from '../support/fakeClock';
import { LocalRegistries } from '../support/registries';
import { status } from '../support/rdapServer';
import { TemporaryFolder } from '../support/temporaryFolder';
import { connectServer, type TestClient } from '../support/testClient';
import { every, logText } from '../support/traffic';

const ALLOWED: NetworkAccess = { isAllowed: true, isTrusted: true };
/** The four of one operator, in two networks of two registries. */
const [FIRST, SECOND, THIRD, FOURTH] = ['182.16.27.106', '182.16.59.138', '52.128.227.34', '52.128.230.42'] as const;
const APNIC = 'https://rdap.apnic.net/ip/';
const ARIN = 'https://rdap.arin.net/registry/ip/';

function network(startAddress: string, endAddress: string, name: string) {
  const mail = ['vcard', [['email', {}, 'text', `abuse@${name.toLowerCase()}.example.net`]]];
  const entities = [{ roles: ['abuse'], vcardArray: mail }];
  return { objectClassName: 'ip network', startAddress, endAddress, name, country: 'HK', entities };
}

const SIMCENTRIC = network('182.16.0.0', '182.16.63.255', 'SIMCENTRIC-HK182016059');

const dns: NameResolver = {
  namesOf: async (address) => (address === '66.249.66.1' ? ['crawl-66-249-66-1.googlebot.com'] : ['host.example.net']),
  addressesOf: async () => ['66.249.66.1'],
};

const lookUp = (client: TestClient, address: string, refresh?: boolean): Promise<NetworkAnswer> =>
  client.connection.sendRequest(LookUpNetworkRequest, { address, refresh });

function found(answer: NetworkAnswer): NetworkFound {
  assert.equal(answer.kind, 'found', JSON.stringify(answer));
  return answer;
}

describe('Looking up networks at registries', () => {
  let registries: LocalRegistries;
  let folder: TemporaryFolder;
  let clock: FakeClock;
  const clients: TestClient[] = [];

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
    clock = new FakeClock();
    registries = await LocalRegistries.start({
      rdap: {
        [APNIC + FIRST]: SIMCENTRIC,
        [APNIC + SECOND]: SIMCENTRIC,
        [ARIN + THIRD]: network('52.128.224.0', '52.128.255.255', 'SIMCENTRIC'),
      },
    });
  });

  afterEach(async () => {
    for (const client of clients.splice(0)) client.close();
    await registries.close();
    await folder.remove();
  });

  /** A server, and an editor that fetches from local servers what the server asks it for. */
  async function start(networkAccess?: NetworkAccess, configuration: unknown = {}): Promise<TestClient> {
    const { connect, fetch } = registries.transports;
    const client = connectServer(
      { network: { connect, resolver: dns, clock } },
      { configuration: () => configuration },
    );
    clients.push(client);
    client.connection.onRequest(FetchRegistryRequest, (question, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => stop.abort());
      return fetch(question, stop.signal);
    });
    await client.initialize({ initialization: { locale: 'en', storage: folder.path, networkAccess } });
    return client;
  }

  it('says netname, range and abuse contact of an address', async () => {
    const { network: said, cached } = found(await lookUp(await start(ALLOWED), FIRST));
    assert.equal(cached, undefined);
    assert.deepEqual(said, {
      first: '182.16.0.0',
      last: '182.16.63.255',
      cidrs: ['182.16.0.0/18'],
      netname: 'SIMCENTRIC-HK182016059',
      description: [],
      country: 'HK',
      abuse: ['abuse@simcentric-hk182016059.example.net'],
      registry: 'APNIC',
      source: 'rdap',
      server: 'rdap.apnic.net',
      answered: '2026-01-02T03:04:05.000Z',
    });
  });

  it('shows in the hover what was said, for each of the four of one operator', async () => {
    registries.rdapAnswers.set(ARIN + FOURTH, network('52.128.224.0', '52.128.255.255', 'SIMCENTRIC'));
    const client = await start(ALLOWED);
    const clientsOfLog = [FIRST, SECOND, THIRD, FOURTH];
    const lines = clientsOfLog.flatMap((address, hour) =>
      every(60, 10, address, 'POST /tw/tw_contact.php', 3600 * hour),
    );
    const uri = await folder.write('access.log', logText(lines));
    await client.readLog(uri);
    const hover = async (line: number): Promise<string> => {
      const parameters = { textDocument: { uri }, position: { line, character: 1 } };
      const answer = await client.connection.sendRequest(HoverRequest.type, parameters);
      assert.ok(MarkupContent.is(answer?.contents));
      return answer.contents.value;
    };
    assert.doesNotMatch(await hover(0), /SIMCENTRIC/);
    await client.connection.sendRequest(LookUpNetworksRequest, { addresses: clientsOfLog, limit: 4 });
    for (const [at, range] of [
      /182\.16\.0\.0 – 182\.16\.63\.255/,
      /182\.16\.0\.0/,
      /52\.128\.224\.0/,
      /52\.128\.255\.255/,
    ].entries()) {
      const text = (await hover(10 * at)).replaceAll('\\', '');
      assert.match(text, /SIMCENTRIC/);
      assert.match(text, range);
    }
  });

  it('asks nobody unless the user allowed it', async () => {
    const answers: NetworkAnswer[] = [];
    for (const access of [undefined, { isAllowed: false, isTrusted: true }]) {
      answers.push(await lookUp(await start(access), FIRST));
    }
    assert.deepEqual(
      answers.map((answer) => answer.kind === 'notAllowed' && answer.why),
      ['restrictedMode', 'noConsent'],
    );
    assert.deepEqual(registries.tried, []);
  });

  it('asks nobody in Restricted Mode, and for what a client leaves out', async () => {
    const client = await start({ isAllowed: true, isTrusted: false });
    const { answers } = await client.connection.sendRequest(LookUpNetworksRequest, { addresses: [FIRST], limit: 1 });
    assert.deepEqual(
      answers.map(({ answer }) => answer.kind === 'notAllowed' && answer.why),
      ['restrictedMode'],
    );
    await client.connection.sendNotification(NetworkAccessChanged, { isAllowed: 'yes' } as unknown as NetworkAccess);
    assert.equal((await lookUp(client, FIRST)).kind, 'notAllowed');
    const check = await client.connection.sendRequest(ConfirmCrawlerRequest, { address: '66.249.66.1' });
    assert.equal(check.kind, 'notAllowed');
    assert.deepEqual(registries.tried, []);
  });

  it('asks once it is allowed, and stops when that is taken back', async () => {
    const client = await start({ isAllowed: false, isTrusted: true });
    await client.connection.sendNotification(NetworkAccessChanged, ALLOWED);
    found(await lookUp(client, FIRST));
    // The answer never comes.
    const waiting = new Promise<void>((resolve) => registries.rdapAnswers.set(APNIC + FIRST, () => resolve()));
    const answer = lookUp(client, FIRST, true);
    await waiting;
    await client.connection.sendNotification(NetworkAccessChanged, { isAllowed: false, isTrusted: true });
    assert.equal((await answer).kind, 'notAllowed');
  });

  it('asks nobody about addresses that are not public, or the user’s own', async () => {
    const client = await start(ALLOWED, { allowList: { addresses: ['182.16.27.0/24', 'office.example'] } });
    const whats: unknown[] = [];
    for (const address of ['10.0.0.1', '127.0.0.1', '203.0.113.5', '::1', 'office.example', FIRST]) {
      const answer = await lookUp(client, address);
      whats.push(answer.kind === 'notPublic' && answer.what);
    }
    assert.deepEqual(whats, ['private', 'loopback', 'documentation', 'loopback', 'invalid', 'own']);
    assert.deepEqual(registries.tried, []);
  });

  it('keeps answers by network, also for the next session, and asks again when told to', async () => {
    const client = await start(ALLOWED);
    found(await lookUp(client, FIRST));
    const { network: other, cached } = found(await lookUp(client, SECOND));
    assert.equal(other.netname, 'SIMCENTRIC-HK182016059');
    assert.equal(cached, '2026-01-02T03:04:05.000Z');
    const next = await start();
    const [known, unknown] = await next.connection.sendRequest(KnownNetworksRequest, { addresses: [SECOND, THIRD] });
    assert.equal(known?.network.netname, 'SIMCENTRIC-HK182016059');
    assert.equal(unknown, null);
    const asked = registries.tried.filter((url) => url.startsWith(APNIC));
    assert.deepEqual(asked, [APNIC + FIRST]);
    assert.equal(found(await lookUp(client, SECOND, true)).cached, undefined);
  });

  it('looks up many: one question for each network, the rest goes on where one fails', async () => {
    registries.rdapAnswers.set(ARIN + THIRD, status(429));
    const client = await start(ALLOWED);
    const addresses = [FIRST, THIRD, SECOND, FOURTH, '10.0.0.1', FIRST];
    const { answers, leftOut } = await client.connection.sendRequest(LookUpNetworksRequest, {
      addresses,
      limit: 50,
      workDoneToken: 'many',
    });
    assert.deepEqual(
      answers.map(({ address, answer }) => [address, answer.kind === 'failed' ? answer.reason : answer.kind]),
      [
        [FIRST, 'found'],
        [THIRD, 'busy'],
        [SECOND, 'found'],
        [FOURTH, 'busy'],
        ['10.0.0.1', 'notPublic'],
      ],
    );
    assert.equal(leftOut, 0);
    assert.ok(client.heard.filter((what) => what === '$/progress').length >= 2);
    const asked = registries.tried.filter((url) => !url.includes('iana.org'));
    assert.deepEqual(asked.toSorted(), [APNIC + FIRST, ARIN + THIRD].toSorted());
  });

  it('looks up no more than fifty at once, and says how many were left out', async () => {
    const client = await start(ALLOWED);
    const addresses = Array.from({ length: 60 }, (_, at) => `182.16.1.${at}`);
    registries.rdapAnswers.set(`${APNIC}182.16.1.0`, SIMCENTRIC);
    const request = { addresses, limit: 1000 };
    const { answers, leftOut, leftOutMessage } = await client.connection.sendRequest(LookUpNetworksRequest, request);
    assert.equal(answers.length, 50);
    assert.equal(leftOut, 10);
    assert.equal(leftOutMessage, '10 more addresses were not looked up: at most 50 are at once.');
    assert.ok(answers.every(({ answer }) => answer.kind === 'found'));
  });

  it('is cancelled', async () => {
    const waiting = new Promise<void>((resolve) => registries.rdapAnswers.set(APNIC + FIRST, () => resolve()));
    const client = await start(ALLOWED);
    const source = new CancellationTokenSource();
    const many = { addresses: [FIRST, SECOND], limit: 2 };
    const cancelled = client.connection.sendRequest(LookUpNetworksRequest, many, source.token);
    await waiting;
    source.cancel();
    await assert.rejects(
      cancelled,
      (error) => error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled,
    );
  });

  it('confirms crawlers by their names', async () => {
    const client = await start(ALLOWED);
    const check = (address: string) => client.connection.sendRequest(ConfirmCrawlerRequest, { address });
    assert.deepEqual(await check('66.249.66.1'), {
      kind: 'confirmed',
      operator: 'Google',
      host: 'crawl-66-249-66-1.googlebot.com',
    });
    const other = await check(FIRST);
    assert.equal(other.kind === 'notConfirmed' && other.why, 'otherName');
  });
});
