import assert from 'node:assert/strict';
import { BuildIncidentRequest, DashboardRequest } from '../../server/src/protocol';
import { TemporaryFolder } from '../support/temporaryFolder';
import { connectServer, type TestClient } from '../support/testClient';
import { every, logText } from '../support/traffic';

describe('The dashboard of open logs', () => {
  let folder: TemporaryFolder;
  let client: TestClient;

  before(async () => {
    folder = await TemporaryFolder.create();
    client = connectServer();
    await client.initialize();
  });

  after(async () => {
    client.close();
    await folder.remove();
  });

  it('tells of one log or of all, and waits for those that are being read', async () => {
    const first = await folder.write('first.log', logText(every(60, 20, '192.0.2.1', 'GET /')));
    const second = await folder.write('second.log', logText(every(60, 30, '192.0.2.2', 'GET /')));
    await client.openLog(first);
    await client.openLog(second);
    const ask = { bars: 30 };
    const one = await client.connection.sendRequest(DashboardRequest, { ...ask, logs: [first] });
    assert.deepEqual([one.entries, one.clients.listed], [20, [{ name: '192.0.2.1', count: 20 }]]);
    const all = await client.connection.sendRequest(DashboardRequest, { ...ask, logs: [] });
    assert.deepEqual(
      all.logs.map(({ uri, count }) => [uri, count]),
      [
        [second, 30],
        [first, 20],
      ],
    );
    const status = await client.connection.sendRequest(DashboardRequest, { ...ask, logs: [], status: '404' });
    assert.deepEqual([status.matching, status.entries], [0, 50]);
  });

  it('tells of all logs of the incident that was built last, open or not', async () => {
    await folder.write('account/a/1.log', logText(every(60, 20, '192.0.2.1', 'GET /')));
    await folder.write('account/b/1.log', logText(every(60, 30, '192.0.2.2', 'GET /')));
    const ask = { bars: 30, logs: 'incident' } as const;
    const none = await client.connection.sendRequest(DashboardRequest, ask);
    assert.deepEqual([none.logs, none.chart], [[], undefined]);
    await client.connection.sendRequest(BuildIncidentRequest, { logs: [`${folder.uri}/account`] });
    const all = await client.connection.sendRequest(DashboardRequest, ask);
    assert.deepEqual(all.logs, [
      { uri: `${folder.uri}/account/b/1.log`, name: 'b/1.log', count: 30 },
      { uri: `${folder.uri}/account/a/1.log`, name: 'a/1.log', count: 20 },
    ]);
    await client.connection.sendRequest(BuildIncidentRequest, { logs: [] });
    assert.deepEqual((await client.connection.sendRequest(DashboardRequest, ask)).logs, []);
  });

  it('has nothing for logs that are not open', async () => {
    const closed = await client.connection.sendRequest(DashboardRequest, { logs: ['file:///none.log'], bars: 30 });
    assert.deepEqual([closed.logs, closed.entries, closed.chart], [[], 0, undefined]);
  });
});
