import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { addressDataSource } from '../../server/src/address/addressDataSource';
import { ClientsRequest } from '../../server/src/protocol';
import { TemporaryFolder } from '../support/temporaryFolder';
import { connectServer, type TestClient } from '../support/testClient';
import { textOf } from '../support/diagnosticText';
import { every, logText } from '../support/traffic';

/** The four addresses of the abused mail form, with how often each of them called it. */
const FLOODERS: Readonly<Record<string, number>> = {
  '182.16.27.106': 1441,
  '182.16.59.138': 1710,
  '52.128.227.34': 1509,
  '52.128.230.42': 1161,
};
const LOG = logText(
  every(60, 20, '192.0.2.1', 'GET /'),
  ...Object.entries(FLOODERS).map(([client, requests]) => every(3, requests, client, 'POST /tw/tw_contact.php', 500)),
);

describe('The clients of open logs', () => {
  let folder: TemporaryFolder;
  let client: TestClient;

  before(async () => {
    folder = await TemporaryFolder.create();
  });

  beforeEach(async () => {
    const addressData = addressDataSource(() => readFile(path.join(__dirname, '../../data/addresses.bin.br')));
    client = connectServer({ addressData });
    await client.initialize();
  });

  afterEach(() => client.close());
  after(() => folder.remove());

  it('are four of one operator in Hong Kong for the abused form, before anything was asked', async () => {
    const uri = await folder.write('access.log', LOG);
    const diagnostics = await client.readLog(uri);
    const hot = diagnostics.find(({ code }) => code === 'hot-endpoint');
    assert.match(textOf(hot), /4 addresses, all of one network: AS45753 Netsec Limited, HK/);
    const { networks, findings } = await client.connection.sendRequest(ClientsRequest, { withIncident: false });
    const [first] = networks;
    assert.deepEqual([first?.name, first?.country, first?.asn], ['AS45753 Netsec Limited, HK', 'HK', 45_753]);
    assert.deepEqual(
      first?.clients.map(({ address, requests }) => [address, requests]),
      Object.entries(FLOODERS).toSorted((a, b) => b[1] - a[1]),
    );
    assert.ok(first?.clients.every((each) => each.findings.some((place) => findings[place]?.rule === 'hot-endpoint')));
  });

  it('are those of the logs that are open now', async () => {
    const uri = await folder.write('closed.log', LOG);
    await client.readLog(uri);
    await client.closeLog(uri);
    const { logs, networks } = await client.connection.sendRequest(ClientsRequest, { withIncident: false });
    assert.deepEqual([logs, networks], [0, []]);
  });
});
